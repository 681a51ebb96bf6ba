import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { belowFloor, readFloors, type Tally } from './conformance/floors';
import { loadSuites } from './conformance/load-suites';
import type { Suite } from './conformance/suite';

const ROOT = resolve(import.meta.dirname, '..');

/** Answers recorded vectors with the product's own functions: `npm run conformance [-- <folder>] [--verbose] [--suite a,b] [--floors]`. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      verbose: { type: 'boolean', default: false },
      suite: { type: 'string' },
      floors: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const folder = resolve(
    positionals[0] ?? process.env.PROMONTORY_CONFORMANCE ?? resolve(ROOT, '../shared/conformance'),
  );
  if (!existsSync(folder)) {
    console.log(`conformance: skipped, ${folder} is not there`);
    return 0;
  }
  const wanted = values.suite?.split(',');
  const suites = await loadSuites(resolve(import.meta.dirname, 'conformance/suites'));
  const tallies: Tally[] = [];
  for (const suite of suites) {
    if (wanted && !wanted.includes(suite.name)) continue;
    const tally = await runSuite(suite, folder, values.verbose);
    if (tally) tallies.push(tally);
  }
  const passed = tallies.reduce((sum, each) => sum + each.passed, 0);
  const failed = tallies.reduce((sum, each) => sum + each.total - each.passed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  const low = values.floors ? belowFloor(readFloors(resolve(ROOT, 'conformance-floors.json')), tallies) : [];
  for (const line of low) console.error(`below the floor: ${line}`);
  return low.length > 0 ? 1 : 0;
}

async function runSuite(suite: Suite, folder: string, verbose: boolean): Promise<Tally | undefined> {
  const results = await suite.run(folder);
  if (!results) {
    console.log(`${suite.name}: skipped, no vectors`);
    return undefined;
  }
  const passed = results.filter((each) => each.passed).length;
  console.log(`${suite.name}: ${passed}/${results.length}`);
  for (const each of results) {
    if (verbose && !each.passed) console.log(`  ${each.id}: ${each.difference ?? 'failed'}`);
  }
  return { suite: suite.name, passed, total: results.length };
}

process.exitCode = await main();
