import { isEqualJson } from '@/lib/domain/manifest/merge-patch';
import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { SandboxClient } from '../../kube-api/client/sandbox-client';

/** Writes a status only where it says something new: a loop that changes nothing must not wake itself. */
export function writeStatus(client: SandboxClient, object: KubernetesObject, status: JsonObject): void {
  const clean = JSON.parse(JSON.stringify(status)) as JsonObject;
  if (isEqualJson(objectOf(object.status), clean)) return;
  client.updateStatus({ ...structuredClone(object), status: clean });
}

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
}

/** Conditions with their transition times kept where status did not change. */
export function mergeConditions(
  present: unknown,
  wanted: Condition[],
  now: string,
  withUpdateTime = false,
): JsonObject[] {
  const old = new Map(
    (Array.isArray(present) ? present.filter(isJsonObject) : []).map((each) => [each.type, each]),
  );
  return wanted.map((condition) => {
    const before = old.get(condition.type);
    const isSame = before?.status === condition.status;
    const isIdentical = isSame && before.reason === condition.reason && before.message === condition.message;
    return {
      ...condition,
      lastTransitionTime: isSame ? (before.lastTransitionTime ?? now) : now,
      ...(withUpdateTime ? { lastUpdateTime: isIdentical ? (before.lastUpdateTime ?? now) : now } : {}),
    };
  });
}

export function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function numberOf(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent;
}

export function textOf(value: unknown, absent = ''): string {
  return typeof value === 'string' ? value : absent;
}
