import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A recorded case; each suite knows the shapes of its own inputs and answers. */
export interface OracleCase<Input, Expected> {
  id: string;
  category?: string;
  input: Input;
  expected: Expected;
}

/** The cases of `oracle/<name>.json`, or undefined where the folder has no such file. */
export function readOracle<Input, Expected>(
  folder: string,
  name: string,
): OracleCase<Input, Expected>[] | undefined {
  const file = join(folder, 'oracle', `${name}.json`);
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: OracleCase<Input, Expected>[] }).cases;
}
