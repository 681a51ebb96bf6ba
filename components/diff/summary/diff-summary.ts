/** The difference of one object in facts; the words around them are the page's (messages `diff.summary`). */
export interface DiffSummary {
  verdict: 'created' | 'deleted' | 'changed' | 'same';
  facts: SummaryFact[];
  /** Facts that are not listed, so that a sentence stays a sentence. */
  more: number;
  /** The Pod template changes: its Pods are replaced. */
  restarts: boolean;
  /** Pods that restart, where the object says so. */
  pods?: number;
}

export type SummaryFact =
  | { type: 'set'; label: SummaryLabel; from: string; to: string }
  | { type: 'added' | 'removed'; label: SummaryLabel; value?: string }
  | { type: 'keys'; changed: number; added: number; removed: number; total: number; isSecret: boolean };

/** `code` labels are names out of the manifest and are shown as they are; `word` labels are translated. */
export type SummaryLabel = { code: string } | { word: SummaryWord; of?: string };

export const SUMMARY_WORDS = [
  'image',
  'replicas',
  'memory',
  'cpu',
  'memoryRequest',
  'cpuRequest',
  'label',
  'annotation',
  'port',
  'type',
] as const;
export type SummaryWord = (typeof SUMMARY_WORDS)[number];
