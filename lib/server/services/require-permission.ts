import { formatPermission, type Permission } from '../auth/permission';
import { AppError } from '../http/app-error';
import type { RequestContext } from '../http/request-context';
import { writeAuditEntry, type ActionTarget } from './audit-entry';

/** For verbs that only read: allowed reads leave no entry, denied ones do. */
export async function requirePermission(
  context: RequestContext,
  permission: Permission,
  target: ActionTarget,
): Promise<void> {
  if (context.runtime.authorizer.can(context.caller, permission, target.permissionObject)) return;
  const reason = `needs ${formatPermission(permission)} on ${target.permissionObject}`;
  await writeAuditEntry(context, `${permission.resource}.${permission.action}`, target, {
    result: 'denied',
    reason,
  });
  throw new AppError('forbidden', `${context.caller.name} may not see this: it ${reason}.`);
}
