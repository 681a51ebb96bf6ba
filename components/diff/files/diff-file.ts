import type { ManagedFieldsEntry } from '@/lib/domain/resource/kubernetes-object';

/** One object of a diff: what is live and what it becomes. Both sides are already masked by the server. */
export interface DiffFile {
  id: string;
  group: string;
  kind: string;
  namespace: string;
  name: string;
  before?: unknown;
  after?: unknown;
  /** Of the live object, for the field-manager gutter. */
  managedFields?: readonly ManagedFieldsEntry[];
  /** Why it differs: Git moved on, or somebody changed it live. */
  marks?: readonly ChangeMark[];
  /** Why a side cannot be shown. */
  notice?: string;
}

export type ChangeMark = 'pending' | 'drift';

export const DIFF_VERDICTS = ['changed', 'created', 'deleted', 'same'] as const;
export type DiffVerdict = (typeof DIFF_VERDICTS)[number];
