import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { ResourceHealth } from '../health-status';

/** The health of one kind of object; null where the object says nothing about it (it then counts as having no check). */
export type HealthCheck = (object: KubernetesObject) => ResourceHealth | null;

/** One line of a check: an answer, or undefined to let the next line decide. */
export type Rule = (object: KubernetesObject) => ResourceHealth | null | undefined;

/** Checks by `group/Kind`, a core kind by `Kind` alone; `*` in a key stands for any text without a slash. */
export type CheckTable = Readonly<Record<string, HealthCheck>>;

/** The first rule with an answer decides; a check without any answer says nothing. */
export function check(...rules: Rule[]): HealthCheck {
  return (object) => {
    for (const rule of rules) {
      const answer = rule(object);
      if (answer !== undefined) return answer;
    }
    return null;
  };
}

/** The same check for several kinds. */
export function sameFor(keys: readonly string[], shared: HealthCheck): CheckTable {
  return Object.fromEntries(keys.map((key) => [key, shared]));
}
