'use client';

import { useTranslations } from 'next-intl';
import { Glyph } from '@/components/ui/glyph/glyph';
import { rich } from '@/components/ui/text/rich';
import type { ActivityEntry } from '@/lib/contracts/platform/activity';
import { activityFace, activityVerb } from './activity-faces';

interface ActivitySentenceProps {
  readonly entry: ActivityEntry;
  /** One line; else the reason follows. */
  readonly short?: boolean;
}

/** "Ada synced checkout", "Omar was not allowed to delete ledger": actor, verb, object, result. */
export function ActivitySentence({ entry, short = false }: ActivitySentenceProps) {
  const t = useTranslations('status.activity');
  const verb = activityVerb(entry.action);
  const face = activityFace(entry.result, verb);
  const object = entry.object.name === '' ? entry.object.kind : entry.object.name;
  return (
    <>
      <Glyph name={face.glyph} tone={face.tone} label={t(`results.${entry.result}`)} />
      <span className="min-w-0 truncate text-fg-2 [&_b]:font-semibold [&_b]:text-fg">
        {t.rich(entry.result, { ...rich, actor: entry.actor, verb, action: entry.action, object })}
        {!short && entry.reason !== '' && <span className="text-fg-3"> {entry.reason}</span>}
      </span>
    </>
  );
}
