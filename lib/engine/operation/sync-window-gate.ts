import type { Application } from '@/lib/domain/application/application';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { ClusterConnection } from '../control/cluster-connections';

export interface WindowQuestion {
  app: Application;
  project: AppProject;
  cluster: ClusterConnection;
  now: Date;
  isManual: boolean;
  /** Start of a running operation: windows with syncOverrun let it go on. */
  startedAt?: Date;
}

/** Whether sync windows let a sync run; `reason` says which rule does not. */
export type WindowGate = (question: WindowQuestion) => { isOpen: boolean; reason: string };
