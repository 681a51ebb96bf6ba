import { parseAsArrayOf, parseAsBoolean, parseAsString } from 'nuqs';
import { parseApplicationRef, type ApplicationRef } from '@/lib/contracts/application/application-ref';

/** What the address of the plan page holds. */
export const planParsers = {
  apps: parseAsArrayOf(parseAsString).withDefault([]),
  prune: parseAsBoolean.withDefault(false),
};

/** The applications named in an address, each once; what is no `cluster/namespace/name` is dropped. */
export function planRefs(apps: readonly string[]): ApplicationRef[] {
  return [...new Set(apps)].flatMap((text) => parseApplicationRef(text) ?? []);
}
