import { gvkOf } from '@/lib/domain/resource/resource-key';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { buildTypeSchemas, type TypeSchemas } from '@/lib/domain/structured-merge/schema/build-type-schemas';
import type { TypeSchema } from '@/lib/domain/structured-merge/schema/type-schema';
import type { ClusterClient } from '../ports/cluster-client';

/** Type schemas of one cluster's kinds, read from its OpenAPI v3 documents when first needed. */
export class SchemaCache {
  readonly #client: ClusterClient;
  readonly #documents = new Map<string, Promise<TypeSchemas | undefined>>();

  constructor(client: ClusterClient) {
    this.#client = client;
  }

  /** undefined for kinds that the cluster publishes no schema for. */
  async schemaOf(object: Pick<KubernetesObject, 'apiVersion' | 'kind'>): Promise<TypeSchema | undefined> {
    const { group, version } = gvkOf(object);
    const groupVersion = group ? `apis/${group}/${version}` : `api/${version}`;
    let document = this.#documents.get(groupVersion);
    if (!document) {
      document = this.#read(groupVersion);
      this.#documents.set(groupVersion, document);
    }
    return (await document)?.get(object.kind);
  }

  /** Custom resource definitions changed: their documents are read anew. */
  invalidate(): void {
    this.#documents.clear();
  }

  async #read(groupVersion: string): Promise<TypeSchemas | undefined> {
    try {
      const document = await this.#client.openApi(groupVersion);
      return document && buildTypeSchemas(document);
    } catch (error) {
      // The next object of this kind asks again.
      this.#documents.delete(groupVersion);
      throw error;
    }
  }
}
