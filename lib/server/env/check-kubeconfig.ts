import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const named = z.array(z.looseObject({ name: z.string() })).min(1);
const schema = z.looseObject({ clusters: named, contexts: named, 'current-context': z.string().min(1) });

/** One file of KUBECONFIG: it exists, is YAML, and has a current context that it declares. */
export async function checkKubeconfig(path: string): Promise<string | undefined> {
  const problem = await problemOf(path);
  return problem && `KUBECONFIG names "${path}": ${problem}`;
}

async function problemOf(path: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? 'there is no such file. Correct the path, or leave KUBECONFIG out.'
      : `it cannot be read (${code ?? ''}). Let this user read it.`;
  }
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    return `it is not YAML: ${(error as Error).message.split('\n')[0] ?? ''}.`;
  }
  const config = schema.safeParse(value);
  if (!config.success)
    return `${config.error.issues[0]?.path.join('.') || 'its content'} is missing or wrong. "kubectl config view" shows a whole one.`;
  const current = config.data['current-context'];
  return config.data.contexts.some((context) => context.name === current)
    ? undefined
    : `its current-context "${current}" is not among its contexts. Choose one with "kubectl config use-context".`;
}
