'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { applicationDetailQuery } from '@/lib/client/queries/application-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { SyncPlanView } from './sync-plan-view';
import { SyncRunView } from './sync-run-view';

/** One page before, during and after: the plan, the same rows while it runs, the result until it is dismissed. */
export function SyncPage({ application }: { readonly application: ApplicationRef }) {
  const detail = useQuery(applicationDetailQuery(application));
  const operation = detail.data?.operation;
  const isRunning = operation?.phase === 'Running' || operation?.phase === 'Terminating';
  // The run that this page has watched stays on it after its end.
  const [watched, setWatched] = useState<string | null>(null);
  if (isRunning && watched !== operation.id) setWatched(operation.id);
  if (operation && (isRunning || operation.id === watched))
    return <SyncRunView application={application} operation={operation} onAgain={() => setWatched(null)} />;
  return <SyncPlanView application={application} />;
}
