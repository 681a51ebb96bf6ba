'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Select } from '@/components/ui/form/select';
import { Glyph } from '@/components/ui/glyph/glyph';
import type { GlyphName } from '@/components/ui/glyph/glyph-names';
import type { Tone } from '@/components/ui/glyph/tone';
import { rich } from '@/components/ui/text/rich';
import { SectionHead } from '@/components/ui/text/section-head';
import { Sentence } from '@/components/ui/text/sentence';
import { dateLocale } from '@/components/ui/time/moment';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { SyncWindow } from '@/lib/domain/project/app-project';
import { evaluateWindows } from '@/lib/domain/window/decision/evaluate-windows';
import { judgedRules, type JudgedRule } from '../model/judged-rules';
import { nextOpenings } from '../model/next-openings';
import { subjectOf } from '../model/window-lanes';

interface WhyBlockedProps {
  readonly applications: readonly ApplicationRow[];
  readonly chosen: ApplicationRow;
  readonly onChoose: (id: string) => void;
  /** Windows of its project, and those of them that are about it. */
  readonly rules: readonly SyncWindow[];
  readonly matching: readonly SyncWindow[];
  readonly now: Date;
  readonly timeZone: string;
}

const faces = {
  broken: { glyph: 'door-cross', tone: 'bad' },
  denies: { glyph: 'door-hatched', tone: 'at' },
  allows: { glyph: 'door-tick', tone: 'ok' },
  closed: { glyph: 'door-clock', tone: 'at' },
  'not-active': { glyph: 'door-dashed', tone: 'mute' },
  'no-match': { glyph: 'door-dashed', tone: 'mute' },
} as const satisfies Record<JudgedRule['verdict'], { glyph: GlyphName; tone: Tone }>;

/** Whether one application may sync now, every rule in the order it was judged, and the next five openings. */
export function WhyBlocked({
  applications,
  chosen,
  onChoose,
  rules,
  matching,
  now,
  timeZone,
}: WhyBlockedProps) {
  const t = useTranslations('windows.why');
  const words = useTimeWords();
  const verdict = evaluateWindows(rules, subjectOf(chosen), now, { manual: true });
  const judged = judgedRules(rules, subjectOf(chosen), now);
  const decides = judged[0];
  const name = decides ? decides.window.description || decides.window.schedule || '' : '';
  const facts = { ...rich, name: chosen.name, cluster: chosen.destination.cluster, rule: name };
  return (
    <div className="flex flex-col gap-3 px-5 py-3">
      <SectionHead title={t('title')} />
      <Select
        aria-label={t('application')}
        value={formatApplicationRef(chosen)}
        onChange={(event) => onChoose(event.target.value)}
      >
        {applications.map((row) => (
          <option key={formatApplicationRef(row)} value={formatApplicationRef(row)}>
            {row.name} ({row.destination.cluster})
          </option>
        ))}
      </Select>
      <Sentence>
        {verdict.allowed
          ? t.rich(verdict.nextClose ? 'mayUntil' : 'may', {
              ...facts,
              until: verdict.nextClose ? words.moment(verdict.nextClose) : '',
            })
          : t.rich(verdict.nextOpen ? 'mayNotUntil' : 'mayNot', {
              ...facts,
              until: verdict.nextOpen ? words.moment(verdict.nextOpen) : '',
            })}
      </Sentence>
      {judged.length === 0 ? (
        <p className="text-body text-fg-2">{t('noRules', { project: chosen.project })}</p>
      ) : (
        <ol className="divide-y divide-line-2" aria-label={t('judged')}>
          {judged.map((rule, index) => (
            <li key={index} className="flex gap-2.5 py-2.5">
              <span className="pt-0.5">
                <Glyph {...nameOf(faces[rule.verdict])} />
              </span>
              <div className="min-w-0">
                <p className="text-body font-medium text-fg">
                  {rule.window.description || rule.window.schedule}
                </p>
                <p className="text-meta leading-[18px] text-fg-2">
                  {t(`verdicts.${rule.verdict}`, {
                    at: rule.at ? words.moment(rule.at) : '—',
                    message: rule.message ?? '',
                  })}
                  {rule.verdict === 'denies' &&
                    ` ${rule.window.manualSync ? t('manualAllowed') : t('manualRefused')}`}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {matching.length > 0 && <Openings windows={matching} now={now} timeZone={timeZone} />}
    </div>
  );
}

function nameOf(face: { readonly glyph: GlyphName; readonly tone: Tone }): { name: GlyphName; tone: Tone } {
  return { name: face.glyph, tone: face.tone };
}

interface OpeningsProps {
  readonly windows: readonly SyncWindow[];
  readonly now: Date;
  readonly timeZone: string;
}

function Openings({ windows, now, timeZone }: OpeningsProps) {
  const t = useTranslations('windows.why');
  const locale = useLocale();
  const words = useTimeWords();
  const write = (at: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dateLocale(locale), { timeZone, ...options }).format(at).replace(/,/g, '');
  const clock = (at: Date) => write(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const openings = nextOpenings(windows, now);
  return (
    <section>
      <SectionHead title={t('openings', { count: openings.length })} />
      {openings.length === 0 && <p className="text-body text-fg-2">{t('noOpenings')}</p>}
      <ol className="divide-y divide-line-2">
        {openings.map((opening) => (
          <li key={opening.from.getTime()} className="nums flex min-h-7 items-center gap-3 text-body">
            <span className="w-24 font-medium text-fg">
              {write(opening.from, { weekday: 'short', day: 'numeric', month: 'short' })}
            </span>
            <span className="text-fg-2">
              {t('fromTo', { from: clock(opening.from), until: clock(opening.until) })}
            </span>
            <span className="ml-auto text-fg-2">
              {words.age(opening.until.getTime() - opening.from.getTime())}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
