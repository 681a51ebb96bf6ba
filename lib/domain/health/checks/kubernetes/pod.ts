import type { KubernetesObject } from '../../../resource/kubernetes-object';
import { isHook } from '../../../sync/hook/hook-types';
import { health } from '../../rules/answer';
import { findCondition, itemsAt, numberAt, textAt } from '../../rules/read-field';
import type { ResourceHealth } from '../../health-status';

const IGNORE_RESTART_POLICY = 'argocd.argoproj.io/ignore-restart-policy';

/**
 * A pod that restarts for ever is judged by its readiness; one with an end is Progressing until it ends, so that a
 * hook whose image arrives late is not failed early.
 */
export function assessPod(object: KubernetesObject): ResourceHealth {
  const isLongRunning =
    textAt(object, 'spec.restartPolicy') === 'Always' ||
    (object.metadata.annotations?.[IGNORE_RESTART_POLICY] === 'true' && !isHook(object));
  const text = textAt(object, 'status.message');
  if (isLongRunning) {
    const stuck = itemsAt(object, 'status.containerStatuses').filter(isStuckWaiting);
    if (stuck.length > 0)
      return health(
        'Degraded',
        stuck.map((status) => textAt(status, 'state.waiting.message') ?? '').join(', '),
      );
  }
  switch (textAt(object, 'status.phase')) {
    case 'Pending':
      return health('Progressing', text);
    case 'Succeeded':
      return health('Healthy', text);
    case 'Failed':
      return health('Degraded', text ?? failureOf(object));
    case 'Running':
      return isLongRunning ? assessRunning(object, text) : assessEnding(object, text);
    default:
      return health('Unknown', text);
  }
}

function assessRunning(object: KubernetesObject, text: string | undefined): ResourceHealth {
  if (findCondition(object, 'Ready')?.status === 'True') return health('Healthy', text);
  const hasCrashed = itemsAt(object, 'status.containerStatuses').some(
    (status) => (status as { lastState?: { terminated?: unknown } }).lastState?.terminated,
  );
  return health(hasCrashed ? 'Degraded' : 'Progressing', text);
}

function assessEnding(object: KubernetesObject, text: string | undefined): ResourceHealth {
  const hasEnd = ['OnFailure', 'Never'].includes(textAt(object, 'spec.restartPolicy') ?? '');
  return health(hasEnd ? 'Progressing' : 'Unknown', text);
}

/** Reasons such as ErrImagePull, CreateContainerConfigError and CrashLoopBackOff do not pass by themselves. */
function isStuckWaiting(status: unknown): boolean {
  return /^Err|Error$|BackOff$/.test(textAt(status, 'state.waiting.reason') ?? '');
}

function failureOf(object: KubernetesObject): string | undefined {
  const statuses = ['status.initContainerStatuses', 'status.containerStatuses'].flatMap((path) =>
    itemsAt(object, path),
  );
  for (const status of statuses) {
    const written = textAt(status, 'state.terminated.message');
    if (written) return written;
    if (textAt(status, 'state.terminated.reason') === 'OOMKilled') return 'OOMKilled';
    const code = numberAt(status, 'state.terminated.exitCode') ?? 0;
    if (code !== 0) return `container "${textAt(status, 'name') ?? ''}" failed with exit code ${code}`;
  }
  return undefined;
}
