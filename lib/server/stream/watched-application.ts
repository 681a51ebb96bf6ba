import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { applicationTopic, type StreamEvent, type Topic } from '@/lib/contracts/stream/stream-events';
import type { EngineView } from '../engine-port';
import { toApplicationDetail } from '../read-model/application/application-detail';
import { snapshotOf, treeChanges, type TreeSnapshot } from './tree-changes';

/** One application that somebody looks at: remembers what was told, and says what changed since. */
export class WatchedApplication {
  readonly ref: ApplicationRef;
  readonly topic: Topic;
  /** Resolves when the first snapshot is taken: from then on no change is missed. */
  readonly ready: Promise<void>;
  readers = 0;
  /** When the last reader left; the watch goes on for a while, for one who comes back. */
  leftAt: Date | undefined;
  readonly #engine: EngineView;
  #snapshot: TreeSnapshot = new Map();

  constructor(engine: EngineView, ref: ApplicationRef) {
    this.#engine = engine;
    this.ref = ref;
    this.topic = applicationTopic(ref);
    this.ready = engine.tree(ref).then((tree) => void (this.#snapshot = snapshotOf(tree)));
  }

  async changes(kinds: ReadonlySet<'detail' | 'tree' | 'diff'>, now: Date): Promise<StreamEvent[]> {
    const application = this.ref;
    const facts = this.#engine.application(application);
    if (!facts) return [{ type: 'application.removed', application }];
    const events: StreamEvent[] = [];
    if (kinds.has('detail'))
      events.push({
        type: 'application.changed',
        application,
        detail: toApplicationDetail(this.#engine, facts, now),
      });
    if (kinds.has('tree')) {
      await this.ready;
      const tree = await this.#engine.tree(application);
      const snapshot = snapshotOf(tree);
      const change = treeChanges(this.#snapshot, tree, snapshot);
      this.#snapshot = snapshot;
      if (change) events.push({ type: 'tree.changed', application, ...change });
    }
    if (kinds.has('diff')) events.push({ type: 'diff.changed', application });
    return events;
  }
}
