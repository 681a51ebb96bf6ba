import { describe, expect, it } from 'vitest';
import { humanDuration } from './human-duration';
import { jsonPathValues } from './json-path';

const S = 1000;
const M = 60 * S;
const H = 60 * M;
const D = 24 * H;

describe('ages', () => {
  it.each([
    [0, '0s'],
    [119 * S, '119s'],
    [2 * M, '2m'],
    [5 * M + 3 * S, '5m3s'],
    [10 * M + 59 * S, '10m'],
    [179 * M, '179m'],
    [3 * H, '3h'],
    [7 * H + 5 * M, '7h5m'],
    [47 * H, '47h'],
    [2 * D, '2d'],
    [2 * D + H, '2d1h'],
    [8 * D + H, '8d'],
    [729 * D, '729d'],
    [3 * 365 * D + D, '3y1d'],
  ])('%i ms reads %s', (ms, text) => {
    expect(humanDuration(ms)).toBe(text);
  });
});

describe('paths of printer columns', () => {
  const object = {
    spec: { size: 3, 'odd.key': 'yes', list: [1, 2] },
    status: {
      conditions: [
        { type: 'Ready', status: 'True' },
        { type: 'Other', status: 'False' },
      ],
    },
  };

  it.each([
    ['.spec.size', [3]],
    ['.spec.odd\\.key', ['yes']],
    [".spec['odd.key']", ['yes']],
    ['.spec.list[1]', [2]],
    ['.spec.list[*]', [1, 2]],
    ['.status.conditions[?(@.type=="Ready")].status', ['True']],
    ['.spec.missing', []],
    ['.spec.size.deeper', []],
    ['{broken', []],
  ])('%s gives %j', (path, values) => {
    expect(jsonPathValues(object, path)).toEqual(values);
  });
});
