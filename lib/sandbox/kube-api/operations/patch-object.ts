import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import { convertVersion } from '../registry/convert-version';
import { apiVersionOf, type KindDefinition } from '../registry/kind-definition';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import { decodeRequest } from './decode-request';
import type { KubeApi } from './kube-api';
import { patchDocument, type PatchType } from './patch-document';
import { replaceWith, requireLive } from './update-object';
import type { ObjectAddress, WriteOptions } from './write-options';

/** PATCH with any content type but server-side apply. */
export function patchObject(
  api: KubeApi,
  kind: KindDefinition,
  address: ObjectAddress,
  patch: { type: PatchType; body: JsonValue },
  options: WriteOptions,
): StoredObject {
  const storageKind = api.storageKindOf(kind);
  const live = requireLive(api, storageKind, address);
  if (kind.custom && patch.type === 'strategic') throw apiErrors.unsupportedMediaType(CUSTOM_PATCH_TYPES);
  const document = convertVersion(live as unknown as JsonObject, apiVersionOf(kind));
  const patched = patchDocument(document, patch.type, patch.body, api.typeSchemaOf(kind));
  const object = decodeRequest(kind, patched, options, (error) =>
    apiErrors.invalidPatch(
      ` "" is invalid: patch: Invalid value: ${JSON.stringify(JSON.stringify(patched))}: ${error.message}`,
    ),
  );
  return replaceWith(api, storageKind, object, live, options);
}

const CUSTOM_PATCH_TYPES = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/apply-patch+yaml',
];
