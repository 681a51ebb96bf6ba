import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../app-error';
import { AsyncQueue } from '../../stream/async-queue';
import type { LoggedEvent } from '../../stream/event-log';
import { eventStreamResponse } from './event-stream-response';
import { jsonLinesResponse } from './json-lines-response';
import { textStreamResponse } from './text-stream-response';

async function* failingAfter(items: unknown[], error: Error): AsyncGenerator {
  for (const item of items) yield await Promise.resolve(item);
  throw error;
}

describe('jsonLinesResponse', () => {
  it('wraps each line as Argo CD does and ends with the error that came', async () => {
    const onError = vi.fn();
    const response = jsonLinesResponse(
      () => failingAfter([{ a: 1 }, { a: 2 }], new AppError('not-found', 'Gone.')),
      {
        wrap: true,
        onError,
      },
    );
    expect((await response.text()).trim().split('\n')).toEqual([
      '{"result":{"a":1}}',
      '{"result":{"a":2}}',
      '{"error":{"message":"Gone.","http_code":404}}',
    ]);
    expect(onError).not.toHaveBeenCalled();
  });

  it('says nothing of an error that nobody foresaw', async () => {
    const onError = vi.fn();
    const response = jsonLinesResponse(() => failingAfter([], new Error('secret')), { wrap: true, onError });
    expect(await response.text()).not.toContain('secret');
    expect(onError).toHaveBeenCalledOnce();
  });

  it('ends its source when the reader goes away while it waits', async () => {
    let signal: AbortSignal | undefined;
    const response = jsonLinesResponse(
      (given) => {
        signal = given;
        return new AsyncQueue<string>(given);
      },
      { wrap: false, onError: vi.fn() },
    );
    await response.body?.cancel();
    expect(signal?.aborted).toBe(true);
  });
});

describe('textStreamResponse', () => {
  it('breaks off instead of pretending to be complete', async () => {
    const pieces = failingAfter(['a,b\r\n'], new Error('lost')) as AsyncGenerator<string>;
    const response = textStreamResponse(() => pieces, { type: 'text/csv', onError: vi.fn() });
    await expect(response.text()).rejects.toThrow();
  });
});

describe('eventStreamResponse', () => {
  afterEach(() => vi.useRealTimers());

  it('sends events with ids, and a heartbeat every 15 s of silence', async () => {
    vi.useFakeTimers();
    let queue: AsyncQueue<LoggedEvent> | undefined;
    const response = eventStreamResponse((signal) => {
      queue = new AsyncQueue(signal);
      return queue[Symbol.asyncIterator]();
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    queue?.push({ id: '1-7', topics: [], event: { type: 'reset' } });
    expect((await reader.read()).value).toBe('id: 1-7\ndata: {"type":"reset"}\n\n');
    const beat = reader.read();
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await beat).value).toBe(': beat\n\n');
    await reader.cancel();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
