import type { MutableObject } from '../admission/mutable-object';
import { allocateAddresses } from '../admission/allocate-addresses';
import { prepareObject } from '../admission/prepare-object';
import { validateObject } from '../admission/validation/validate-object';
import type { KindDefinition } from '../registry/kind-definition';
import { ApiError, apiErrors } from '../status/api-error';
import type { KubeApi } from './kube-api';

/** What etcd takes in one request. Bytes. */
const OBJECT_LIMIT_BYTES = 1_572_864;

/** What is set after defaulting, and owned by nobody: addresses, generations, admission plug-ins' writes. Changes the object. */
export function mutate(api: KubeApi, kind: KindDefinition, object: MutableObject, old?: MutableObject): void {
  allocateAddresses(api.store, kind, object, old);
  prepareObject(api.store, kind, object, old);
}

/** Throws 422 with all complaints, or what etcd says about objects that are too large. */
export function validate(kind: KindDefinition, object: MutableObject, old?: MutableObject): void {
  const errors = validateObject(kind, object, old);
  if (errors.length > 0) throw apiErrors.invalid(kind, object.metadata.name ?? '', errors);
  if (JSON.stringify(object).length > OBJECT_LIMIT_BYTES)
    throw new ApiError(500, '', 'etcdserver: request is too large');
}
