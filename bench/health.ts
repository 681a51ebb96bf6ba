import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createLuaEvaluator } from '@/lib/adapters/lua/create-lua-evaluator';
import { assessHealth } from '@/lib/domain/health/assess-health';
import { customHealth } from '@/lib/domain/health/custom/custom-health';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

const FIXTURES = join(import.meta.dirname, '../lib/domain/health/__fixtures__');
const ASSESSMENTS = 500_000;
const LUA_RUNS = 500;
const LUA =
  'return { status = obj.status ~= nil and "Healthy" or "Progressing", message = obj.metadata.name }';

/** Assessments per second of one core (by processor time), over the project's own fixtures and a kind without a check. */
export function run(): Promise<Record<string, number | string>> {
  const objects = readObjects();
  const assess = (count: number): number => {
    let judged = 0;
    for (let index = 0; index < count; index++) {
      const object = objects[index % objects.length];
      if (object && assessHealth(object)) judged++;
    }
    return judged;
  };
  assess(ASSESSMENTS / 10);
  const builtIn = perSecond(ASSESSMENTS, () => assess(ASSESSMENTS));

  const { evaluate } = createLuaEvaluator();
  const scripts = new Map([['*/*', { script: LUA, useOpenLibs: false }]]);
  const override = customHealth(scripts, evaluate);
  const custom = perSecond(LUA_RUNS, () => {
    for (let index = 0; index < LUA_RUNS; index++) {
      const object = objects[index % objects.length];
      if (object) override({ ...object, apiVersion: 'example.org/v1' });
    }
  });
  return Promise.resolve({ 'health, assessments/s': builtIn, 'health by user Lua, assessments/s': custom });
}

function perSecond(count: number, work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return Math.round(count / ((user + system) / 1e6));
}

function readObjects(): KubernetesObject[] {
  const files = readdirSync(FIXTURES).flatMap((kind) =>
    readdirSync(join(FIXTURES, kind)).map((file) => join(FIXTURES, kind, file)),
  );
  const objects = files.map((file) => parse(readFileSync(file, 'utf8')) as KubernetesObject);
  return [...objects, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }];
}
