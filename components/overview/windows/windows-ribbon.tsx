'use client';

import { useTranslations } from 'next-intl';
import { SectionHead } from '@/components/ui/text/section-head';
import { useNow } from '@/components/ui/time/use-now';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { WindowRule } from '@/lib/contracts/sync/window';
import { axisTicks, spanBlocks } from './span-blocks';
import { WindowBlock } from './window-block';

const hour = 3_600_000;
const shown = 7;

/** The rules of the next 24 hours as lanes; the line at the left is now. */
export function WindowsRibbon({ rules }: { readonly rules: readonly WindowRule[] }) {
  const t = useTranslations('overview.windows');
  const words = useTimeWords(60_000);
  const now = useNow(60_000);
  const span = { from: now, until: now + 24 * hour };
  return (
    <section aria-labelledby="windows">
      <SectionHead id="windows" title={t('title')} />
      {rules.length === 0 ? (
        <p className="py-1 text-body text-fg-2">{t('empty')}</p>
      ) : (
        <div className="flex flex-col gap-2">
          <div aria-hidden className="relative ml-26 h-4">
            {axisTicks(span, 4 * hour).map((tick) => (
              <span
                key={tick.at}
                style={{ left: `${tick.share * 100}%` }}
                className="nums absolute text-axis text-fg-3"
              >
                {words.moment(new Date(tick.at)).split(' ').at(-1)}
              </span>
            ))}
          </div>
          <ul className="relative flex flex-col gap-2">
            {rules.slice(0, shown).map((rule, index) => (
              <li key={index} className="flex items-center gap-2">
                <span className="w-24 truncate text-body text-fg-2" title={ruleName(rule)}>
                  {ruleName(rule)}
                </span>
                <span className="relative h-5 min-w-0 flex-1 rounded-chip bg-sunken ring-1 ring-line-2 ring-inset">
                  {spanBlocks(rule, span).map((block) => (
                    <WindowBlock key={block.from} block={block} kind={rule.kind} name={ruleName(rule)} />
                  ))}
                </span>
              </li>
            ))}
            <li aria-hidden className="pointer-events-none absolute inset-y-[-4px] left-26 w-0.5 bg-you" />
          </ul>
          {rules.length > shown && (
            <p className="text-meta text-fg-3">{t('more', { count: rules.length - shown })}</p>
          )}
        </div>
      )}
    </section>
  );
}

function ruleName(rule: WindowRule): string {
  if (rule.description !== '') return rule.description;
  const scope = [...rule.applications, ...rule.namespaces, ...rule.clusters].join(', ');
  return scope === '' || scope === '*' ? rule.project : scope;
}
