import { HEARTBEAT_MS } from '@/lib/contracts/stream/stream-events';
import type { LoggedEvent } from '../../stream/event-log';

/** Events as `text/event-stream` with a heartbeat; the signal ends them when the reader goes away. */
export function eventStreamResponse(open: (signal: AbortSignal) => AsyncGenerator<LoggedEvent>): Response {
  const left = new AbortController();
  const events = open(left.signal);
  const encoder = new TextEncoder();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      heartbeat = setInterval(() => controller.enqueue(encoder.encode(': beat\n\n')), HEARTBEAT_MS);
    },
    async pull(controller) {
      const next = await events.next();
      if (next.done) {
        clearInterval(heartbeat);
        controller.close();
        return;
      }
      const { id, event } = next.value;
      controller.enqueue(encoder.encode(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`));
    },
    cancel() {
      clearInterval(heartbeat);
      left.abort();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
