import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { MutableObject } from '../admission/mutable-object';
import { decodeCustom } from '../custom-resources/decode-custom';
import { convertVersion } from '../registry/convert-version';
import { apiVersionOf, type KindDefinition } from '../registry/kind-definition';
import { schemaNameOf } from '../schema/builtin-schemas';
import { decodeBuiltin, DecodeError, type Decoded } from '../schema/decode-builtin';
import { apiErrors } from '../status/api-error';
import type { WriteOptions } from './write-options';

/** A request's document as the kind's type holds it, in the storage version; unknown fields are refused, reported or dropped. */
export function decodeRequest(
  kind: KindDefinition,
  document: JsonObject,
  options: WriteOptions,
  asError: (error: DecodeError) => Error = (error) => handledAs(kind, error),
): MutableObject {
  const apiVersion = apiVersionOf(kind);
  const given = { apiVersion: document['apiVersion'] ?? apiVersion, kind: document['kind'] ?? kind.kind };
  if (given.apiVersion !== apiVersion || given.kind !== kind.kind) {
    throw apiErrors.badRequest(
      `the API version in the data (${JSON.stringify(given.apiVersion)}, ${JSON.stringify(given.kind)}) does not match the expected API version (${apiVersion}, ${kind.kind})`,
    );
  }
  let decoded: Decoded;
  try {
    decoded = decode(kind, { ...document, ...given });
  } catch (error) {
    throw error instanceof DecodeError ? asError(error) : error;
  }
  reportUnknown(kind, decoded.unknown, options);
  const metadata = isJsonObject(decoded.value['metadata']) ? decoded.value['metadata'] : {};
  return convertVersion({ ...decoded.value, ...given, metadata } as MutableObject, kind.storageVersion);
}

function decode(kind: KindDefinition, document: JsonObject): Decoded {
  return kind.custom
    ? decodeCustom(document, kind.custom.schema)
    : decodeBuiltin(document, { $ref: `#/components/schemas/${schemaNameOf(kind)}` });
}

function reportUnknown(kind: KindDefinition, unknown: string[], options: WriteOptions): void {
  if (unknown.length === 0 || options.fieldValidation === 'Ignore') return;
  const complaints = unknown.map((path) => `unknown field "${path}"`);
  if (options.fieldValidation === 'Warn') {
    options.warnings.push(...complaints);
    return;
  }
  const list = complaints.join(', ');
  throw apiErrors.badRequest(
    kind.custom
      ? `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: strict decoding error: ${list}`
      : `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: strict decoding error: ${list}`,
  );
}

function handledAs(kind: KindDefinition, error: DecodeError): Error {
  return apiErrors.badRequest(
    `${kind.kind} in version "${kind.version}" cannot be handled as a ${kind.kind}: ${error.message}`,
  );
}
