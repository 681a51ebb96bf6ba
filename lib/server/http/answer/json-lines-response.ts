import { toAppError } from '../to-app-error';

const GENERIC = 'Something went wrong on the server.';

/**
 * Items as lines of JSON in Argo CD's wrapping (`{"result": …}`), as they come. An error after the first byte is a last
 * line `{"error": …}`. The signal ends them when the reader goes away.
 */
export function jsonLinesResponse(
  open: (signal: AbortSignal) => AsyncIterable<unknown>,
  options: { wrap: boolean; onError: (error: unknown) => void },
): Response {
  const encoder = new TextEncoder();
  const left = new AbortController();
  const iterator = open(left.signal)[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const line = (value: unknown) => controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      try {
        const next = await iterator.next();
        if (next.done) controller.close();
        else line(options.wrap ? { result: next.value } : next.value);
      } catch (error) {
        const known = toAppError(error);
        if (!known) options.onError(error);
        line({ error: { message: known?.message ?? GENERIC, http_code: known?.status ?? 500 } });
        controller.close();
      }
    },
    cancel() {
      left.abort();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson',
      // Compression would hold lines back until its buffer is full.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
