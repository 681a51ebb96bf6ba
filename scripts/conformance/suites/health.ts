import { join } from 'node:path';
import { assessByKind } from '@/lib/domain/health/assess-health';
import type { ResourceHealth } from '@/lib/domain/health/health-status';
import { tryCase } from '../compare-case';
import { fieldOf, listOf, readKindVectors, readObject, textOf } from '../read-vectors';
import type { Suite } from '../suite';

/**
 * The vectors state what the kind's own check says, before the rule that anything being deleted is Progressing; the
 * message counts where they give one.
 */
export const suite: Suite = {
  name: 'argo-cd/health',
  run: (folder) =>
    readKindVectors(join(folder, 'argo-cd/health'), 'health_test.yaml')?.flatMap(({ id, directory, tests }) =>
      listOf(tests, 'tests').map((test, index) => {
        const input = textOf(test, 'inputPath') ?? '';
        const expected = fieldOf(test, 'healthStatus');
        const message = textOf(expected, 'message');
        const want = { status: textOf(expected, 'status'), message };
        return tryCase(`${id} ${index} ${input}`, want, () =>
          answerOf(assessByKind(readObject(join(directory, input))), message !== undefined),
        );
      }),
    ),
};

function answerOf(found: ResourceHealth | null, countsMessage: boolean): object {
  return { status: found?.status, ...(countsMessage ? { message: found?.message ?? '' } : {}) };
}
