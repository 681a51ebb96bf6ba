import { ENVIRONMENTS, namespaceOf, SERVICES, type Environment, type ShopService } from './services';

export interface ArgoAddresses {
  shopUrl: string;
  serverUrl: string;
}

/** `argo/`: the root Application over this very folder, and one ApplicationSet per service and for the environments. */
export function argoFiles(addresses: ArgoAddresses): Record<string, string> {
  const sets = SERVICES.map((service) => [
    `argo/applicationsets/${service.name}.yaml`,
    `${serviceSet(service, ['dev', 'preprod'], addresses)}---\n${serviceSet(service, ['prod'], addresses)}`,
  ]);
  return {
    'argo/root-app.yaml': rootApplication(addresses),
    'argo/applicationsets/environments.yaml': environmentSet(addresses),
    ...(Object.fromEntries(sets) as Record<string, string>),
  };
}

function rootApplication({ shopUrl, serverUrl }: ArgoAddresses): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: root
  namespace: argocd
spec:
  project: platform
  source:
    repoURL: ${shopUrl}
    targetRevision: main
    path: argo
    directory: { recurse: true }
  destination: { server: ${serverUrl}, namespace: argocd }
  syncPolicy:
    automated: { prune: true, selfHeal: true }
`;
}

function elements(environments: readonly Environment[], serverUrl: string): string {
  return environments
    .map((env) => `          - { env: ${env}, namespace: ${namespaceOf(env)}, cluster: "${serverUrl}" }\n`)
    .join('');
}

/** Production heals nothing by itself: an edit there is looked at by a person first. */
function serviceSet(
  service: ShopService,
  environments: readonly Environment[],
  { shopUrl, serverUrl }: ArgoAddresses,
): string {
  const isProduction = environments.includes('prod');
  return `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: ${service.name}${isProduction ? '-prod' : ''}
  namespace: argocd
spec:
  generators:
    - list:
        elements:
${elements(environments, serverUrl)}  template:
    metadata:
      name: "{{env}}-${service.name}"
      labels: { tidewater.example/environment: "{{env}}", tidewater.example/service: ${service.name} }
    spec:
      project: ${service.project}
      source:
        repoURL: ${shopUrl}
        targetRevision: main
        path: apps/${service.name}/helm
        helm:
          releaseName: ${service.name}
          valueFiles: ["envs/{{env}}/values-{{env}}.yaml"]
      destination: { server: "{{cluster}}", namespace: "{{namespace}}" }
      syncPolicy:
        automated: { prune: true, selfHeal: ${isProduction ? 'false' : 'true'} }
        syncOptions: [CreateNamespace=true, PruneLast=true, ApplyOutOfSyncOnly=true]
      ignoreDifferences:
        - { group: apps, kind: Deployment, jsonPointers: [/spec/replicas] }
`;
}

function environmentSet({ shopUrl, serverUrl }: ArgoAddresses): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: environments
  namespace: argocd
spec:
  generators:
    - list:
        elements:
${elements(ENVIRONMENTS, serverUrl)}  template:
    metadata:
      name: "{{env}}-environment"
      labels: { tidewater.example/environment: "{{env}}" }
    spec:
      project: platform
      source:
        repoURL: ${shopUrl}
        targetRevision: main
        path: "envs/{{env}}"
      destination: { server: "{{cluster}}", namespace: "{{namespace}}" }
      syncPolicy:
        automated: { prune: true, selfHeal: true }
        syncOptions: [CreateNamespace=true, PruneLast=true]
`;
}
