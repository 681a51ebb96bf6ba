import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { objectAt, objectsAt, omit, valueAt } from '../admission/mutable-object';

type Converter = (object: JsonObject) => JsonObject;

const CONVERTERS: Record<string, Converter> = {
  'autoscaling/v1>autoscaling/v2': autoscalerToV2,
  'autoscaling/v2>autoscaling/v1': autoscalerToV1,
  'events.k8s.io/v1>v1': eventToCore,
  'v1>events.k8s.io/v1': eventFromCore,
};

/** The same object in another version of its kind. Versions of a custom resource differ in nothing but the name. */
export function convertVersion<T extends JsonObject>(object: T, apiVersion: string): T {
  const from = typeof object['apiVersion'] === 'string' ? object['apiVersion'] : '';
  if (from === apiVersion) return object;
  const convert = CONVERTERS[`${from}>${apiVersion}`];
  return { ...(convert ? convert(object) : object), apiVersion } as unknown as T;
}

function autoscalerToV2(object: JsonObject): JsonObject {
  const { targetCPUUtilizationPercentage: target, ...spec } = objectAt(object, 'spec') ?? {};
  const { currentCPUUtilizationPercentage: current, ...status } = objectAt(object, 'status') ?? {};
  const resource = (which: 'target' | 'current', percent: unknown): JsonObject => ({
    type: 'Resource',
    resource: {
      name: 'cpu',
      [which]: {
        ...(which === 'target' ? { type: 'Utilization' } : {}),
        averageUtilization: Number(percent),
      },
    },
  });
  return {
    ...object,
    spec: { ...spec, ...(target === undefined ? {} : { metrics: [resource('target', target)] }) },
    status: {
      ...status,
      ...(current === undefined ? {} : { currentMetrics: [resource('current', current)] }),
    },
  };
}

function autoscalerToV1(object: JsonObject): JsonObject {
  const spec = omit(objectAt(object, 'spec') ?? {}, 'metrics', 'behavior');
  const status = omit(objectAt(object, 'status') ?? {}, 'currentMetrics', 'conditions');
  const percentOf = (list: JsonObject[], which: string) => {
    const cpu = list.find((metric) => valueAt(metric, 'resource', 'name') === 'cpu');
    return valueAt(cpu, 'resource', which, 'averageUtilization');
  };
  const target = percentOf(objectsAt(object, 'spec', 'metrics'), 'target');
  const current = percentOf(objectsAt(object, 'status', 'currentMetrics'), 'current');
  return {
    ...object,
    spec: { ...spec, ...(target === undefined ? {} : { targetCPUUtilizationPercentage: target }) },
    status: { ...status, ...(current === undefined ? {} : { currentCPUUtilizationPercentage: current }) },
  };
}

/** Names of one field in core/v1 and in events.k8s.io/v1. */
const EVENT_FIELDS = [
  ['involvedObject', 'regarding'],
  ['message', 'note'],
  ['source', 'deprecatedSource'],
  ['firstTimestamp', 'deprecatedFirstTimestamp'],
  ['lastTimestamp', 'deprecatedLastTimestamp'],
  ['count', 'deprecatedCount'],
  ['reportingComponent', 'reportingController'],
] as const;

function eventToCore(object: JsonObject): JsonObject {
  return rename(object, new Map(EVENT_FIELDS.map(([core, event]) => [event, core])));
}

function eventFromCore(object: JsonObject): JsonObject {
  return rename(object, new Map(EVENT_FIELDS));
}

function rename(object: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  return isJsonObject(object)
    ? Object.fromEntries(Object.entries(object).map(([key, value]) => [names.get(key) ?? key, value]))
    : object;
}
