import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '@/lib/contracts/stream/stream-events';
import { StreamConnection } from './stream-connection';
import type { StreamMessage } from './stream-message';

const STATUS = { loaded: true, message: '', clusters: [], startedAt: '2026-11-24T00:00:00Z' };

interface Opened {
  topics: Topic[];
  lastEventId: string | undefined;
  signal: AbortSignal;
  send: (text: string) => void;
  end: () => void;
}

function setUp(status = 200) {
  const opened: Opened[] = [];
  const told: StreamMessage[] = [];
  const connection = new StreamConnection({
    random: () => 0,
    tell: (message) => told.push(message),
    open: (topics, lastEventId, signal) => {
      let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
      opened.push({
        topics,
        lastEventId,
        signal,
        send: (text) => controller?.enqueue(new TextEncoder().encode(text)),
        end: () => controller?.close(),
      });
      return Promise.resolve(new Response(status === 200 ? body : null, { status }));
    },
  });
  return { connection, opened, told };
}

const hello = (resumed: boolean, id = '1-1', cold: Topic[] = []) =>
  `id: ${id}\ndata: ${JSON.stringify({ type: 'hello', resumed, cold, status: STATUS })}\n\n`;
const states = (told: StreamMessage[]) =>
  told.flatMap((message) => (message.type === 'state' ? [message.state] : []));

describe('StreamConnection', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is live with the first byte and stale after 30 s without one', async () => {
    const { connection, opened, told } = setUp();
    connection.start();
    await vi.advanceTimersByTimeAsync(0);
    opened[0]!.send(hello(false));
    await vi.advanceTimersByTimeAsync(0);
    expect(states(told)).toEqual(['live']);
    await vi.advanceTimersByTimeAsync(20_000);
    opened[0]!.send(': beat\n\n');
    await vi.advanceTimersByTimeAsync(29_999);
    expect(states(told)).toEqual(['live']);
    await vi.advanceTimersByTimeAsync(1);
    expect(states(told)).toEqual(['live', 'stale']);
    expect(opened[0]!.signal.aborted).toBe(true);
    connection.stop();
  });

  it('goes on after the last event and waits longer after each failure', async () => {
    const { connection, opened } = setUp();
    connection.start();
    await vi.advanceTimersByTimeAsync(0);
    opened[0]!.send(hello(false, '7-42'));
    await vi.advanceTimersByTimeAsync(0);
    opened[0]!.end();
    await vi.advanceTimersByTimeAsync(999);
    expect(opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(opened[1]!.lastEventId).toBe('7-42');
    opened[1]!.end();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(opened).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(opened).toHaveLength(3);
    connection.stop();
  });

  it('stops retrying when the server does not know us', async () => {
    const { connection, opened, told } = setUp(401);
    connection.start();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(states(told)).toEqual(['signed-out']);
    expect(opened).toHaveLength(1);
    connection.stop();
  });

  it('says which topics nobody watched when it resumes with others', async () => {
    const { connection, opened, told } = setUp();
    connection.follow(['applications']);
    connection.start();
    await vi.advanceTimersByTimeAsync(0);
    opened[0]!.send(hello(false));
    await vi.advanceTimersByTimeAsync(0);
    connection.follow(['applications', 'activity']);
    await vi.advanceTimersByTimeAsync(0);
    expect(opened[0]!.signal.aborted).toBe(true);
    opened[1]!.send(hello(true, '1-2', ['activity']));
    await vi.advanceTimersByTimeAsync(0);
    expect(told.filter((message) => message.type === 'opened')).toEqual([
      { type: 'opened', topics: ['activity'] },
    ]);
    connection.stop();
  });

  it('tries at once when somebody looks', async () => {
    const { connection, opened } = setUp(503);
    connection.start();
    await vi.advanceTimersByTimeAsync(0);
    connection.retryNow();
    expect(opened).toHaveLength(2);
    connection.stop();
  });
});
