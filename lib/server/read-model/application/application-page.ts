import type { ApplicationPage, ApplicationQuery } from '@/lib/contracts/application/application-query';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { ApplicationFacts, EngineView } from '../../engine-port';
import { pageRows, summarizeGroups } from '../filter/page-rows';
import { parseFilter } from '../filter/parse-filter';
import { selectRows } from '../filter/select-rows';
import { toApplicationRow } from './application-row';

/** Filters, counts, groups and cuts one page of all rows that the caller may see. */
export function applicationPage(
  engine: EngineView,
  facts: readonly ApplicationFacts[],
  query: ApplicationQuery,
  now: Date,
): ApplicationPage {
  const rows = facts.map((each) => toApplicationRow(each, engine.controlPlane.cluster));
  const filter = parseFilter(query.q);
  const { selected, facets } = selectRows(rows, filter.tokens, now);
  return {
    ...pageRows(selected, query),
    total: selected.length,
    all: rows.length,
    facets,
    groups: summarizeGroups(selected, query.group),
    notUnderstood: filter.notUnderstood,
    stale: staleClusters(engine, rows),
  };
}

/** Clusters of these rows that are not live, so that a page can say which rows may be old. */
function staleClusters(engine: EngineView, rows: readonly ApplicationRow[]): string[] {
  const shown = new Set(rows.map((row) => row.destination.server));
  return engine
    .status()
    .clusters.filter((cluster) => cluster.state !== 'connected' && shown.has(cluster.server))
    .map((cluster) => cluster.name);
}
