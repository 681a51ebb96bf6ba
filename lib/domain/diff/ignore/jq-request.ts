import type { JsonObject } from '../../resource/json';

/** Asks whoever runs a comparison to delete from each object what a jq path expression names (`del(expression)`). */
export interface JqRequest {
  expression: string;
  objects: readonly JsonObject[];
}

/** The objects without these paths; undefined where the expression failed or took too long (it is then skipped). */
export type JqAnswer = readonly (JsonObject | undefined)[];

/** A pure computation that may need jq: it yields requests and is continued with their answers. */
export type JqSteps<T> = Generator<JqRequest, T, JqAnswer>;

/** Runs steps without jq: every expression counts as failed. For callers whose rules have none. */
export function runWithoutJq<T>(steps: JqSteps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next([]);
  return step.value;
}
