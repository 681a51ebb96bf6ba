import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { PathElement } from '../../structured-merge/fields/path-element';
import { isCompiledKind, schemaOfKey, type TypeSchema } from '../../structured-merge/schema/type-schema';
import { formatTypeProblems, type TypeProblem } from '../../structured-merge/typed/validate-typed';
import type { ComparisonInput } from '../comparison-input';
import type { Pair } from '../ignore/remove-ignored';
import type { FieldChange } from '../resource-comparison';
import { findViolation } from './find-violation';
import { isFixed, trustOf } from './kind-trust';

export interface Prediction {
  live: KubernetesObject;
  desired: KubernetesObject;
  /** Both in comparable form, before anything was ignored: an ignored change can still be refused. */
  pair: Pair;
  changes: readonly FieldChange[];
  /** Those that are left after ignoring. */
  shown: readonly FieldChange[];
  /** Where the manifest does not fit its schema. */
  problems: readonly TypeProblem[];
}

/** What keeps a structural answer from standing: a refusal that is certain, or a doubt that only a dry run settles. */
export interface Reservation {
  refusal?: string;
  doubt?: string;
}

export function findReservation(prediction: Prediction, input: ComparisonInput): Reservation {
  const { schema, mode } = input;
  const { live, desired, changes, shown, problems } = prediction;
  // What server-side apply refuses for sure, a patch may drop, so there it is only a doubt.
  const refuse = (reason: string): Reservation =>
    mode === 'server-side' ? { refusal: reason } : { doubt: reason };
  const identity = contradictsIdentity(live, desired);
  if (mode === 'client-side' && desired.metadata.generation !== undefined)
    return { doubt: 'Git holds a generation' };
  if (identity) return refuse(identity);
  if (!schema) return changes.length === 0 ? {} : { doubt: 'the kind has no schema' };
  if (problems.length > 0) return refuse(formatTypeProblems(problems));
  if (changes.length === 0) return {};
  const refused = findRefused(prediction, schema);
  if (refused) return refused;
  const doubts = shown.map((change) => mayBeNothing(change, desired, schema));
  const doubt =
    shown.length > 0 && !doubts.includes(undefined) ? doubts.find((text) => text !== undefined) : undefined;
  return doubt === undefined ? {} : { doubt };
}

/** Metadata that names another state of the object than the live one. */
function contradictsIdentity(live: KubernetesObject, { metadata }: KubernetesObject): string | undefined {
  if (metadata.managedFields !== undefined) return 'managedFields in Git';
  if (metadata.resourceVersion !== undefined && metadata.resourceVersion !== live.metadata.resourceVersion) {
    return 'Git holds another resourceVersion';
  }
  if (metadata.uid !== undefined && metadata.uid !== live.metadata.uid) return 'Git holds another uid';
  if (metadata.deletionTimestamp !== undefined && live.metadata.deletionTimestamp === undefined) {
    return 'Git holds a deletionTimestamp';
  }
  return undefined;
}

/** Fields that may not change, required ones that go, and what the schema or a type's rules forbid. */
function findRefused(
  { live, desired, pair, changes }: Prediction,
  schema: TypeSchema,
): Reservation | undefined {
  const isCompiled = isCompiledKind(schema);
  const trust = isCompiled ? trustOf(desired) : {};
  const isFrozen = (live as unknown as JsonObject).immutable === true;
  for (const change of changes.filter((candidate) => !isMetadata(candidate))) {
    const path = namesOf(change.path);
    if (isFrozen) return { refusal: 'the object is immutable' };
    if (!trust) return { doubt: `changes of ${desired.kind} are not known well enough` };
    if (isFixed(trust, path)) return { [trust.isStrict ? 'refusal' : 'doubt']: `${path} may not change` };
    if (isCompiled && isQuotedNumber(change, schema)) return { doubt: `${path} is a number in quotes` };
    if (removesRequired(change, schema)) return { [isCompiled ? 'doubt' : 'refusal']: `${path} is required` };
  }
  if (isCompiled && !hasQualifiedFinalizers(desired)) return { doubt: 'finalizers need a domain' };
  const violation = findViolation(pair.predicted, schema, pair.live);
  return violation === undefined ? undefined : { doubt: violation };
}

const FINALIZER = /^[^/\s]+\/[^/\s]+$|^(kubernetes|foregroundDeletion|orphan)$/;

function hasQualifiedFinalizers({ metadata }: KubernetesObject): boolean {
  return (metadata.finalizers ?? []).every((finalizer) => FINALIZER.test(finalizer));
}

/** An int-or-string that reads like a number: most validations want a number, a name or a percentage. */
function isQuotedNumber({ desired, path }: FieldChange, schema: TypeSchema): boolean {
  return (
    typeof desired === 'string' && /^\d+$/.test(desired) && schemaAt(schema, path)?.format === 'int-or-string'
  );
}

function isMetadata({ path }: FieldChange): boolean {
  return path[0] === 'f:metadata' && ['f:labels', 'f:annotations'].includes(path[1] ?? '');
}

/** Field names of a path, list items left out: `spec.template.spec.containers.image`. */
function namesOf(path: readonly PathElement[]): string {
  return path.flatMap((element) => (element.startsWith('f:') ? [element.slice(2)] : [])).join('.');
}

function removesRequired({ op, path }: FieldChange, schema: TypeSchema): boolean {
  const last = path.at(-1);
  if (op !== 'remove' || !last?.startsWith('f:')) return false;
  const required = schemaAt(schema, path.slice(0, -1))?.source?.required;
  return Array.isArray(required) && required.includes(last.slice(2));
}

/** Differences that the server may turn into none: empty values that it drops, and defaults that are not known here. */
function mayBeNothing(
  change: FieldChange,
  desired: KubernetesObject,
  schema: TypeSchema,
): string | undefined {
  if (!isCompiledKind(schema)) return undefined;
  const last = change.path.at(-1) ?? '';
  const parent = schemaAt(schema, change.path.slice(0, -1));
  const isNamed = last.startsWith('f:') && (parent?.map?.fields.has(last.slice(2)) ?? false);
  if (!isNamed) return undefined;
  if (change.op === 'add' && isZero(change.desired) && !KEEPS_EMPTY.has(last.slice(2))) {
    return `${change.text}: the API server may drop the empty value`;
  }
  if (change.op === 'remove' && !trustOf(desired)) return `${change.text}: the API server may set a default`;
  return undefined;
}

/** Optional fields that are pointers in Go, in which an empty value is kept. */
const KEEPS_EMPTY = new Set([
  'allowPrivilegeEscalation',
  'allowVolumeExpansion',
  'automountServiceAccountToken',
  'enableServiceLinks',
  'immutable',
  'optional',
  'privileged',
  'readOnlyRootFilesystem',
  'replicas',
  'runAsNonRoot',
  'shareProcessNamespace',
  'suspend',
]);

function isZero(value: JsonValue | undefined): boolean {
  return (
    value === false ||
    value === 0 ||
    value === '' ||
    (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}

function schemaAt(schema: TypeSchema, path: readonly PathElement[]): TypeSchema | undefined {
  return path.reduce<TypeSchema | undefined>((current, element) => {
    if (element.startsWith('f:')) return current?.map && schemaOfKey(current.map, element.slice(2));
    return current?.list?.item;
  }, schema);
}
