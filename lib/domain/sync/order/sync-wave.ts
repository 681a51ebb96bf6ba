import type { KubernetesObject } from '../../resource/kubernetes-object';

const WAVE_ANNOTATION = 'argocd.argoproj.io/sync-wave';

/** The `sync-wave` annotation; where that is no integer Helm's hook weight, else 0. */
export function syncWaveOf(object: Pick<KubernetesObject, 'metadata'>): number {
  const annotations = object.metadata.annotations ?? {};
  return parseInteger(annotations[WAVE_ANNOTATION]) ?? parseInteger(annotations['helm.sh/hook-weight']) ?? 0;
}

/** As Go reads an int: optional sign and digits only, within 64 bits. */
function parseInteger(text: string | undefined): number | undefined {
  if (text === undefined || !/^[+-]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(64, value) === value ? Number(value) : undefined;
}
