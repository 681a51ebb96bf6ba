import type { StreamEvent, Topic } from '@/lib/contracts/stream/stream-events';

export interface LoggedEvent {
  /** `<epoch>-<number>`; the epoch is this process's. */
  id: string;
  topics: Topic[];
  event: StreamEvent;
}

/** The last events, so that a reader who comes back goes on where it was. Bounded by what the events hold, not by their number. */
export class EventLog {
  readonly #epoch: string;
  readonly #capacity: number;
  readonly #events: LoggedEvent[] = [];
  #weight = 0;
  #number = 0;

  /** `capacity`: rows and nodes kept; an event without any counts as one. */
  constructor(epoch: string, capacity: number) {
    this.#epoch = epoch;
    this.#capacity = capacity;
  }

  append(topics: Topic[], event: StreamEvent): LoggedEvent {
    this.#number += 1;
    const logged = { id: this.lastId, topics, event };
    this.#events.push(logged);
    this.#weight += weightOf(event);
    let dropped = 0;
    while (this.#weight > this.#capacity && dropped < this.#events.length - 1) {
      this.#weight -= weightOf(this.#events[dropped]?.event ?? event);
      dropped += 1;
    }
    if (dropped > 0) this.#events.splice(0, dropped);
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

function weightOf(event: StreamEvent): number {
  if (event.type === 'applications.changed') return Math.max(1, event.rows.length);
  return event.type === 'tree.changed' ? Math.max(1, event.upserted.length) : 1;
}
