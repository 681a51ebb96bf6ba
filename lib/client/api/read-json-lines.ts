/** Items of an NDJSON body as they arrive. Argo CD's streams wrap each in `{"result": …}`; the wrapping is taken off. */
export async function* readJsonLines<T>(response: Response): AsyncGenerator<T> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + (value ?? '')).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line.trim()) yield unwrap(JSON.parse(line)) as T;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function unwrap(value: unknown): unknown {
  const isWrapped = typeof value === 'object' && value !== null && 'result' in value;
  return isWrapped ? value.result : value;
}
