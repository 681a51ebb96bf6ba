import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Suite } from './suite';

/** All suites of the files in `directory`, sorted by name. A file that exports none is an error. */
export async function loadSuites(directory: string): Promise<Suite[]> {
  const suites: Suite[] = [];
  const files = readdirSync(directory).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  for (const file of files.sort()) {
    const module = (await import(pathToFileURL(join(directory, file)).href)) as {
      suite?: Suite;
      suites?: Suite[];
    };
    const found = [...(module.suite ? [module.suite] : []), ...(module.suites ?? [])];
    if (found.length === 0) throw new Error(`${file} exports neither suite nor suites`);
    suites.push(...found);
  }
  return suites.sort((a, b) => a.name.localeCompare(b.name));
}
