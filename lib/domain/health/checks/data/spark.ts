import type { KubernetesObject } from '../../../resource/kubernetes-object';
import { health, otherwise } from '../../rules/answer';
import { check, type HealthCheck } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import { itemsAt, numberAt, readField, textAt } from '../../rules/read-field';
import { is, lacks, when } from '../../rules/when';

const STATE = 'status.applicationState.state';

/** Executors that the application may run with: fixed, between two bounds, or any number above none. */
interface ExecutorRange {
  min: number;
  max: number;
}

/** Spark operator: a running application is healthy once as many executors run as its settings ask for. */
export const assessSparkApplication: HealthCheck = check(
  when(lacks(STATE), 'Progressing', 'Waiting for Executor pods'),
  (object) =>
    is(STATE, 'RUNNING')(object) && hasItsExecutors(object)
      ? health('Healthy', 'SparkApplication is Running')
      : undefined,
  phases(STATE, {
    '': ['Progressing', 'SparkApplication was added, enqueuing it for submission'],
    SUBMITTED: ['Progressing', 'SparkApplication was submitted successfully'],
    COMPLETED: ['Healthy', 'SparkApplication was Completed'],
    ...each(
      ['FAILED', 'SUBMISSION_FAILED', 'FAILING'],
      ['Degraded', '{status.applicationState.errorMessage}'],
    ),
    PENDING_RERUN: ['Progressing', 'SparkApplication is Pending Rerun'],
    INVALIDATING: ['Missing', 'SparkApplication is in InvalidatingState'],
    SUCCEEDING: [
      'Progressing',
      'The driver pod has been completed successfully. The executor pods terminate and are cleaned up.\nUnder this circumstances, we assume the executor pod are completed.',
    ],
    UNKNOWN: [
      'Progressing',
      'SparkApplication is in UnknownState because either driver pod or one or all executor pods in unknown state  ',
    ],
  }),
  otherwise('Progressing', 'Waiting for Executor pods'),
);

function hasItsExecutors(object: KubernetesObject): boolean {
  if (readField(object, 'status.executorState') === undefined) return false;
  const running = itemsAt(object, 'status.executorState').filter((state) => state === 'RUNNING').length;
  const fixed = numberAt(object, 'spec.executor.instances');
  if (fixed !== undefined && fixed === running) return true;
  const range = rangeOfSpec(object) ?? rangeOfSparkConf(object);
  if (range) return running >= range.min && running <= range.max;
  return readField(object, 'spec.dynamicAllocation') === undefined && fixed === undefined && running >= 1;
}

function rangeOfSpec(object: KubernetesObject): ExecutorRange | undefined {
  if (!readField(object, 'spec.dynamicAllocation.enabled')) return undefined;
  return {
    min: numberAt(object, 'spec.dynamicAllocation.minExecutors') ?? 0,
    max: numberAt(object, 'spec.dynamicAllocation.maxExecutors') ?? Infinity,
  };
}

/** Streaming's own settings come before the general ones. */
function rangeOfSparkConf(object: KubernetesObject): ExecutorRange | undefined {
  const settings = readField(object, 'spec.sparkConf');
  for (const prefix of ['spark.streaming.dynamicAllocation', 'spark.dynamicAllocation']) {
    if (textAt(settings, [`${prefix}.enabled`]) !== 'true') continue;
    return {
      min: numberAt(settings, [`${prefix}.minExecutors`]) ?? 0,
      max: numberAt(settings, [`${prefix}.maxExecutors`]) ?? Infinity,
    };
  }
  return undefined;
}
