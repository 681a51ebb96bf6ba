import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@/lib/domain/resource/json';
import { buildTypeSchemas, type TypeSchemas } from '@/lib/domain/structured-merge/schema/build-type-schemas';
import type { TypeSchema } from '@/lib/domain/structured-merge/schema/type-schema';

/** The recorded OpenAPI documents of a real API server, by `apiVersion` and kind; read on first use. */
export function readSchemas(folder: string): (apiVersion: string, kind: string) => TypeSchema | undefined {
  const documents = new Map<string, TypeSchemas | undefined>();
  return (apiVersion, kind) => {
    if (!documents.has(apiVersion)) {
      const name = `${apiVersion.includes('/') ? 'apis' : 'api'}__${apiVersion.replace('/', '__')}.json`;
      const file = join(folder, 'oracle', 'openapi-v3', name);
      const document = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonObject) : undefined;
      documents.set(apiVersion, document && buildTypeSchemas(document));
    }
    return documents.get(apiVersion)?.get(kind);
  };
}
