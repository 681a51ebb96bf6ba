import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { decodeBuiltin, type Decoded } from '../schema/decode-builtin';
import { OBJECT_META_SCHEMA_NAME } from '../schema/builtin-schemas';
import { applyDefaults } from './apply-defaults';
import { prune } from './prune';

const META = { $ref: `#/components/schemas/${OBJECT_META_SCHEMA_NAME}` };

/** Prunes, defaults, and decodes the metadata, which is typed for every kind. */
export function decodeCustom(document: JsonObject, schema: JsonObject | undefined): Decoded {
  const unknown: string[] = [];
  const root = schema ?? { 'x-kubernetes-preserve-unknown-fields': true };
  const pruned = prune(document, root, unknown);
  const value = applyDefaults(pruned, root);
  const object: JsonObject = isJsonObject(value) ? value : {};
  const metadata = decodeBuiltin(isJsonObject(object['metadata']) ? object['metadata'] : {}, META);
  unknown.push(...metadata.unknown.map((path) => `metadata.${path}`));
  return { value: { ...object, metadata: metadata.value }, unknown };
}
