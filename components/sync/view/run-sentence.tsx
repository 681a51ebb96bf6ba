'use client';

import { useTranslations } from 'next-intl';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { OperationView } from '@/lib/contracts/sync/operation';
import type { RunProgress } from '../model/run-progress';

interface RunSentenceProps {
  readonly operation: OperationView;
  readonly progress: RunProgress;
}

/** "6 of 13 objects are done after 1 min 57 s. Wave 1 waits for orders-worker (3 of 4 ready)." */
export function RunSentence({ operation, progress }: RunSentenceProps) {
  const t = useTranslations('sync.sentence');
  const words = useTimeWords(1000);
  const end = operation.finishedAt === null ? words.now : new Date(operation.finishedAt).getTime();
  const age = words.age(end - new Date(operation.startedAt).getTime());
  const { done, total } = progress;
  if (operation.phase === 'Running') {
    const [wait, ...others] = progress.waitsFor;
    return (
      <Sentence>
        {t.rich('running', { ...rich, done, total, age })}{' '}
        {wait &&
          t.rich('waits', {
            ...rich,
            wave: wait.section.wave,
            phase: wait.section.phase,
            name: wait.name,
            message: wait.message,
            others: others.length,
            isSync: wait.section.phase === 'Sync' ? 'yes' : 'no',
          })}
      </Sentence>
    );
  }
  if (operation.phase === 'Terminating')
    return <Sentence>{t.rich('terminating', { ...rich, done, total })}</Sentence>;
  if (operation.phase === 'Succeeded')
    return (
      <Sentence>
        {t.rich(operation.dryRun ? 'dryRunDone' : 'succeeded', {
          ...rich,
          count: total || operation.resources.length,
          age,
        })}
      </Sentence>
    );
  return (
    <Sentence>
      {t.rich(operation.phase === 'Interrupted' ? 'interrupted' : 'failed', {
        ...rich,
        age,
        message: operation.message || '…',
      })}
      {operation.retryCount > 0 && <> {t('retries', { count: operation.retryCount })}</>}
    </Sentence>
  );
}
