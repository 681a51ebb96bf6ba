import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

/** An address of the documentation range 203.0.113.0/24, the same for the same object. */
export function addressFor(object: KubernetesObject): string {
  const digits = Number.parseInt((object.metadata.uid ?? '1').replaceAll('-', '').slice(0, 6), 16) || 1;
  return `203.0.113.${(digits % 253) + 1}`;
}
