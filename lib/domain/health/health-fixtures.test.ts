import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { assessHealth } from './assess-health';

/** `__fixtures__/<kind>/<Status>_<why>.yaml`; a first line `# message: …` gives the exact message. */
const ROOT = join(import.meta.dirname, '__fixtures__');

describe.each(readdirSync(ROOT))('%s', (kind) => {
  it.each(readdirSync(join(ROOT, kind)))('is as the fixture %s says', (file) => {
    const text = readFileSync(join(ROOT, kind, file), 'utf8');
    const message = /^# message: (.*)$/m.exec(text)?.[1];
    const found = assessHealth(parse(text) as KubernetesObject);
    expect(found?.status).toBe(file.slice(0, file.indexOf('_')));
    expect(found?.message).toBe(message);
  });
});
