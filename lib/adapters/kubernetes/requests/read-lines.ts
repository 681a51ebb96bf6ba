/** Splits a byte stream into lines without their ends; the last one may be unfinished. Splits no character. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest: string[] = [];
  for await (const chunk of chunks) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      yield rest.length > 0 ? rest.join('') + part : part;
      rest = [];
    }
    if (last !== '') rest.push(last);
  }
  const tail = rest.join('') + decoder.decode();
  if (tail !== '') yield tail;
}
