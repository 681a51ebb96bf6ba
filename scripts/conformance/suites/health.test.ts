import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Suite } from '../suite';
import { suite as actions } from './actions';
import { suite as health } from './health';
import { suite as builtIn } from './health-builtin';

const FOLDER = resolve(process.env.PROMONTORY_CONFORMANCE ?? '../shared/conformance');
const isThere = existsSync(FOLDER);

/** Argo CD writes a Workflow's finalizers beside its metadata, where the API server drops them (docs/compatibility.md). */
const OURS = ['argoproj.io/CronWorkflow create-workflow'];

async function failuresOf(suite: Suite): Promise<string[]> {
  const results = (await suite.run(FOLDER)) ?? [];
  expect(results.length).toBeGreaterThan(0);
  return results.filter(({ passed }) => !passed).map(({ id, difference }) => `${id}: ${difference ?? ''}`);
}

describe('recorded vectors of Argo CD', () => {
  it.skipIf(!isThere)('for health are all met, status and message', async () => {
    expect(await failuresOf(health)).toEqual([]);
  });

  it.skipIf(!isThere)('for the built-in kinds are all met', async () => {
    expect(await failuresOf(builtIn)).toEqual([]);
  });

  it.skipIf(!isThere)('for actions are met, our named difference apart', async () => {
    const failures = await failuresOf(actions);
    expect(failures.filter((each) => !OURS.some((ours) => each.startsWith(ours)))).toEqual([]);
  });

  it('are absent from another folder, which is no failure', async () => {
    for (const suite of [health, builtIn, actions]) expect(await suite.run('/nowhere')).toBeUndefined();
  });
});
