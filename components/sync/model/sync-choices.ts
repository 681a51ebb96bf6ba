import type { PlanChoices } from '@/lib/client/queries/sync-plan-query';
import type { SyncRequestInput } from '@/lib/contracts/sync/sync-request';
import type { ResourceKey } from '@/lib/domain/resource/resource-key';

/** What a person chooses on the plan page. */
export interface SyncChoices {
  prune: boolean;
  onlyDiffering: boolean;
  serverSide: boolean;
  replace: boolean;
  force: boolean;
  /** Tries of a failed sync; 0 is none. */
  retries: number;
  revision: string;
  /** Ids of tasks that are left out. */
  leftOut: readonly string[];
}

const OPTIONS = {
  onlyDiffering: 'ApplyOutOfSyncOnly',
  serverSide: 'ServerSideApply',
  replace: 'Replace',
} as const satisfies Partial<Record<keyof SyncChoices, string>>;
export type OptionChoice = keyof typeof OPTIONS;
const OPTION_CHOICES = ['onlyDiffering', 'serverSide', 'replace'] as const satisfies readonly OptionChoice[];

export function isOptionSet(options: readonly string[], choice: OptionChoice): boolean {
  return options.includes(`${OPTIONS[choice]}=true`);
}

/** The application's own sync options with the choices put in; undefined when nothing was chosen against them. */
export function syncOptionsWith(
  own: readonly string[],
  choices: Pick<SyncChoices, OptionChoice>,
): string[] | undefined {
  if (OPTION_CHOICES.every((choice) => choices[choice] === isOptionSet(own, choice))) return undefined;
  const others = own.filter(
    (option) => !OPTION_CHOICES.some((choice) => option.startsWith(`${OPTIONS[choice]}=`)),
  );
  return [
    ...others,
    ...OPTION_CHOICES.filter((choice) => choices[choice]).map((choice) => `${OPTIONS[choice]}=true`),
  ];
}

/** Query of the plan. `resources` are the chosen ones; none means all. */
export function planChoicesOf(
  choices: SyncChoices,
  own: readonly string[],
  resources: readonly ResourceKey[],
): PlanChoices {
  const syncOptions = syncOptionsWith(own, choices);
  return {
    prune: choices.prune,
    ...(choices.force ? { force: true } : {}),
    ...(choices.revision ? { revision: choices.revision } : {}),
    ...(syncOptions ? { syncOptions } : {}),
    ...(resources.length > 0
      ? {
          resources: resources.map(
            (key) => `${key.group}:${key.kind}:${key.namespace ? `${key.namespace}/` : ''}${key.name}`,
          ),
        }
      : {}),
  };
}

/** The request that the button sends: the same choices, bound to the digest that was read. */
export function syncRequestOf(
  choices: SyncChoices,
  own: readonly string[],
  more: { resources: readonly ResourceKey[]; digest: string; dryRun: boolean; reason: string },
): SyncRequestInput {
  const items = syncOptionsWith(own, choices);
  return {
    prune: choices.prune,
    dryRun: more.dryRun,
    planDigest: more.digest,
    strategy: { hook: { force: choices.force } },
    ...(choices.revision ? { revision: choices.revision } : {}),
    ...(items ? { syncOptions: { items } } : {}),
    ...(choices.retries > 0 ? { retryStrategy: { limit: choices.retries } } : {}),
    ...(more.resources.length > 0 ? { resources: more.resources.map((key) => ({ ...key })) } : {}),
    ...(more.reason ? { infos: [{ name: 'Reason', value: more.reason }] } : {}),
  };
}
