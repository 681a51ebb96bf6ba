import type { Caller } from './caller';
import type { Permission, PermissionObject } from './permission';

/** Answers "may they?"; one implementation per way of writing rules down. */
export interface Authorizer {
  can(caller: Caller, permission: Permission, object: PermissionObject): boolean;
}

/** Before sign-in there is one caller, at this machine, who may do everything; whoever else comes may do nothing. */
export const localAuthorizer: Authorizer = { can: (caller) => caller.isLocalAdministrator };
