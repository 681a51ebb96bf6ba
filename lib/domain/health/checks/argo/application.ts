import { HEALTH_STATUSES } from '../../health-status';
import { health } from '../../rules/answer';
import type { HealthCheck } from '../../rules/health-check';
import { textAt } from '../../rules/read-field';

/**
 * A child Application counts with its own health: the customisation that Argo CD documents for app-of-apps. Argo CD
 * itself has no check for Applications, so this one applies only where it is asked for.
 */
export const assessChildApplication: HealthCheck = (object) => {
  const word = textAt(object, 'status.health.status');
  const text = textAt(object, 'status.health.message') ?? '';
  if (word === undefined) return health('Progressing', text);
  return health(HEALTH_STATUSES.find((each) => each === word) ?? 'Unknown', text);
};
