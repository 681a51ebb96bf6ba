import type { JsonObject } from '@/lib/domain/resource/json';
import { formatTypeProblems, validateTyped } from '../../structured-merge/typed/validate-typed';
import type { ComparisonInput } from '../comparison-input';
import { toStoredForm } from '../normalise/stored-form';
import type { Reservation } from './find-reservation';
import { findViolation } from './find-violation';

const NAME = /^[a-z0-9]([-a-z0-9.:]*[a-z0-9])?$/;

/** Why a create may or will be refused, as far as object, schema and known namespaces tell. */
export function findCreateReservation({ desired, schema, namespaces, mode }: ComparisonInput): Reservation {
  if (!desired) return {};
  if (!schema) return { doubt: 'the kind has no schema' };
  const { name = '', namespace } = desired.metadata;
  if (name !== '' && !NAME.test(name)) return { doubt: `the name ${JSON.stringify(name)} may be refused` };
  if (namespace && namespaces && !namespaces.has(namespace)) {
    return { doubt: `namespace ${JSON.stringify(namespace)} is not there` };
  }
  const json = desired as unknown as JsonObject;
  const problems = validateTyped(json, schema);
  if (problems.length > 0)
    return { [mode === 'server-side' ? 'refusal' : 'doubt']: formatTypeProblems(problems) };
  const violation = findViolation(toStoredForm(json, schema), schema);
  return violation === undefined ? {} : { doubt: violation };
}
