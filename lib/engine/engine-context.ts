import type { ResourceHealth } from '@/lib/domain/health/health-status';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ApplicationWriter } from './control/application-writer';
import type { ClusterConnections } from './control/cluster-connections';
import type { ControlPlane } from './control/control-plane';
import type { NoticeListener } from './engine-event';
import type { Clock } from './ports/clock';
import type { JqEvaluator } from './ports/jq-evaluator';
import type { Ledger } from './ports/ledger';
import type { ManifestRenderer } from './ports/manifest-renderer';
import type { DryRunCache } from './reconcile/compare-object';

/** What the parts of the engine share. */
export interface EngineContext {
  control: ControlPlane;
  clusters: ClusterConnections;
  writer: ApplicationWriter;
  renderer: ManifestRenderer;
  ledger: Ledger;
  jq: JqEvaluator;
  clock: Clock;
  signal: AbortSignal;
  assessHealth: (object: KubernetesObject) => ResourceHealth | null;
  dryRuns: DryRunCache;
  notify: NoticeListener;
  /** Failures that no Application can show, such as a broken ledger. */
  onError: (what: string, error: unknown) => void;
}
