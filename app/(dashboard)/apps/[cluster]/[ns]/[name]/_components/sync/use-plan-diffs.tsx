'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { compareFile, type ComparedFile } from '@/components/diff/files/compare-file';
import { diffFile } from '@/components/diff/files/diff-files';
import { ManifestDiff } from '@/components/diff/view/manifest-diff';
import { SummaryWords } from '@/components/diff/view/summary-words';
import { applicationDiffQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { PlanTask } from '@/lib/contracts/sync/sync-plan';
import { formatResourceKey } from '@/lib/domain/resource/resource-key';

/** Words and lines of each object of the plan, from the same comparison as the diff page. */
export function usePlanDiffs(application: ApplicationRef): {
  words: (task: PlanTask) => ReactNode;
  diff: (task: PlanTask) => ReactNode;
} {
  const diff = useQuery(applicationDiffQuery(application));
  const compared = useMemo(() => {
    const files = new Map<string, ComparedFile>();
    for (const resource of diff.data?.resources ?? [])
      if (resource.change !== 'none')
        files.set(formatResourceKey(resource.key), compareFile(diffFile(resource)));
    return files;
  }, [diff.data]);
  const find = (task: PlanTask) => compared.get(formatResourceKey(task.key));
  return {
    words: (task) => {
      const file = find(task);
      if (!file || task.hook || file.verdict === 'same') return task.reason;
      return <SummaryWords summary={file.summary} />;
    },
    diff: (task) => {
      const file = find(task);
      return file && file.verdict !== 'same' ? (
        <ManifestDiff compared={file} layout="unified" context={0} />
      ) : null;
    },
  };
}
