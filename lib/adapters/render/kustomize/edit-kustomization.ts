import type { KustomizeSource } from '@/lib/domain/application/application-spec';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { expandVariables } from '@/lib/domain/template/expand-variables';
import { renderError } from '../render-error';
import { withImages } from './image-override';

/** The kustomization with what the Application sets, as Argo CD's `kustomize edit …` commands would leave it. */
export function editKustomization(
  kustomization: JsonObject,
  edits: KustomizeSource,
  variables: Record<string, string>,
): JsonObject {
  const edited: JsonObject = { ...kustomization };
  if (edits.namePrefix) edited['namePrefix'] = edits.namePrefix;
  if (edits.nameSuffix) edited['nameSuffix'] = edits.nameSuffix;
  if (edits.images && edits.images.length > 0) {
    edited['images'] = withImages(
      edited['images'],
      edits.images.map((image) => expandVariables(image, variables)),
    );
  }
  if (edits.replicas) edited['replicas'] = withReplicas(edited['replicas'], edits.replicas, variables);
  if (edits.commonLabels && Object.keys(edits.commonLabels).length > 0) {
    Object.assign(
      edited,
      withLabels(
        edited,
        edits,
        mapValues(edits.commonLabels, (value) => expandVariables(value, variables)),
      ),
    );
  }
  if (edits.commonAnnotations && Object.keys(edits.commonAnnotations).length > 0) {
    const own = edits.commonAnnotationsEnvsubst
      ? mapValues(edits.commonAnnotations, (value) => expandVariables(value, variables))
      : edits.commonAnnotations;
    const before = objectOf(edited['commonAnnotations']);
    refuseRepeated('annotation', before, own, edits.forceCommonAnnotations ?? false);
    edited['commonAnnotations'] = { ...before, ...own };
  }
  if (edits.namespace) edited['namespace'] = expandVariables(edits.namespace, variables);
  if (edits.patches) edited['patches'] = [...listOf(edited['patches']), ...(edits.patches as JsonValue[])];
  if (edits.components) {
    const before = listOf(edited['components']);
    edited['components'] = [...before, ...edits.components.filter((each) => !before.includes(each))];
  }
  return edited;
}

export function hasEdits(edits: KustomizeSource | undefined): boolean {
  const settings = new Set(['version', 'kubeVersion', 'apiVersions', 'ignoreMissingComponents']);
  return Object.entries(edits ?? {}).some(([field, value]) => value !== undefined && !settings.has(field));
}

function withReplicas(
  existing: JsonValue | undefined,
  replicas: { name: string; count: number | string }[],
  variables: Record<string, string>,
): JsonValue[] {
  const names = new Set(replicas.map((each) => each.name));
  const kept = listOf(existing).filter(
    (each) => !(isJsonObject(each) && typeof each['name'] === 'string' && names.has(each['name'])),
  );
  const own = replicas.map(({ name, count }) => {
    const value = typeof count === 'number' ? count : Number(expandVariables(count, variables));
    if (!Number.isInteger(value))
      throw renderError(`kustomize.replicas of "${name}": "${count}" is no whole number`);
    return { name, count: value };
  });
  return [...kept, ...own];
}

function withLabels(edited: JsonObject, edits: KustomizeSource, own: Record<string, string>): JsonObject {
  const isForced = edits.forceCommonLabels ?? false;
  if (!edits.labelWithoutSelector) {
    const before = objectOf(edited['commonLabels']);
    refuseRepeated('label', before, own, isForced);
    return { commonLabels: { ...before, ...own } };
  }
  const includeTemplates = edits.labelIncludeTemplates ?? false;
  const entries = listOf(edited['labels']).filter(isJsonObject);
  const same = entries.find(
    (each) =>
      !each['includeSelectors'] && Boolean(each['includeTemplates']) === includeTemplates && !each['fields'],
  );
  const before = objectOf(same?.['pairs']);
  refuseRepeated('label', before, own, isForced);
  const entry: JsonObject = {
    ...(same ?? {}),
    pairs: { ...before, ...own },
    ...(includeTemplates ? { includeTemplates: true } : {}),
  };
  return { labels: [...entries.filter((each) => each !== same), entry] };
}

function refuseRepeated(
  what: 'label' | 'annotation',
  before: JsonObject,
  own: Record<string, string>,
  isForced: boolean,
): void {
  const repeated = isForced ? undefined : Object.keys(own).find((key) => key in before);
  if (repeated === undefined) return;
  const field = what === 'label' ? 'forceCommonLabels' : 'forceCommonAnnotations';
  const value = own[repeated] ?? '';
  throw renderError(
    `\`kustomize edit add ${what} ${repeated}:${value}\` failed exit status 1: Error: ${what} ${repeated} already in kustomization file. Set kustomize.${field} on the Application to override it`,
  );
}

function mapValues(map: Record<string, string>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
