import type { JsonValue } from '../resource/json';
import type { KubernetesObject } from '../resource/kubernetes-object';
import type { PathElement } from '../structured-merge/fields/path-element';

/** One field that the sync would change. */
export interface FieldChange {
  /** Elements as in FieldsV1; items of keyed lists by key, of others by index (`i:0`). */
  path: PathElement[];
  /** `spec.template.spec.containers[name="web"].image` */
  text: string;
  /** JSON pointer into the predicted object, for a removal into the live one. */
  pointer: string;
  op: 'add' | 'remove' | 'replace';
  live?: JsonValue;
  desired?: JsonValue;
  /** Who owns the live value, from `managedFields`, and since when (RFC 3339). */
  manager?: string;
  managerTime?: string;
}

/** How a resource differs from Git, from the structural diff or from a dry run alike. */
export interface ResourceComparison {
  modified: boolean;
  /** False where only the API server can tell; the caller confirms with a dry run. */
  certain: boolean;
  /** Why it is not certain: what the API server may refuse, default or rewrite. */
  uncertainty?: string;
  /** The API server is certain to refuse the write (show this, no dry run is needed). */
  refusal?: string;
  changes: FieldChange[];
  /** The two objects to show side by side, normalised and without ignored fields; undefined = not there. */
  live: KubernetesObject | undefined;
  predicted: KubernetesObject | undefined;
}
