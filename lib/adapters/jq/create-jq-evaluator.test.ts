import { afterAll, describe, expect, it } from 'vitest';
import { createJqEvaluator } from './create-jq-evaluator';

const jq = createJqEvaluator();
afterAll(() => jq.close());

describe('jq evaluator', () => {
  it('deletes what a path expression names', async () => {
    const object = {
      spec: {
        containers: [
          { name: 'a', image: '1' },
          { name: 'b', image: '2' },
        ],
      },
    };
    const results = await jq.deletePaths('.spec.containers[] | select(.name == "a") | .image', [
      object,
      { spec: {} },
    ]);
    expect(results[0]).toEqual({ spec: { containers: [{ name: 'a' }, { name: 'b', image: '2' }] } });
  });

  it('skips only the object on which the expression fails', async () => {
    const results = await jq.deletePaths('.data.list[0]', [
      { data: { list: 3 } },
      { data: { list: [1, 2] } },
    ]);
    expect(results).toEqual([undefined, { data: { list: [2] } }]);
  });

  it('answers a broken expression with nothing, and goes on', async () => {
    expect(await jq.deletePaths('.a[', [{ a: 1 }])).toEqual([undefined]);
    expect(await jq.deletePaths('.a # a comment', [{ a: 1, b: 2 }])).toEqual([{ b: 2 }]);
  });

  it('knows nothing of the server’s environment', async () => {
    process.env.PROMONTORY_JQ_TEST = 'secret';
    const peeking = createJqEvaluator();
    const expression =
      'select(env.PROMONTORY_JQ_TEST == "secret" or $ENV.PROMONTORY_JQ_TEST == "secret") | .a';
    const results = await peeking.deletePaths(expression, [{ a: 1 }]);
    delete process.env.PROMONTORY_JQ_TEST;
    await peeking.close();
    expect(results).toEqual([{ a: 1 }]);
  });

  it('stops an expression that does not end, and answers the next one', async () => {
    const impatient = createJqEvaluator({ limitMs: 200 });
    const [endless, next] = await Promise.all([
      impatient.deletePaths('.a | select([range(1e12)] | length > 0)', [{ a: 1 }]),
      impatient.deletePaths('.a', [{ a: 1, b: 2 }]),
    ]);
    await impatient.close();
    expect(endless).toEqual([undefined]);
    expect(next).toEqual([{ b: 2 }]);
  });
});
