/** Resources and actions of Argo CD's RBAC (semantics.md §15), as far as routes use them. */
export const RESOURCES = [
  'applications',
  'clusters',
  'projects',
  'repositories',
  'logs',
  'activity',
  'settings',
] as const;
export const ACTIONS = ['get', 'create', 'update', 'delete', 'sync', 'override', 'action'] as const;

export interface Permission {
  resource: (typeof RESOURCES)[number];
  action: (typeof ACTIONS)[number];
}

/** `<project>/<application>` or the name of the thing; `*` when the question is about the resource at large. */
export type PermissionObject = string;

export function formatPermission(permission: Permission): string {
  return `${permission.resource}, ${permission.action}`;
}
