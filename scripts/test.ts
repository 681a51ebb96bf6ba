import { existsSync } from 'node:fs';
import { addTally, EMPTY_TALLY, formatTally } from './test/tally';
import { runStep, type TestStep } from './test/run-step';

const conformance = process.env['PROMONTORY_CONFORMANCE'] ?? '../shared/conformance';

/** `npm test`: every gate in order. Prints what was skipped and why, and closes with the counts. */
const STEPS: TestStep[] = [
  { name: 'generate the database client', command: ['npm', 'run', '--silent', 'db:generate'], count: 'none' },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'], count: 'one' },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'], count: 'one' },
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'], count: 'one' },
  { name: 'boundaries', command: ['npm', 'run', '--silent', 'boundaries'], count: 'one' },
  { name: 'dead code', command: ['npm', 'run', '--silent', 'deadcode'], count: 'one' },
  { name: 'unit', command: ['npm', 'run', '--silent', 'test:unit', '--'], count: 'vitest' },
  {
    name: 'real Kubernetes API server',
    command: ['npm', 'run', '--silent', 'test:cluster', '--'],
    count: 'vitest',
    skip: () =>
      process.env['KUBEBUILDER_ASSETS'] || process.env['PROMONTORY_TEST_KUBECONFIG']
        ? undefined
        : 'set KUBEBUILDER_ASSETS or PROMONTORY_TEST_KUBECONFIG to run the suites on a real API server',
  },
  {
    name: 'conformance',
    command: ['npm', 'run', '--silent', 'conformance', '--', '--floors'],
    count: 'one',
    skip: () =>
      existsSync(conformance) ? undefined : `no test vectors at ${conformance}; set PROMONTORY_CONFORMANCE`,
  },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], count: 'one' },
  { name: 'browser', command: ['npm', 'run', '--silent', 'test:e2e', '--'], count: 'playwright' },
];

async function main(): Promise<number> {
  const only = process.argv.slice(2);
  let total = EMPTY_TALLY;
  const failed: string[] = [];
  for (const step of STEPS.filter((each) => only.length === 0 || only.includes(each.name))) {
    const result = await runStep(step);
    total = addTally(total, result);
    if (result.failed > 0) failed.push(step.name);
  }
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${formatTally(total)}`);
  return total.failed > 0 ? 1 : 0;
}

process.exitCode = await main();
