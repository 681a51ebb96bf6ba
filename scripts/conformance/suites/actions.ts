import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { discoverActions } from '@/lib/domain/action/discover-actions';
import { runAction } from '@/lib/domain/action/run-action';
import { isJsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { tryCase } from '../compare-case';
import { fieldOf, listOf, readKindVectors, readObject, readObjects, textOf } from '../read-vectors';
import type { CaseResult, Suite } from '../suite';

/** The instant at which actions are run: whatever it shows up in depends on the clock and equals any other text. */
const NOW = new Date('2001-02-03T04:05:06Z');
const CLOCK_TEXT = /2001-02-03T04:05:06|200102030405|0102030405/;

export const suite: Suite = {
  name: 'argo-cd/actions',
  run: (folder) =>
    readKindVectors(join(folder, 'argo-cd/actions'), 'action_test.yaml')?.flatMap(
      ({ id, directory, tests }) => [
        ...listOf(tests, 'discoveryTests').map((test) => discovery(id, directory, test)),
        ...listOf(tests, 'actionTests').map((test) => run(id, directory, test)),
      ],
    ),
};

function discovery(kind: string, directory: string, test: unknown): CaseResult {
  const input = textOf(test, 'inputPath') ?? '';
  const expected = listOf(test, 'result').filter(isJsonObject);
  const byName = (actions: object[]) =>
    Object.fromEntries(actions.map((each) => [textOf(each, 'name') ?? '', each]));
  const stated = expected.map((each) => settle({ disabled: false, ...each }, undefined) as object);
  return tryCase(`${kind} discovery ${input}`, byName(stated), () =>
    byName(discoverActions(readObject(join(directory, input)))),
  );
}

function run(kind: string, directory: string, test: unknown): CaseResult {
  const action = textOf(test, 'action') ?? '';
  const input = textOf(test, 'inputPath') ?? '';
  const id = `${kind} ${action} ${input}`;
  const given = fieldOf(test, 'parameters');
  const params = Object.fromEntries(
    Object.entries(isJsonObject(given) ? given : {}).map(([name, value]) => [
      name,
      String(value as string | number),
    ]),
  );
  const source = readObject(join(directory, input));
  const result = runAction(source, action, params, NOW);
  const failure = textOf(test, 'expectedErrorMessage');
  if (failure) return tryCase(id, failure, () => (result.ok ? undefined : result.message));
  if (!result.ok) return { id, passed: false, difference: result.message };
  const expected = readObjects(join(directory, textOf(test, 'expectedOutputPath') ?? '')).map(unwrap);
  const strangers = result.impacted.filter(
    ({ object }) => !expected.some((each) => isAsExpected(each, object, source)),
  );
  if (strangers.length === 0 && result.impacted.length > 0) return { id, passed: true };
  const got = JSON.stringify(strangers.map(({ object }) => object));
  return { id, passed: false, difference: `expected one of ${JSON.stringify(expected)}, got ${got}` };
}

/** Newer vectors state the operation beside the object. */
function unwrap(entry: KubernetesObject): KubernetesObject {
  const inner = entry.unstructuredObj;
  return isJsonObject(inner) ? (inner as unknown as KubernetesObject) : entry;
}

/**
 * Everything but metadata must be equal; of the metadata what is expected must be there, as the recorded files leave
 * out what they do not care about. A status that the action does not touch is the controllers' business.
 */
function isAsExpected(
  expected: KubernetesObject,
  actual: KubernetesObject,
  source: KubernetesObject,
): boolean {
  const isStatusLeft = isDeepStrictEqual(actual.status, source.status);
  const content = (object: KubernetesObject): unknown => {
    const own = { ...object, metadata: undefined, status: isStatusLeft ? undefined : object.status };
    return settle(own, actual);
  };
  const [wanted, got] = [expected, actual].map(({ metadata }) => {
    const own = Object.entries(metadata).filter(([key]) => !SERVER_OWNED.includes(key));
    return settle(Object.fromEntries(own), actual.metadata);
  });
  return isDeepStrictEqual(content(expected), content(actual)) && isContained(wanted, got);
}

const SERVER_OWNED = ['creationTimestamp', 'generation', 'resourceVersion'];

function isContained(wanted: unknown, got: unknown): boolean {
  if (!isJsonObject(wanted)) return isDeepStrictEqual(wanted, got);
  return isJsonObject(got) && Object.keys(wanted).every((key) => isContained(wanted[key], got[key]));
}

/** Leaves out nulls and what is empty, which mean nothing to the API, and texts that depend on the clock. */
function settle(value: unknown, actual: unknown): unknown {
  if (typeof actual === 'string' && CLOCK_TEXT.test(actual)) return 'now';
  if (Array.isArray(value))
    return value.map((item, index) => settle(item, Array.isArray(actual) ? actual[index] : undefined));
  if (!isJsonObject(value)) return value;
  const fields = [
    ...new Set([...Object.keys(value), ...(isJsonObject(actual) ? Object.keys(actual) : [])]),
  ].map((key) => [key, settle(value[key], isJsonObject(actual) ? actual[key] : undefined)] as const);
  return Object.fromEntries(fields.filter(([, field]) => !isEmpty(field)));
}

function isEmpty(value: unknown): boolean {
  return value == null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
