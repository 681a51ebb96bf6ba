import { isJsonObject } from '@/lib/domain/resource/json';
import type { DiffSummary, SummaryFact } from './diff-summary';
import { factOf, textOf } from './fact-of';
import { introduceObject } from './introduce-object';
import type { ObjectChange } from './object-change';
import { objectChanges } from './object-changes';

const RESTARTING = ['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'];
const MOST_FACTS = 5;

/** Says in facts what a sync does to one object: `before` is live, `after` what Git wants. An absent side is create or delete. */
export function summarizeDiff(before: unknown, after: unknown): DiffSummary {
  if (!isJsonObject(before) && !isJsonObject(after))
    return { verdict: 'same', facts: [], more: 0, restarts: false };
  if (!isJsonObject(after)) return { verdict: 'deleted', facts: [], more: 0, restarts: false };
  if (!isJsonObject(before))
    return { verdict: 'created', facts: introduceObject(after), more: 0, restarts: false };
  const changes = objectChanges(before, after);
  if (changes.length === 0) return { verdict: 'same', facts: [], more: 0, restarts: false };
  const facts = isData(after.kind)
    ? [...dataFacts(changes, after), ...otherFacts(changes.filter(isNotData))]
    : otherFacts(changes);
  const restarts = RESTARTING.includes(textOf(after.kind)) && changes.some(isTemplate);
  return {
    verdict: 'changed',
    facts: facts.slice(0, MOST_FACTS),
    more: Math.max(0, facts.length - MOST_FACTS),
    restarts,
    ...(restarts ? podsOf(before) : {}),
  };
}

function otherFacts(changes: readonly ObjectChange[]): SummaryFact[] {
  const facts = changes.map(factOf);
  return facts.sort((a, b) => weight(a) - weight(b));
}

function weight(fact: SummaryFact): number {
  if (fact.type === 'keys' || !('word' in fact.label)) return 2;
  if (fact.label.word === 'image') return 0;
  return fact.label.word === 'label' || fact.label.word === 'annotation' ? 3 : 1;
}

function isData(kind: unknown): boolean {
  return kind === 'ConfigMap' || kind === 'Secret' || kind === 'SealedSecret';
}

function isNotData(change: ObjectChange): boolean {
  return !isDataPath(change.path);
}

function isDataPath(path: readonly string[]): boolean {
  return ['data', 'stringData', 'binaryData', 'encryptedData'].some(
    (name) => path[0] === name || (path[0] === 'spec' && path[1] === name),
  );
}

/** One or two short values are said; several keys, long values and secrets are counted. */
function dataFacts(changes: readonly ObjectChange[], after: Record<string, unknown>): SummaryFact[] {
  const data = changes.filter((change) => isDataPath(change.path));
  if (data.length === 0) return [];
  const isSecret = after.kind !== 'ConfigMap';
  const isShort = data.every((change) => [change.before, change.after].every(isShortText));
  if (!isSecret && data.length <= 3 && isShort) return data.map(factOf);
  const total = isJsonObject(after.data) ? Object.keys(after.data).length : data.length;
  const added = data.filter((change) => change.before === undefined).length;
  const removed = data.filter((change) => change.after === undefined).length;
  return [{ type: 'keys', changed: data.length - added - removed, added, removed, total, isSecret }];
}

function isShortText(value: unknown): boolean {
  const text = textOf(value);
  return text.length <= 32 && !text.includes('\n');
}

function isTemplate(change: ObjectChange): boolean {
  return change.path[0] === 'spec' && change.path[1] === 'template';
}

function podsOf(before: Record<string, unknown>): { pods?: number } {
  const replicas = isJsonObject(before.spec) ? before.spec.replicas : undefined;
  return typeof replicas === 'number' ? { pods: replicas } : {};
}
