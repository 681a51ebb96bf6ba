import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Topic } from '@/lib/contracts/stream/stream-events';
import { SharedStream } from './shared-stream';
import type { StreamMessage } from './stream-message';

/** Locks as browsers have them: one holder, the others queue. */
function fakeLocks() {
  const queue: (() => void)[] = [];
  let isHeld = false;
  const next = () => {
    isHeld = false;
    queue.shift()?.();
  };
  const request = (_: string, options: { signal: AbortSignal }, run: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      const take = () => {
        isHeld = true;
        void run().then(resolve).finally(next);
      };
      if (isHeld) queue.push(take);
      else take();
      options.signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  return { request } as unknown as LockManager;
}

const STATUS = { loaded: true, message: '', clusters: [], startedAt: '2026-11-24T00:00:00Z' };
const tabs: SharedStream[] = [];

function openTab(
  tabId: string,
  locks: LockManager,
  opened: { tabId: string; topics: Topic[]; from?: string | undefined }[],
) {
  const heard: StreamMessage[] = [];
  const tab = new SharedStream({
    tabId,
    locks,
    channel: new BroadcastChannel('test-stream'),
    tell: (message) => heard.push(message),
    open: (topics, from) => {
      opened.push({ tabId, topics, from });
      const event = JSON.stringify({ type: 'hello', resumed: from !== undefined, cold: [], status: STATUS });
      const body = new ReadableStream<Uint8Array>({
        start: (controller) =>
          controller.enqueue(new TextEncoder().encode(`id: 1-${opened.length}\ndata: ${event}\n\n`)),
      });
      return Promise.resolve(new Response(body));
    },
  });
  tabs.push(tab);
  tab.start();
  return { tab, heard };
}

describe('SharedStream', () => {
  afterEach(() => tabs.splice(0).forEach((tab) => tab.stop()));

  it('reads one stream for all tabs and hands it over when the reading tab closes', async () => {
    const locks = fakeLocks();
    const opened: { tabId: string; topics: Topic[]; from?: string | undefined }[] = [];
    const first = openTab('a', locks, opened);
    first.tab.follow(['applications']);
    const second = openTab('b', locks, opened);
    second.tab.follow(['activity']);

    await vi.waitFor(() => expect(opened.at(-1)?.topics).toEqual(['activity', 'applications']));
    await vi.waitFor(() => expect(second.heard.some((each) => each.type === 'event')).toBe(true));
    expect(opened.every((each) => each.tabId === 'a')).toBe(true);

    const seen = opened.length;
    first.tab.stop();
    await vi.waitFor(() => expect(opened.at(-1)?.tabId).toBe('b'));
    expect(opened.at(-1)?.topics).toEqual(['activity']);
    expect(opened.at(-1)?.from).toBe(`1-${seen}`);
  });
});
