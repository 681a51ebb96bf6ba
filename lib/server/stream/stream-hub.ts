import { randomBytes } from 'node:crypto';
import { parseApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ActivityEntry } from '@/lib/contracts/platform/activity';
import { applicationTopic, type StreamEvent, type Topic } from '@/lib/contracts/stream/stream-events';
import type { Clock } from '@/lib/engine/ports/clock';
import type { Ledger } from '@/lib/engine/ports/ledger';
import type { AppRef, EngineEvent, EngineView } from '../engine-port';
import { toApplicationRow } from '../read-model/application/application-row';
import { AsyncQueue } from './async-queue';
import { EventLog, type LoggedEvent } from './event-log';
import { WatchedApplication } from './watched-application';

/** Changes are gathered for so long: at most five updates a second per application reach the browser. */
const GATHER_MS = 200;
const LOG_CAPACITY = 20_000;
const QUEUE_LIMIT = 2_000;
/** An application that nobody looks at any more is watched on for so long. */
const WARM_MS = 5 * 60_000;

type Kind = 'row' | 'detail' | 'tree' | 'diff';

interface Reader {
  topics: ReadonlySet<Topic>;
  queue: AsyncQueue<LoggedEvent>;
}

export interface StreamHubOptions {
  engine: EngineView;
  ledger: Ledger;
  clock: Clock;
  log: { error(facts: object, message: string): void };
}

/** Turns what the engine says into events for browsers: coalesced, numbered, kept for those who come back. */
export class StreamHub {
  readonly #options: StreamHubOptions;
  readonly #log = new EventLog(randomBytes(4).toString('hex'), LOG_CAPACITY);
  readonly #readers = new Set<Reader>();
  readonly #watched = new Map<Topic, WatchedApplication>();
  readonly #dirty = new Map<string, { ref: AppRef; kinds: Set<Kind> }>();
  readonly #stop = new AbortController();
  readonly #unsubscribe: () => void;
  #isGathering = false;

  constructor(options: StreamHubOptions) {
    this.#options = options;
    this.#unsubscribe = options.engine.subscribe((event) => this.#hear(event));
  }

  get readerCount(): number {
    return this.#readers.size;
  }

