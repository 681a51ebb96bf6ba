import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EMPTY_TALLY, formatTally, tallyOfPlaywright, tallyOfVitest, type Tally } from './tally';

export interface TestStep {
  name: string;
  command: string[];
  /** How its tests are counted: `one` counts the step itself, `none` counts only its failure. */
  count: 'none' | 'one' | 'vitest' | 'playwright';
  /** A reason not to run it here. */
  skip?: () => string | undefined;
}

/** Runs one step with its output shown and returns its counts; a step that fails without a failed test counts as one. */
export async function runStep(step: TestStep): Promise<Tally> {
  const reason = step.skip?.();
  if (reason) {
    console.log(`\n== ${step.name}: SKIPPED, ${reason}`);
    return { ...EMPTY_TALLY, skipped: 1 };
  }
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'promontory-test-'));
  const report = path.join(folder, 'report.json');
  const code = await run(step, report);
  const tally = settle(code, readTally(step, report, code));
  rmSync(folder, { recursive: true, force: true });
  console.log(`== ${step.name}: ${formatTally(tally)} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return tally;
}

function run(step: TestStep, report: string): Promise<number> {
  const [program = '', ...args] = step.command;
  const extra =
    step.count === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile=${report}`] : [];
  const env = step.count === 'playwright' ? { PLAYWRIGHT_JSON_OUTPUT_NAME: report } : {};
  return new Promise((resolve) => {
    const child = spawn(program, [...args, ...extra], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.log(error.message);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function readTally(step: TestStep, report: string, code: number): Tally {
  if (step.count === 'one') return code === 0 ? { ...EMPTY_TALLY, passed: 1 } : EMPTY_TALLY;
  if (step.count === 'none') return EMPTY_TALLY;
  try {
    const parsed: unknown = JSON.parse(readFileSync(report, 'utf8'));
    return step.count === 'vitest' ? tallyOfVitest(parsed) : tallyOfPlaywright(parsed);
  } catch {
    console.log(`${step.name} wrote no report`);
    return { ...EMPTY_TALLY, failed: 1 };
  }
}

function settle(code: number, tally: Tally): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
