import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { HealthStatus, ResourceHealth } from '../health-status';
import { health, otherwise } from './answer';
import { check, type HealthCheck, type Rule } from './health-check';
import { message, type Message } from './message';
import { conditionsOf, type Condition, type FieldPath } from './read-field';

export interface ConditionRow {
  matches: (condition: Condition, object: KubernetesObject) => boolean;
  status: HealthStatus;
  say: Message;
  /** A final row ends the search; another one is an answer that later conditions may replace. */
  isFinal: boolean;
}

interface RowOptions {
  reason?: string | readonly string[];
  notReason?: string;
  where?: (condition: Condition, object: KubernetesObject) => boolean;
}

/**
 * A row of a conditions table. The pattern is `Type=Status`, `Type!=Status` or `Type`; alternatives of the type stand
 * between bars and `*` is any type. The message is the condition's own unless another is given.
 */
export function on(
  pattern: string,
  status: HealthStatus,
  template = '{.message}',
  options: RowOptions = {},
): ConditionRow {
  return { matches: matcherOf(pattern, options), status, say: message(template), isFinal: true };
}

/** As {@link on}, but later conditions may still change the answer. */
export function note(
  pattern: string,
  status: HealthStatus,
  template = '{.message}',
  options: RowOptions = {},
): ConditionRow {
  return { ...on(pattern, status, template, options), isFinal: false };
}

/** The conditions in their order, each against the rows in theirs: the first final match answers, else the last note. */
export function conditions(...rows: ConditionRow[]): Rule {
  return conditionsAt('status.conditions', ...rows);
}

export function conditionsAt(path: FieldPath, ...rows: ConditionRow[]): Rule {
  return (object) => {
    let noted: ResourceHealth | undefined;
    for (const condition of conditionsOf(object, path)) {
      const row = rows.find((candidate) => candidate.matches(condition, object));
      if (!row) continue;
      const answer = health(row.status, row.say(object, condition));
      if (row.isFinal) return answer;
      noted = answer;
    }
    return noted;
  };
}

/** The most common check: one condition, True is Healthy and False is Degraded, both in its own words. */
export function readiness(waiting: string, type = 'Ready'): HealthCheck {
  return check(
    conditions(on(`${type}=False`, 'Degraded'), on(`${type}=True`, 'Healthy')),
    otherwise('Progressing', waiting),
  );
}

/** Whether a condition was written for the present generation; one without a number is taken as such. */
export function isCurrent(condition: Condition, object: KubernetesObject): boolean {
  const { observedGeneration } = condition;
  const { generation } = object.metadata;
  return observedGeneration === undefined || generation === undefined || observedGeneration === generation;
}

export function matcherOf(
  pattern: string,
  options: RowOptions = {},
): (condition: Condition, object: KubernetesObject) => boolean {
  const [, types = '', operator, status] = /^([^=!]+)(?:(!?=)(.*))?$/.exec(pattern) ?? [];
  const names = types === '*' ? undefined : new Set(types.split('|'));
  const reasons = options.reason === undefined ? undefined : [options.reason].flat();
  return (condition, object) =>
    (!names || (condition.type !== undefined && names.has(condition.type))) &&
    (operator === undefined || (condition.status === status) === (operator === '=')) &&
    (!reasons || reasons.includes(condition.reason ?? '')) &&
    (options.notReason === undefined || condition.reason !== options.notReason) &&
    (!options.where || options.where(condition, object));
}
