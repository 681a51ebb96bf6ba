import type { ApplicationPage } from '@/lib/contracts/application/application-query';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';

/** Changes rows where they stand: order and membership move only when the page is read anew. The same page when nothing of it changed. */
export function patchRows(
  page: ApplicationPage,
  changed: ReadonlyMap<string, ApplicationRow>,
  removed: ReadonlySet<string>,
): ApplicationPage {
  const isTouched = page.items.some((row) => {
    const id = formatApplicationRef(row);
    return changed.has(id) || removed.has(id);
  });
  if (!isTouched) return page;
  const kept = page.items.filter((row) => !removed.has(formatApplicationRef(row)));
  const items = kept.map((row) => changed.get(formatApplicationRef(row)) ?? row);
  return { ...page, items, total: page.total - (page.items.length - kept.length) };
}
