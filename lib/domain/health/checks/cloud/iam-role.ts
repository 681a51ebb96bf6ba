import { health } from '../../rules/answer';
import type { HealthCheck } from '../../rules/health-check';
import { numberAt, textAt } from '../../rules/read-field';

const FAILED = ['Error', 'RolesMaxLimitReached', 'PolicyNotAllowed', 'RoleNameNotAvailable'];

/** Keikoproj's IAM manager: the message names role, ARN, id and how often it was tried. */
export const assessIamRole: HealthCheck = (object) => {
  const part = (field: string) => textAt(object, `status.${field}`) ?? '<none>';
  const identity = `'${part('roleName')}'`;
  const address = `with ARN '${part('roleARN')}' and ID '${part('roleID')}'.`;
  const state = textAt(object, 'status.state') ?? '';
  if (state === 'Ready') return health('Healthy', `Role ${identity} exists ${address}`);
  if (!FAILED.includes(state)) return health('Progressing', 'Waiting for Iamrole to be reconciled');
  const retries = numberAt(object, 'status.retryCount') ?? 0;
  const tried = retries > 0 ? `(retry ${retries}) ` : '';
  const cause = textAt(object, 'status.errorDescription');
  const because = cause === undefined ? '' : ` Reconciliation error was: ${cause}`;
  return health(
    'Degraded',
    `Failed to reconcile the Iamrole ${tried}for role ${identity} ${address}${because}`,
  );
};
