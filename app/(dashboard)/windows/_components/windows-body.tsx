'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button/button';
import { SidePanel } from '@/components/ui/panel/side-panel';
import { PageHeader } from '@/components/ui/text/page-header';
import { useNow } from '@/components/ui/time/use-now';
import { addDays, calendarDays, startOfDay } from '@/components/windows/model/calendar-days';
import { windowLanes, windowsOf } from '@/components/windows/model/window-lanes';
import { RulesTable, type ProjectRule } from '@/components/windows/view/rules-table';
import { WhyBlocked } from '@/components/windows/view/why-blocked';
import { CALENDAR_SPANS, WindowCalendar } from '@/components/windows/view/window-calendar';
import { WindowEditor } from '@/components/windows/view/window-editor';
import { WindowSentence } from '@/components/windows/view/window-sentence';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { AppProject, SyncWindow } from '@/lib/domain/project/app-project';

interface WindowsBodyProps {
  readonly rows: readonly ApplicationRow[];
  readonly projects: readonly AppProject[];
}

const parsers = {
  app: parseAsString,
  days: parseAsStringLiteral(CALENDAR_SPANS).withDefault('7'),
  /** Days from today to the first day shown. */
  start: parseAsInteger.withDefault(0),
};

const NEW_WINDOW: SyncWindow = { kind: 'deny', schedule: 'Fri 18:00-24:00', applications: ['*'] };

/** Calendar, rules and the explainer, all judged by the same domain code as a sync. */
export function WindowsBody({ rows, projects }: WindowsBodyProps) {
  const t = useTranslations('windows');
  const timeZone = useTimeZone() ?? 'UTC';
  const minute = useNow(60_000);
  const now = useMemo(() => new Date(minute), [minute]);
  const [state, setState] = useQueryStates(parsers, { history: 'replace' });
  const [editing, setEditing] = useState<{ project: string; window: SyncWindow } | null>(null);
  const lanes = useMemo(() => windowLanes(rows, projects), [rows, projects]);
  const days = useMemo(
    () => calendarDays(addDays(startOfDay(now, timeZone), state.start), Number(state.days), timeZone),
    [now, timeZone, state.start, state.days],
  );
  const chosen = rows.find((row) => formatApplicationRef(row) === state.app) ?? lanes[0]?.applications[0];
  const lane = lanes.find((each) => chosen && each.applications.includes(chosen));
  const rules = projects.flatMap((project) =>
    (project.spec.syncWindows ?? []).map((window, index): ProjectRule => ({
      project: project.metadata.name,
      index,
      window,
    })),
  );
  const selectLane = (id: string) => {
    const first = lanes.find((each) => each.id === id)?.applications[0];
    if (first) void setState({ app: formatApplicationRef(first) });
  };
  return (
    <div className="flex min-h-[calc(100dvh-3rem)] max-xl:flex-col">
      <div className="min-w-0 flex-1">
        <PageHeader
          actions={
            <Button
              variant="primary"
              onClick={() =>
                setEditing({
                  project: chosen?.project ?? projects[0]?.metadata.name ?? '',
                  window: NEW_WINDOW,
                })
              }
            >
              {t('new')}
            </Button>
          }
        >
          <WindowSentence lanes={lanes} now={now} />
        </PageHeader>
        <div className="flex flex-col gap-4 px-6 pt-2 pb-6 max-sm:px-4">
          <WindowCalendar
            lanes={lanes}
            days={days}
            now={now}
            timeZone={timeZone}
            span={state.days}
            selected={lane?.id}
            onSelect={selectLane}
            onSpan={(span) => void setState({ days: span })}
            onMove={(move) => void setState({ start: move === 0 ? 0 : state.start + move })}
          />
          <RulesTable rules={rules} now={now} onEdit={(rule) => setEditing(rule)} />
        </div>
      </div>
      {chosen && (
        <SidePanel label={t('why.title')} width={344}>
          <WhyBlocked
            applications={rows}
            chosen={chosen}
            onChoose={(app) => void setState({ app })}
            rules={
              projects.find((project) => project.metadata.name === chosen.project)?.spec.syncWindows ?? []
            }
            matching={windowsOf(chosen, projects)}
            now={now}
            timeZone={timeZone}
          />
        </SidePanel>
      )}
      {editing && (
        <WindowEditor project={editing.project} initial={editing.window} onClose={() => setEditing(null)} />
      )}
    </div>
  );
}
