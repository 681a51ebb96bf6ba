import type { KubernetesObject } from '../../resource/kubernetes-object';
import { definedKind } from '../order/order-tasks';
import { hasResourceOption } from './resource-options';
import type { SyncOptions } from './sync-options';

/** How an object is written. */
export interface WriteStrategy {
  /**
   * `update`: PUT of what may not be recreated (definitions, namespaces). `replace`: PUT, with force delete and create.
   */
  method: 'create' | 'replace' | 'update' | 'apply' | 'server-side-apply';
  /** Where the server refuses the change, delete and create anew. */
  force: boolean;
  /** Unknown and repeated fields are refused. */
  validate: boolean;
  /** Manager of client-side writes whose fields go over to server-side apply first. */
  migrateFrom?: string;
}

/** What the object's annotation and the operation's options ask for, as Argo CD decides it. */
export function writeStrategyOf(
  target: KubernetesObject,
  live: KubernetesObject | undefined,
  options: SyncOptions,
): WriteStrategy {
  const asks = (option: string): boolean =>
    hasResourceOption(target, option) || hasResourceOption(live, option);
  const common = {
    force: options.force || asks('Force=true'),
    validate: options.validate && !hasResourceOption(target, 'Validate=false'),
  };
  const serverSide =
    !hasResourceOption(target, 'ServerSideApply=false') &&
    (options.serverSideApply || hasResourceOption(target, 'ServerSideApply=true'));
  const manager = serverSide ? migrationManager(live, options) : undefined;
  const migration = manager === undefined ? {} : { migrateFrom: manager };
  if (!options.replace && !asks('Replace=true')) {
    return { method: serverSide ? 'server-side-apply' : 'apply', ...common, ...migration };
  }
  if (!live) return { method: 'create', ...common };
  const mayNotVanish = definedKind(target) !== undefined || target.kind === 'Namespace';
  return { method: mayNotVanish ? 'update' : 'replace', ...common, ...migration };
}

/** The manager whose client-side fields the live object still has. */
function migrationManager(live: KubernetesObject | undefined, options: SyncOptions): string | undefined {
  const manager = options.clientSideApplyMigrationManager;
  if (!options.clientSideApplyMigration || !live) return undefined;
  return live.metadata.managedFields?.some((entry) => entry.manager === manager) ? manager : undefined;
}
