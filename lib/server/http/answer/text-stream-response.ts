/** Pieces of text as they come. An error breaks the connection off, so that nobody takes a part for the whole. */
export function textStreamResponse(
  open: (signal: AbortSignal) => AsyncIterable<string>,
  options: { type: string; onError: (error: unknown) => void },
): Response {
  const left = new AbortController();
  const iterator = open(left.signal)[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      } catch (error) {
        options.onError(error);
        controller.error(error);
      }
    },
    cancel() {
      left.abort();
    },
  });
  return new Response(body, { headers: { 'content-type': options.type, 'cache-control': 'no-store' } });
}
