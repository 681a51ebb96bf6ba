import { compareResource } from '@/lib/domain/diff/compare-resource';
import { DEFAULT_COMPARISON_SETTINGS, type ComparisonInput } from '@/lib/domain/diff/comparison-input';
import { buildDiffCorpus } from './diff-corpus';

const OBJECTS = 20_000;
const CHANGED_EVERY = 10;
const CHANGED_OF_EACH = 3;

/** Diff throughput per core (by processor time): mixed kinds, 30 % changed in Git, the rest as applied. */
export function run(): Promise<Record<string, number | string>> {
  const result: Record<string, number | string> = {};
  for (const mode of ['server-side', 'client-side'] as const) {
    const corpus = buildDiffCorpus(OBJECTS, mode, (index) => index % CHANGED_EVERY < CHANGED_OF_EACH);
    const inputs: ComparisonInput[] = corpus.map((each) => ({
      ...each,
      mode,
      manager: 'argocd-controller',
      settings: DEFAULT_COMPARISON_SETTINGS,
    }));
    for (const input of inputs.slice(0, OBJECTS / 10)) compareResource(input);
    const start = process.cpuUsage();
    let modified = 0;
    let certain = 0;
    for (const input of inputs) {
      const comparison = compareResource(input);
      if (comparison.modified) modified++;
      if (comparison.certain) certain++;
    }
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    result[`diff ${mode}, objects/s`] = Math.round(OBJECTS / seconds);
    result[`diff ${mode}, modified`] = `${modified} of ${OBJECTS}`;
    result[`diff ${mode}, certain`] = `${certain} of ${OBJECTS}`;
  }
  return Promise.resolve(result);
}
