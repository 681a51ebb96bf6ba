import type { ResourceIgnoreDifferences } from '@/lib/domain/application/application-spec';
import { DEFAULT_COMPARISON_SETTINGS, type ComparisonInput } from '@/lib/domain/diff/comparison-input';
import { compileIgnoreRules } from '@/lib/domain/diff/ignore/ignore-rule';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { TypeSchema } from '@/lib/domain/structured-merge/schema/type-schema';
import { readOracle, type OracleCase } from './read-oracle';

interface DiffInput {
  desired: KubernetesObject;
  live: KubernetesObject | null;
  ignoreDifferences?: ResourceIgnoreDifferences[];
  options: {
    namespace?: string;
    includeMutationWebhook?: boolean;
    ignoreResourceStatusField?: 'all' | 'crd' | 'none';
    ignoreAggregatedRoles?: boolean;
  };
}

type ServerAnswer = KubernetesObject & { error?: { code: number; message: string } };

interface DiffExpected {
  serverDryRun: ServerAnswer;
  /** null: the API server refuses. */
  modified: boolean | null;
  modifiedPaths?: string[];
}

export type DiffCase = OracleCase<DiffInput, DiffExpected>;

/** The cases of diff-1.json and diff-2.json. */
export function readDiffCases(folder: string): DiffCase[] | undefined {
  const files = ['diff-1', 'diff-2'].map((name) => readOracle<DiffInput, DiffExpected>(folder, name));
  return files.includes(undefined) ? undefined : files.flatMap((cases) => cases ?? []);
}

export function isWebhookCase({ category }: DiffCase): boolean {
  return category === 'mutation-webhook';
}

/** What the product would ask; the manifest gets the destination's namespace as the engine gives it. */
export function inputOf(
  { input }: DiffCase,
  schemaOf: (apiVersion: string, kind: string) => TypeSchema | undefined,
  mode: ComparisonInput['mode'],
): ComparisonInput & { desired: KubernetesObject } {
  const { desired, live, options } = input;
  const namespace = live ? live.metadata.namespace : options.namespace;
  const metadata = {
    ...desired.metadata,
    ...(namespace && !desired.metadata.namespace ? { namespace } : {}),
  };
  return {
    desired: { ...desired, metadata },
    live: live ?? undefined,
    schema: schemaOf(desired.apiVersion, desired.kind),
    mode,
    manager: 'argocd-controller',
    settings: {
      ...DEFAULT_COMPARISON_SETTINGS,
      ignoreRules: compileIgnoreRules(input.ignoreDifferences ?? []),
      ignoreStatus: options.ignoreResourceStatusField ?? 'all',
      ignoreAggregatedRoles: options.ignoreAggregatedRoles ?? false,
    },
  };
}
