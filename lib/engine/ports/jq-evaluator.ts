import type { JqSteps } from '@/lib/domain/diff/ignore/jq-request';
import type { JsonObject } from '@/lib/domain/resource/json';

/** Evaluates the jq path expressions of `ignoreDifferences`. */
export interface JqEvaluator {
  /**
   * Each object without the paths that the expression names (`del(expression)`); undefined for an object on which it
   * fails or runs longer than the evaluator's limit (1 s). Never throws for what a user wrote.
   */
  deletePaths(expression: string, objects: readonly JsonObject[]): Promise<(JsonObject | undefined)[]>;
  close(): Promise<void>;
}

/** Runs a comparison of the domain that may ask for jq, such as `comparisonSteps`. */
export async function runWithJq<T>(steps: JqSteps<T>, jq: JqEvaluator): Promise<T> {
  let step = steps.next();
  while (!step.done) step = steps.next(await jq.deletePaths(step.value.expression, step.value.objects));
  return step.value;
}
