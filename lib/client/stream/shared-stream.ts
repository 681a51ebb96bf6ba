import type { Topic } from '@/lib/contracts/stream/stream-events';
import { openStream } from './open-stream';
import { StreamConnection, type StreamConnectionOptions } from './stream-connection';
import type { StreamMessage } from './stream-message';

const NAME = 'promontory-stream';
/** A tab that has not repeated its topics for so long is gone. Timers of hidden tabs fire once a minute. */
const TAB_TTL_MS = 150_000;
const REPEAT_MS = 45_000;

type ChannelMessage =
  | { from: string; type: 'topics'; topics: Topic[] }
  | { from: string; type: 'bye' }
  | { from: string; type: 'who' }
  | { from: string; type: 'message'; message: StreamMessage };

export interface SharedStreamOptions {
  tell: (message: StreamMessage) => void;
  open?: StreamConnectionOptions['open'];
  /** Absent (insecure origin, old browser): this tab has a connection of its own. */
  locks?: Pick<LockManager, 'request'> | undefined;
  channel?: BroadcastChannel | undefined;
  tabId?: string;
}

/**
 * One connection for all tabs: the tab that holds the lock reads the stream and passes every message on; when it closes
 * the next one takes the lock and goes on after the last event.
 */
export class SharedStream {
  readonly #options: SharedStreamOptions;
  readonly #id: string;
  readonly #tabs = new Map<string, { topics: Topic[]; at: number }>();
  readonly #release = new AbortController();
  #topics: Topic[] = [];
  #connection: StreamConnection | undefined;
  #lastEventId: string | undefined;
  #repeat: ReturnType<typeof setInterval> | undefined;

  constructor(options: SharedStreamOptions) {
    this.#options = options;
    this.#id = options.tabId ?? crypto.randomUUID();
  }

  start(): void {
    const { locks, channel } = this.#options;
    if (!locks || !channel) {
      this.#lead();
      return;
    }
    channel.addEventListener('message', (event: MessageEvent<ChannelMessage>) => this.#hear(event.data));
    this.#repeat = setInterval(() => this.#announce(), REPEAT_MS);
    const held = new Promise<void>((resolve) => {
      this.#release.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    locks
      .request(NAME, { signal: this.#release.signal }, () => {
        this.#lead();
        return held;
      })
      .catch(() => undefined);
    this.#announce();
  }

  follow(topics: Topic[]): void {
    this.#topics = topics;
    this.#announce();
    this.#follow();
  }

  retryNow(): void {
    this.#connection?.retryNow();
  }

  stop(): void {
    if (this.#release.signal.aborted) return;
    this.#post({ from: this.#id, type: 'bye' });
    clearInterval(this.#repeat);
    this.#connection?.stop();
    this.#connection = undefined;
    this.#release.abort();
    this.#options.channel?.close();
  }

  #lead(): void {
    this.#connection = new StreamConnection({
      open: this.#options.open ?? openStream,
      lastEventId: this.#lastEventId,
      tell: (message) => {
        this.#options.tell(message);
        this.#post({ from: this.#id, type: 'message', message });
      },
    });
    this.#follow();
    this.#connection.start();
    this.#post({ from: this.#id, type: 'who' });
  }

  #hear(message: ChannelMessage): void {
    switch (message.type) {
      case 'topics':
        this.#tabs.set(message.from, { topics: message.topics, at: Date.now() });
        this.#follow();
        return;
      case 'bye':
        this.#tabs.delete(message.from);
        this.#follow();
        return;
      case 'who':
        this.#announce();
        return;
      case 'message':
        if (message.message.type === 'event') this.#lastEventId = message.message.id ?? this.#lastEventId;
        this.#options.tell(message.message);
    }
  }

  #announce(): void {
    if (!this.#connection) this.#post({ from: this.#id, type: 'topics', topics: this.#topics });
    else this.#follow();
  }

  #follow(): void {
    const oldest = Date.now() - TAB_TTL_MS;
    for (const [id, tab] of this.#tabs) if (tab.at < oldest) this.#tabs.delete(id);
    this.#connection?.follow([...this.#topics, ...[...this.#tabs.values()].flatMap((tab) => tab.topics)]);
  }

  #post(message: ChannelMessage): void {
    this.#options.channel?.postMessage(message);
  }
}
