import type { StreamEvent, Topic } from '@/lib/contracts/stream/stream-events';

export interface LoggedEvent {
  /** `<epoch>-<number>`; the epoch is this process's. */
  id: string;
  topics: Topic[];
  event: StreamEvent;
}

/** The last events, so that a reader who comes back goes on where it was. */
export class EventLog {
  readonly #epoch: string;
  readonly #size: number;
  readonly #events: LoggedEvent[] = [];
  #number = 0;

  constructor(epoch: string, size: number) {
    this.#epoch = epoch;
    this.#size = size;
  }

  append(topics: Topic[], event: StreamEvent): LoggedEvent {
    this.#number += 1;
    const logged = { id: this.lastId, topics, event };
    this.#events.push(logged);
    if (this.#events.length > this.#size) this.#events.shift();
    return logged;
  }

  get lastId(): string {
    return `${this.#epoch}-${this.#number}`;
  }

  /** Events after this id, or undefined when it is of another process or too long ago. */
  after(id: string): LoggedEvent[] | undefined {
    const [epoch, text] = id.split('-');
    const number = Number(text);
    const oldest = this.#number - this.#events.length;
    if (epoch !== this.#epoch || !Number.isInteger(number) || number < oldest || number > this.#number)
      return undefined;
    return this.#events.slice(number - oldest);
  }
}