  /** The events of these topics, beginning with `hello`; ends with the signal or `close`. */
  async *read(
    topics: readonly Topic[],
    signal: AbortSignal,
    lastEventId?: string,
  ): AsyncGenerator<LoggedEvent> {
    const { engine } = this.#options;
    const queue = new AsyncQueue<LoggedEvent>(
      AbortSignal.any([signal, this.#stop.signal]),
      QUEUE_LIMIT,
      () => ({
        id: this.#log.lastId,
        topics: [],
        event: { type: 'reset' },
      }),
    );
    const cold = topics.filter((topic) => topic.startsWith('application/') && !this.#watched.has(topic));
    const watched = topics.flatMap((topic) => this.#watch(topic) ?? []);
    for (const each of watched) each.readers += 1;
    const reader = { topics: new Set(topics), queue };
    try {
      await Promise.all(watched.map((each) => each.ready));
      const missed = lastEventId === undefined ? undefined : this.#log.after(lastEventId);
      this.#readers.add(reader);
      const hello = { type: 'hello' as const, resumed: missed !== undefined, cold, status: engine.status() };
      // With nothing missed before it, the reader goes on after hello's id.
      yield { id: missed ? (lastEventId ?? '') : this.#log.lastId, topics: [], event: hello };
      yield* (missed ?? []).filter((each) => isFor(each, reader));
      yield* queue;
    } finally {
      this.#readers.delete(reader);
      for (const each of watched) {
        each.readers -= 1;
        if (each.readers === 0) each.leftAt = this.#options.clock.now();
      }
    }
  }

  activity(entry: ActivityEntry): void {
    this.#emit(['activity'], { type: 'activity.appended', entry });
  }

  close(): void {
    this.#stop.abort();
    this.#unsubscribe();
  }

  #watch(topic: Topic): WatchedApplication | undefined {
    const ref = topic.startsWith('application/')
      ? parseApplicationRef(topic.slice('application/'.length))
      : undefined;
    if (!ref) return undefined;
    const known = this.#watched.get(topic) ?? new WatchedApplication(this.#options, ref);
    this.#watched.set(topic, known);
    return known;
  }

  #hear(event: EngineEvent): void {
    switch (event.type) {
      case 'status':
        this.#emit(['engine'], { type: 'engine.status', status: this.#options.engine.status() });
        return;
      case 'operation': {
        const application = this.#refOf(event.ref);
        const { operationId, progress } = event;
        const topics: Topic[] = [applicationTopic(application), `operation/${operationId}`];
        this.#emit(topics, { type: 'operation.progress', application, operationId, progress });
        this.#mark(event.ref, ['row', 'detail']);
        return;
      }
      case 'application':
      case 'application-removed':
        this.#mark(event.ref, ['row', 'detail']);
        return;
      case 'tree':
        this.#mark(event.ref, ['tree']);
        return;
      case 'compared':
        this.#mark(event.ref, ['row', 'detail', 'tree', 'diff']);
    }
  }

  #mark(ref: AppRef, kinds: Kind[]): void {
    const key = `${ref.namespace}/${ref.name}`;
    const entry = this.#dirty.get(key) ?? {
      ref: { namespace: ref.namespace, name: ref.name },
      kinds: new Set(),
    };
    for (const kind of kinds) entry.kinds.add(kind);
    this.#dirty.set(key, entry);
    if (this.#isGathering) return;
    this.#isGathering = true;
    const { clock, log } = this.#options;
    clock
      .sleep(GATHER_MS, this.#stop.signal)
      .then(() => this.#flush())
      .catch((error: unknown) => {
        this.#isGathering = false;
        if (!this.#stop.signal.aborted) log.error({ err: error }, 'live events could not be told');
      });
  }

  async #flush(): Promise<void> {
    this.#isGathering = false;
    const dirty = [...this.#dirty.values()];
    this.#dirty.clear();
    this.#tellRows(dirty.filter((entry) => entry.kinds.has('row')).map((entry) => entry.ref));
    this.#forgetCold();
    for (const { ref, kinds } of dirty) {
      const watched = this.#watched.get(applicationTopic(this.#refOf(ref)));
      if (!watched) continue;
      const wanted = new Set([...kinds].filter((kind) => kind !== 'row'));
      try {
        for (const event of await watched.changes(wanted)) this.#emit([watched.topic], event);
      } catch (error) {
        // One application that cannot be read must not silence the others.
        this.#options.log.error({ err: error, topic: watched.topic }, 'a change could not be told');
      }
    }
  }

  #tellRows(refs: AppRef[]): void {
    if (refs.length === 0) return;
    const { engine } = this.#options;
    const found = refs.map((ref) => ({ ref, facts: engine.application(ref) }));
    const { cluster } = engine.controlPlane;
    this.#emit(['applications'], {
      type: 'applications.changed',
      rows: found.flatMap(({ facts }) => (facts ? [toApplicationRow(facts, cluster)] : [])),
      removed: found.filter(({ facts }) => !facts).map(({ ref }) => this.#refOf(ref)),
    });
  }

  #forgetCold(): void {
    const oldest = this.#options.clock.now().getTime() - WARM_MS;
    for (const [topic, watched] of this.#watched) {
      if (watched.readers === 0 && (watched.leftAt?.getTime() ?? 0) < oldest) this.#watched.delete(topic);
    }
  }

  #emit(topics: Topic[], event: StreamEvent): void {
    const logged = this.#log.append(topics, event);
    for (const reader of this.#readers) if (isFor(logged, reader)) reader.queue.push(logged);
  }

  #refOf(ref: AppRef) {
    return { cluster: this.#options.engine.controlPlane.cluster, namespace: ref.namespace, name: ref.name };
  }
}

function isFor(logged: LoggedEvent, reader: Pick<Reader, 'topics'>): boolean {
  return logged.topics.some((topic) => topic === 'engine' || reader.topics.has(topic));
}
