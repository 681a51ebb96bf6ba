'use client';

import { useTranslations } from 'next-intl';
import { CheckboxRow } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { Input, TextArea } from '@/components/ui/form/input';
import { SectionHead } from '@/components/ui/text/section-head';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import type { SyncChoices } from '../model/sync-choices';

interface SyncOptionsProps {
  readonly plan: SyncPlan;
  readonly choices: SyncChoices;
  readonly onChange: (change: Partial<SyncChoices>) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

const FLAGS = ['prune', 'onlyDiffering', 'serverSide', 'force', 'replace'] as const;

/** Options of a sync; each says what it does to this plan. */
export function SyncOptions({ plan, choices, onChange, reason, onReason }: SyncOptionsProps) {
  const t = useTranslations('sync.options');
  const { prune, skip, update, create, unchanged } = plan.counts;
  const total = update + create + unchanged;
  const figures = { prune: choices.prune ? prune : skip, count: update + create, total, rest: unchanged };
  return (
    <>
      <section>
        <SectionHead title={t('title')} />
        <div className="flex flex-col gap-2.5 py-1">
          {FLAGS.map((flag) => (
            <CheckboxRow
              key={flag}
              checked={choices[flag]}
              onChange={(event) => onChange({ [flag]: event.target.checked })}
              label={t(`${flag}.label`)}
              hint={t(`${flag}.${choices[flag] ? 'on' : 'off'}`, figures)}
            />
          ))}
        </div>
        <details className="pt-1 text-body">
          <summary className="link min-h-6">{t('more')}</summary>
          <div className="flex flex-col gap-3 pt-2">
            <Field label={t('revision')} hint={t('revisionHint')}>
              {(ids) => (
                <Input
                  {...ids}
                  defaultValue={choices.revision}
                  placeholder={plan.revisions[0]}
                  spellCheck={false}
                  onBlur={(event) => onChange({ revision: event.target.value.trim() })}
                />
              )}
            </Field>
            <Field label={t('retries')} hint={t('retriesHint')}>
              {(ids) => (
                <Input
                  {...ids}
                  type="number"
                  min={0}
                  max={20}
                  value={choices.retries}
                  onChange={(event) => onChange({ retries: Number(event.target.value) || 0 })}
                />
              )}
            </Field>
          </div>
        </details>
      </section>
      <section>
        <Field label={t('reason')} hint={t('reasonHint')}>
          {(ids) => <TextArea {...ids} value={reason} onChange={(event) => onReason(event.target.value)} />}
        </Field>
      </section>
    </>
  );
}
