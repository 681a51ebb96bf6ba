import type { KindDefinition } from '../registry/kind-definition';
import { BUILTIN_KINDS } from '../registry/builtin-kinds';
import { apiErrors } from '../status/api-error';
import type { KubeApi } from './kube-api';

/** Nothing is created in a namespace that does not exist (404) or is being deleted (403). */
export function requireActiveNamespace(
  api: KubeApi,
  kind: KindDefinition,
  namespace: string,
  name: string,
): void {
  const found = api.store.get({ resource: 'namespaces', namespace: '', name: namespace });
  const namespaces = BUILTIN_KINDS.find((each) => each.bucket === 'namespaces') ?? kind;
  if (!found) throw apiErrors.notFound(namespaces, namespace);
  if (found.metadata.deletionTimestamp === undefined) return;
  const detail = `unable to create new content in namespace ${namespace} because it is being terminated`;
  const message = `namespace ${namespace} is being terminated`;
  throw apiErrors.forbidden(kind, name, detail, [
    { reason: 'NamespaceTerminating', message, field: 'metadata.namespace' },
  ]);
}
