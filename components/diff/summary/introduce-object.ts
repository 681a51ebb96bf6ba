import { isJsonObject } from '@/lib/domain/resource/json';
import type { SummaryFact } from './diff-summary';

/** What is worth saying of an object that does not exist yet: replicas, image tag, Service type and port, number of keys. */
export function introduceObject(object: Record<string, unknown>): SummaryFact[] {
  const spec = isJsonObject(object.spec) ? object.spec : {};
  const facts: SummaryFact[] = [];
  if (typeof spec.replicas === 'number')
    facts.push({ type: 'added', label: { word: 'replicas' }, value: String(spec.replicas) });
  const image = firstImage(spec);
  if (image) facts.push({ type: 'added', label: { word: 'image' }, value: image });
  if (object.kind === 'Service') facts.push(...serviceFacts(spec));
  if (isJsonObject(object.data)) {
    const total = Object.keys(object.data).length;
    facts.push({
      type: 'keys',
      changed: 0,
      added: total,
      removed: 0,
      total,
      isSecret: object.kind !== 'ConfigMap',
    });
  }
  return facts;
}

function serviceFacts(spec: Record<string, unknown>): SummaryFact[] {
  const port = Array.isArray(spec.ports) && isJsonObject(spec.ports[0]) ? spec.ports[0].port : undefined;
  const type = typeof spec.type === 'string' ? spec.type : 'ClusterIP';
  return [
    { type: 'added', label: { word: 'type' }, value: type },
    ...(typeof port === 'number'
      ? [{ type: 'added' as const, label: { word: 'port' as const }, value: String(port) }]
      : []),
  ];
}

function firstImage(spec: Record<string, unknown>): string | undefined {
  const template =
    isJsonObject(spec.template) && isJsonObject(spec.template.spec) ? spec.template.spec : spec;
  const container: unknown = Array.isArray(template.containers) ? template.containers[0] : undefined;
  if (!isJsonObject(container) || typeof container.image !== 'string') return undefined;
  return container.image.split('@', 1)[0]?.split('/').at(-1);
}
