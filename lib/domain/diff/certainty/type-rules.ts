import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';

type TypeRule = (object: JsonObject) => string | undefined;

function oneOf(...fields: string[]): TypeRule {
  return (object) => {
    const set = fields.filter((field) => object[field] !== undefined && object[field] !== '');
    return set.length > 1 ? `${set.join(' and ')} exclude each other` : undefined;
  };
}

function needs(...fields: string[]): TypeRule {
  return (object) => {
    const missing = fields.find((field) => object[field] === undefined || object[field] === '');
    return missing === undefined ? undefined : `${missing} is required`;
  };
}

function all(...rules: TypeRule[]): TypeRule {
  return (object) => rules.reduce<string | undefined>((found, rule) => found ?? rule(object), undefined);
}

/** A workload's selector has to match the labels of its template. */
const selectsItsTemplate: TypeRule = ({ selector, template }) => {
  if (!isJsonObject(selector)) return 'selector is required';
  const metadata = isJsonObject(template) && isJsonObject(template.metadata) ? template.metadata : {};
  const labels = isJsonObject(metadata.labels) ? metadata.labels : {};
  const wanted = Object.entries(isJsonObject(selector.matchLabels) ? selector.matchLabels : {});
  return wanted.every(([key, value]) => labels[key] === value)
    ? undefined
    : 'selector does not match the template';
};

const portsAreNamed: TypeRule = ({ ports }) => {
  if (!Array.isArray(ports) || ports.length < 2) return undefined;
  const names = ports.map((port) => (isJsonObject(port) ? port.name : undefined));
  if (names.includes(undefined)) return 'several ports need names';
  return new Set(names).size < names.length ? 'port names have to be unique' : undefined;
};

/** An int-or-string that reads like a number: the server wants a name or a percentage. */
const notNumeric = (...fields: string[]): TypeRule =>
  function check(object) {
    const found = fields.find((field) => typeof object[field] === 'string' && /^\d+$/.test(object[field]));
    return found === undefined ? undefined : `${found} is a number in quotes`;
  };

const noSharedKeys: TypeRule = ({ data, binaryData }) => {
  const shared =
    isJsonObject(data) && isJsonObject(binaryData) && Object.keys(data).some((key) => key in binaryData);
  return shared ? 'a key is in data and binaryData' : undefined;
};

const recreateAlone: TypeRule = ({ type, rollingUpdate }) =>
  type !== undefined && type !== 'RollingUpdate' && isJsonObject(rollingUpdate)
    ? `rollingUpdate is not allowed with ${JSON.stringify(type)}`
    : undefined;

const handler = oneOf('exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep');
const uniquePortNames: TypeRule = ({ ports }) => {
  const named = (Array.isArray(ports) ? ports : [])
    .filter(isJsonObject)
    .filter(({ name }) => name !== undefined);
  return new Set(named.map(({ name }) => name)).size < named.length
    ? 'port names have to be unique'
    : undefined;
};
const container = all(needs('name', 'image'), uniquePortNames);
const volume: TypeRule = (object) => {
  const sources = Object.keys(object).filter((key) => key !== 'name' && object[key] !== undefined);
  return sources.length > 1 ? `${sources.join(' and ')} exclude each other` : needs('name')(object);
};
const denyOrWarn: TypeRule = ({ validationActions: actions }) =>
  Array.isArray(actions) && actions.includes('Deny') && actions.includes('Warn')
    ? 'Deny excludes Warn'
    : undefined;

/** Validation that OpenAPI does not say, by model name without `io.k8s.api.`. */
export const RULES_BY_TYPE: Readonly<Record<string, TypeRule>> = {
  'core.v1.ConfigMap': noSharedKeys,
  'core.v1.EnvVar': all(needs('name'), oneOf('value', 'valueFrom')),
  'core.v1.EnvVarSource': oneOf(
    'configMapKeyRef',
    'secretKeyRef',
    'fieldRef',
    'resourceFieldRef',
    'fileKeyRef',
  ),
  'core.v1.Container': container,
  'core.v1.Volume': volume,
  'core.v1.Probe': handler,
  'core.v1.LifecycleHandler': handler,
  'core.v1.HTTPGetAction': notNumeric('port'),
  'core.v1.TCPSocketAction': notNumeric('port'),
  'core.v1.ServicePort': notNumeric('targetPort'),
  'core.v1.ServiceSpec': portsAreNamed,
  'apps.v1.DeploymentSpec': selectsItsTemplate,
  'apps.v1.StatefulSetSpec': selectsItsTemplate,
  'apps.v1.DaemonSetSpec': selectsItsTemplate,
  'apps.v1.ReplicaSetSpec': selectsItsTemplate,
  'apps.v1.DeploymentStrategy': recreateAlone,
  'apps.v1.RollingUpdateDeployment': notNumeric('maxSurge', 'maxUnavailable'),
  'policy.v1.PodDisruptionBudgetSpec': all(
    oneOf('minAvailable', 'maxUnavailable'),
    notNumeric('minAvailable', 'maxUnavailable'),
  ),
  'admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec': denyOrWarn,
};
