import type { HelmSource } from '@/lib/domain/application/application-spec';
import { expandVariables } from '@/lib/domain/template/expand-variables';
import type { SourceRequest } from '../rendering/source-request';
import { setValue } from './set-value';

/** What decides a chart's output apart from files; all variables are already in place. */
export interface HelmArguments {
  releaseName: string;
  namespace: string;
  kubeVersion: string;
  apiVersions: readonly string[];
  /** `--set`, `--set-string` with their values. */
  sets: string[];
  flags: string[];
  /** `valuesObject`, else `values`; comes after all value files. */
  values: string;
}

export function helmArguments({ request, source, variables }: SourceRequest): HelmArguments {
  const helm: HelmSource = source.helm ?? {};
  return {
    releaseName: helm.releaseName ?? request.application.name,
    namespace: helm.namespace ?? request.destinationNamespace,
    kubeVersion: plainVersion(helm.kubeVersion ?? request.kubeVersion),
    apiVersions: helm.apiVersions && helm.apiVersions.length > 0 ? helm.apiVersions : request.apiVersions,
    sets: (helm.parameters ?? []).flatMap((parameter) => [
      parameter.forceString ? '--set-string' : '--set',
      `${parameter.name}=${setValue(expandVariables(parameter.value, variables))}`,
    ]),
    flags: [
      helm.skipCrds ? '--skip-crds' : '--include-crds',
      ...(helm.skipTests ? ['--skip-tests'] : []),
      ...(helm.skipSchemaValidation ? ['--skip-schema-validation'] : []),
    ],
    values: helm.valuesObject ? JSON.stringify(helm.valuesObject) : (helm.values ?? ''),
  };
}

/** `v1.35.4+k3s1` → `1.35.4`: distributions' additions are no versions to a chart. */
function plainVersion(version: string): string {
  return /\d+\.\d+(\.\d+)?(-[\w.]+)?/.exec(version)?.[0] ?? version;
}

/** The command line of `helm template`, and how a person sees it: the many API versions left out, as in Argo CD. */
export function templateCommand(
  args: HelmArguments,
  chart: string,
  files: { values: string[]; sets: string[] },
): { args: string[]; shownAs: (hidden: string) => string } {
  const start = ['template', chart, '--name-template', args.releaseName];
  const namespace = args.namespace === '' ? [] : ['--namespace', args.namespace];
  const version = args.kubeVersion === '' ? [] : ['--kube-version', args.kubeVersion];
  const before = [
    ...start,
    ...namespace,
    ...version,
    ...args.sets,
    ...files.sets,
    ...files.values.flatMap((file) => ['--values', file]),
  ];
  const apis = args.apiVersions.flatMap((each) => ['--api-versions', each]);
  const shown = [
    'helm',
    ...before,
    ...(apis.length > 0 ? ['<api versions removed>'] : []),
    ...args.flags,
  ].join(' ');
  return {
    args: [...before, ...apis, ...args.flags],
    shownAs: (hidden) => shown.replaceAll(hidden, '<path to cached source>'),
  };
}
