'use client';

import { parseAsArrayOf, parseAsBoolean, parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { isOptionSet, type SyncChoices } from '@/components/sync/model/sync-choices';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';

const parsers = {
  prune: parseAsBoolean,
  only: parseAsBoolean,
  ssa: parseAsBoolean,
  replace: parseAsBoolean,
  force: parseAsBoolean.withDefault(false),
  retries: parseAsInteger.withDefault(0),
  revision: parseAsString.withDefault(''),
  without: parseAsArrayOf(parseAsString).withDefault([]),
};

/** Choices of the plan page, in the address; what is not chosen there is as the application declares it. */
export function useSyncChoices(
  detail: ApplicationDetail,
): [SyncChoices, (change: Partial<SyncChoices>) => void] {
  const [state, setState] = useQueryStates(parsers, { history: 'replace' });
  const own = detail.syncOptions;
  const choices: SyncChoices = {
    prune: state.prune ?? detail.row.autoSync.prune,
    onlyDiffering: state.only ?? isOptionSet(own, 'onlyDiffering'),
    serverSide: state.ssa ?? isOptionSet(own, 'serverSide'),
    replace: state.replace ?? isOptionSet(own, 'replace'),
    force: state.force,
    retries: state.retries,
    revision: state.revision,
    leftOut: state.without,
  };
  const change = (next: Partial<SyncChoices>) => {
    const { onlyDiffering, serverSide, leftOut, ...same } = next;
    void setState({
      ...same,
      ...(onlyDiffering === undefined ? {} : { only: onlyDiffering }),
      ...(serverSide === undefined ? {} : { ssa: serverSide }),
      ...(leftOut === undefined ? {} : { without: [...leftOut] }),
    });
  };
  return [choices, change];
}
