import { ENVIRONMENTS, namespaceOf, SERVICES, type Environment, type ShopService } from './services';

/** What differs from commit to commit. */
export interface ShopState {
  versions: Record<Environment, Record<string, string>>;
  replicas: Record<Environment, number>;
  logLevel: Record<Environment, string>;
  hasQuota: boolean;
}

/** `apps/<service>/base`: what a service needs around it, without an environment. */
function serviceBase(service: ShopService): Record<string, string> {
  const at = `apps/${service.name}/base`;
  return {
    [`${at}/kustomization.yaml`]: 'resources:\n  - network-policy.yaml\n  - disruption-budget.yaml\n',
    [`${at}/network-policy.yaml`]: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${service.name}
spec:
  podSelector:
    matchLabels: { app.kubernetes.io/name: ${service.name} }
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels: { app.kubernetes.io/part-of: tidewater }
      ports:
        - { port: ${service.port} }
`,
    [`${at}/disruption-budget.yaml`]: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${service.name}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: { app.kubernetes.io/name: ${service.name} }
`,
  };
}

/** `envs/<env>`: values for the charts, and the overlay over all bases. */
function environmentFiles(environment: Environment, state: ShopState): Record<string, string> {
  const at = `envs/${environment}`;
  const files: Record<string, string> = {
    [`${at}/values-${environment}.yaml`]: values(environment, state),
    [`${at}/kustomization.yaml`]: overlay(environment, state.hasQuota),
    [`${at}/namespace.yaml`]: `apiVersion: v1
kind: Namespace
metadata:
  name: ${namespaceOf(environment)}
  labels: { tidewater.example/environment: ${environment} }
  annotations: { argocd.argoproj.io/sync-wave: "-1" }
`,
  };
  if (state.hasQuota) files[`${at}/quota.yaml`] = QUOTA;
  return files;
}

export function shopFiles(state: ShopState): Record<string, string> {
  return Object.assign(
    {},
    ...SERVICES.map(serviceBase),
    ...ENVIRONMENTS.map((environment) => environmentFiles(environment, state)),
  ) as Record<string, string>;
}

function values(environment: Environment, state: ShopState): string {
  const host = environment === 'prod' ? 'tidewater.example' : `${environment}.tidewater.example`;
  const images = SERVICES.map(
    ({ name }) => `  ${name}: ${state.versions[environment][name] ?? '1.0.0'}\n`,
  ).join('');
  return `# Values of all charts in ${environment}. A promotion changes a line under "images".
environment: ${environment}
domain: ${host}
replicas: ${state.replicas[environment]}
logLevel: ${state.logLevel[environment]}
images:
${images}`;
}

function overlay(environment: Environment, hasQuota: boolean): string {
  const bases = SERVICES.map(({ name }) => `  - ../../apps/${name}/base\n`).join('');
  const patch =
    environment === 'prod'
      ? `patches:
  # In production payments is reached by checkout alone.
  - target: { kind: NetworkPolicy, name: payments }
    patch: |-
      - op: replace
        path: /spec/ingress/0/from/0/podSelector/matchLabels
        value: { app.kubernetes.io/name: checkout }
`
      : `patches:
  - target: { kind: PodDisruptionBudget }
    patch: |-
      - op: replace
        path: /spec/maxUnavailable
        value: 50%
`;
  return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ${namespaceOf(environment)}
resources:
  - namespace.yaml
${hasQuota ? '  - quota.yaml\n' : ''}${bases}labels:
  - pairs: { tidewater.example/environment: ${environment} }
${patch}`;
}

const QUOTA = `apiVersion: v1
kind: ResourceQuota
metadata:
  name: environment
spec:
  hard: { pods: "120", services.loadbalancers: "2" }
`;
