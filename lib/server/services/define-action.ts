import type { JsonObject } from '@/lib/domain/resource/json';
import { formatPermission, type Permission } from '../auth/permission';
import { AppError } from '../http/app-error';
import type { RequestContext } from '../http/request-context';
import { writeAuditEntry, type ActionTarget } from './audit-entry';

export interface ActionSpec<Input, Target extends ActionTarget, Result> {
  /** `<noun>.<verb>`, as it stands in the audit. */
  action: string;
  permission: Permission | ((input: Input) => Permission);
  /** Finds what the action is about; throws `not-found`. */
  target: (context: RequestContext, input: Input) => Target | Promise<Target>;
  /** What of the input is worth recording; never a Secret's value. */
  detail: (input: Input) => JsonObject;
  act: (context: RequestContext, input: Input, target: Target) => Promise<Result>;
}

/** A verb that changes something: authorise → audit → act. */
export type Action<Input, Result> = (context: RequestContext, input: Input) => Promise<Result>;

/**
 * Records before it acts, so that an audit that cannot be written fails the action; a failed action adds an entry that
 * says why. (Acts reach the cluster, which no database transaction can take back.)
 */
export function defineAction<Input, Target extends ActionTarget, Result>(
  spec: ActionSpec<Input, Target, Result>,
): Action<Input, Result> {
  return async (context, input) => {
    const target = await spec.target(context, input);
    const permission = typeof spec.permission === 'function' ? spec.permission(input) : spec.permission;
    const detail = spec.detail(input);
    if (!context.runtime.authorizer.can(context.caller, permission, target.permissionObject)) {
      const reason = `needs ${formatPermission(permission)} on ${target.permissionObject}`;
      await writeAuditEntry(context, spec.action, target, { result: 'denied', reason, detail });
      throw new AppError('forbidden', `${context.caller.name} may not do this: it ${reason}.`);
    }
    await writeAuditEntry(context, spec.action, target, { result: 'allowed', detail });
    try {
      return await spec.act(context, input, target);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await writeAuditEntry(context, spec.action, target, { result: 'failed', reason, detail });
      throw error;
    }
  };
}
