'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { stringify } from 'yaml';
import { Button } from '@/components/ui/button/button';
import { CopyButton } from '@/components/ui/button/copy-button';
import { CheckboxRow } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { SegmentedControl } from '@/components/ui/form/segmented-control';
import { Dialog } from '@/components/ui/overlay/dialog';
import { SectionHead } from '@/components/ui/text/section-head';
import { useNow } from '@/components/ui/time/use-now';
import type { SyncWindow } from '@/lib/domain/project/app-project';
import { validateWindow, type WindowProblem } from '@/lib/domain/window/decision/validate-window';
import { describeSchedule } from '@/lib/domain/window/schedule/describe-schedule';
import { NextOccurrences } from './next-occurrences';

interface WindowEditorProps {
  readonly project: string;
  readonly initial: SyncWindow;
  readonly onClose: () => void;
}

const LISTS = ['clusters', 'namespaces', 'applications'] as const;

/** A window in words and its next five occurrences while it is written; the result goes into the project in Git. */
export function WindowEditor({ project, initial, onClose }: WindowEditorProps) {
  const t = useTranslations('windows.editor');
  const common = useTranslations('common');
  const locale = useLocale();
  const viewerZone = useTimeZone() ?? 'UTC';
  const now = useNow();
  const [window, setWindow] = useState<SyncWindow>(initial);
  const problems = useMemo(() => validateWindow(window), [window]);
  const change = (next: Partial<SyncWindow>) => setWindow((before) => clean({ ...before, ...next }));
  const errorOf = (field: WindowProblem['field']) =>
    problems.find((problem) => problem.field === field)?.message;
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={t('title', { project })}
      description={t('body')}
      actions={
        <>
          <Button onClick={onClose}>{common('close')}</Button>
          <CopyButton variant="primary" label={t('copy')} text={() => stringify([window])} />
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <SegmentedControl
          label={t('kind')}
          value={window.kind ?? 'allow'}
          segments={[
            { value: 'allow', label: t('allow') },
            { value: 'deny', label: t('deny') },
          ]}
          onChange={(kind) => change({ kind })}
        />
        <Field label={t('description')} error={errorOf('description')}>
          {(ids) => (
            <Input
              {...ids}
              value={window.description ?? ''}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
        <div className="grid grid-cols-[1fr_7rem_11rem] gap-3 max-sm:grid-cols-1">
          <Field label={t('schedule')} hint={t('scheduleHint')} error={errorOf('schedule')}>
            {(ids) => (
              <Input
                {...ids}
                className="font-mono"
                spellCheck={false}
                value={window.schedule ?? ''}
                onChange={(event) => change({ schedule: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('duration')} hint={t('durationHint')} error={errorOf('duration')}>
            {(ids) => (
              <Input
                {...ids}
                className="font-mono"
                spellCheck={false}
                value={window.duration ?? ''}
                onChange={(event) => change({ duration: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('timeZone')} error={errorOf('timeZone')}>
            {(ids) => (
              <Input
                {...ids}
                placeholder="UTC"
                spellCheck={false}
                value={window.timeZone ?? ''}
                onChange={(event) => change({ timeZone: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Selectors window={window} error={errorOf('selectors')} onChange={change} />
        <section aria-live="polite">
          <SectionHead title={locale === 'en' ? describeSchedule(window) : (window.schedule ?? '')} />
          <NextOccurrences window={window} now={new Date(now)} viewerZone={viewerZone} />
        </section>
      </div>
    </Dialog>
  );
}

interface SelectorsProps {
  readonly window: SyncWindow;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<SyncWindow>) => void;
}

/** What the window is about, and what it lets through. */
function Selectors({ window, error, onChange: change }: SelectorsProps) {
  const t = useTranslations('windows.editor');
  return (
    <>
      <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
        {LISTS.map((list) => (
          <Field key={list} label={t(list)} error={list === 'applications' ? error : undefined}>
            {(ids) => (
              <Input
                {...ids}
                placeholder="*"
                spellCheck={false}
                defaultValue={(window[list] ?? []).join(', ')}
                onChange={(event) => change({ [list]: splitList(event.target.value) })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <CheckboxRow
          label={t('manualSync')}
          checked={window.manualSync ?? false}
          onChange={(event) => change({ manualSync: event.target.checked })}
        />
        <CheckboxRow
          label={t('syncOverrun')}
          checked={window.syncOverrun ?? false}
          onChange={(event) => change({ syncOverrun: event.target.checked })}
        />
        <CheckboxRow
          label={t('andOperator')}
          checked={window.andOperator ?? false}
          onChange={(event) => change({ andOperator: event.target.checked })}
        />
      </div>
    </>
  );
}

/** Empty texts, empty lists and unset switches are left out of the manifest. */
function clean(window: SyncWindow): SyncWindow {
  const kept = Object.entries(window).filter(
    ([, value]) => value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
