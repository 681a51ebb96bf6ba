/** What an operation's `syncOptions` ask of the whole sync; objects may say otherwise in their annotation. */
export interface SyncOptions {
  createNamespace: boolean;
  pruneLast: boolean;
  applyOutOfSyncOnly: boolean;
  serverSideApply: boolean;
  replace: boolean;
  force: boolean;
  validate: boolean;
  skipDryRunOnMissingResource: boolean;
  failOnSharedResource: boolean;
  respectIgnoreDifferences: boolean;
  clientSideApplyMigration: boolean;
  clientSideApplyMigrationManager: string;
  prunePropagationPolicy: PrunePropagation;
  /** What objects that say nothing do. */
  prune: 'true' | 'false' | 'confirm';
  delete: 'true' | 'false' | 'confirm';
  /** Options that nobody here knows; Argo CD ignores them too. */
  unknown: string[];
}

export type PrunePropagation = 'Foreground' | 'Background' | 'Orphan';

const FLAGS: Record<string, keyof SyncOptions> = {
  CreateNamespace: 'createNamespace',
  PruneLast: 'pruneLast',
  ApplyOutOfSyncOnly: 'applyOutOfSyncOnly',
  ServerSideApply: 'serverSideApply',
  Replace: 'replace',
  Force: 'force',
  Validate: 'validate',
  SkipDryRunOnMissingResource: 'skipDryRunOnMissingResource',
  FailOnSharedResource: 'failOnSharedResource',
  RespectIgnoreDifferences: 'respectIgnoreDifferences',
  ClientSideApplyMigration: 'clientSideApplyMigration',
};
const PROPAGATIONS: Record<string, PrunePropagation> = {
  foreground: 'Foreground',
  background: 'Background',
  orphan: 'Orphan',
};

const DEFAULT_MIGRATION_MANAGER = 'kubectl-client-side-apply';

/** Reads `Name=value` texts; of a repeated name the last counts. */
export function parseSyncOptions(options: readonly string[] = []): SyncOptions {
  const parsed: SyncOptions = {
    createNamespace: false,
    pruneLast: false,
    applyOutOfSyncOnly: false,
    serverSideApply: false,
    replace: false,
    force: false,
    validate: true,
    skipDryRunOnMissingResource: false,
    failOnSharedResource: false,
    respectIgnoreDifferences: false,
    clientSideApplyMigration: true,
    clientSideApplyMigrationManager: DEFAULT_MIGRATION_MANAGER,
    prunePropagationPolicy: 'Foreground',
    prune: 'true',
    delete: 'true',
    unknown: [],
  };
  for (const option of options) readOption(parsed, option);
  return parsed;
}

function readOption(parsed: SyncOptions, option: string): void {
  const at = option.indexOf('=');
  const [name, value] = [option.slice(0, Math.max(at, 0)).trim(), option.slice(at + 1).trim()];
  const flag = FLAGS[name];
  if (flag && (value === 'true' || value === 'false')) Object.assign(parsed, { [flag]: value === 'true' });
  else if (name === 'PrunePropagationPolicy' && PROPAGATIONS[value])
    parsed.prunePropagationPolicy = PROPAGATIONS[value];
  else if (name === 'ClientSideApplyMigrationManager' && value)
    parsed.clientSideApplyMigrationManager = value;
  else if (name === 'Prune' && isAnswer(value)) parsed.prune = value;
  else if (name === 'Delete' && isAnswer(value)) parsed.delete = value;
  else parsed.unknown.push(option);
}

function isAnswer(value: string): value is 'true' | 'false' | 'confirm' {
  return value === 'true' || value === 'false' || value === 'confirm';
}
