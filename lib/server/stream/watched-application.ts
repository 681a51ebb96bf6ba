import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { applicationTopic, type StreamEvent, type Topic } from '@/lib/contracts/stream/stream-events';
import type { Clock } from '@/lib/engine/ports/clock';
import type { Ledger } from '@/lib/engine/ports/ledger';
import type { EngineView } from '../engine-port';
import { readApplicationDetail } from '../read-model/application/read-application-detail';
import { snapshotOf, treeChanges, type TreeSnapshot } from './tree-changes';

export interface DetailSources {
  engine: EngineView;
  ledger: Ledger;
  clock: Clock;
}

/** One application that somebody looks at: remembers what was told, and says what changed since. */
export class WatchedApplication {
  readonly ref: ApplicationRef;
  readonly topic: Topic;
  /** Resolves when the first snapshot is taken: from then on no change is missed. */
  readonly ready: Promise<void>;
  readers = 0;
  /** When the last reader left; the watch goes on for a while, for one who comes back. */
  leftAt: Date | undefined;
  readonly #sources: DetailSources;
  #snapshot: TreeSnapshot = new Map();

  constructor(sources: DetailSources, ref: ApplicationRef) {
    this.#sources = sources;
    this.ref = ref;
    this.topic = applicationTopic(ref);
    // A tree that cannot be read now is told whole once it can.
    this.ready = sources.engine.tree(ref).then(
      (tree) => void (this.#snapshot = snapshotOf(tree)),
      () => undefined,
    );
  }

  async changes(kinds: ReadonlySet<'detail' | 'tree' | 'diff'>): Promise<StreamEvent[]> {
    const application = this.ref;
    const { engine } = this.#sources;
    const facts = engine.application(application);
    if (!facts) return [{ type: 'application.removed', application }];
    const events: StreamEvent[] = [];
    if (kinds.has('detail'))
      events.push({
        type: 'application.changed',
        application,
        detail: await readApplicationDetail(this.#sources, facts),
      });
    if (kinds.has('tree')) {
      await this.ready;
      const tree = await engine.tree(application);
      const snapshot = snapshotOf(tree);
      const change = treeChanges(this.#snapshot, tree, snapshot);
      this.#snapshot = snapshot;
      if (change) events.push({ type: 'tree.changed', application, ...change });
    }
    if (kinds.has('diff')) events.push({ type: 'diff.changed', application });
    return events;
  }
}
