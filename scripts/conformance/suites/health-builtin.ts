import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessHealth } from '@/lib/domain/health/assess-health';
import { tryCase } from '../compare-case';
import { readObject } from '../read-vectors';
import type { Suite } from '../suite';

interface Expected {
  input: string;
  /** Null: the kind has no check. */
  status: string | null;
  message?: string;
}

/** Recorded from Argo CD's engine alone, which knows no custom resources. */
export const suite: Suite = {
  name: 'argo-cd/health-builtin',
  run: (folder) => {
    const root = join(folder, 'argo-cd/health-builtin');
    const file = join(root, 'expected.json');
    if (!existsSync(file)) return undefined;
    const cases = JSON.parse(readFileSync(file, 'utf8')) as Expected[];
    return cases.map(({ input, status, message }) =>
      tryCase(input, { status, message }, () => {
        const found = assessHealth(readObject(join(root, input)), { checks: 'core' });
        return {
          status: found?.status ?? null,
          ...(message === undefined ? {} : { message: found?.message ?? '' }),
        };
      }),
    );
  },
};
