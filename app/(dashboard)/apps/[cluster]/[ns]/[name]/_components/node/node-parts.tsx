'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { compareFile } from '@/components/diff/files/compare-file';
import { diffFile } from '@/components/diff/files/diff-files';
import { displayObject } from '@/components/diff/files/display-object';
import { ManifestDiff } from '@/components/diff/view/manifest-diff';
import { YamlBlock } from '@/components/diff/view/yaml-block';
import { EventList } from '@/components/events/event-list';
import { CopyButton } from '@/components/ui/button/copy-button';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { SegmentedControl } from '@/components/ui/form/segmented-control';
import { Glyph } from '@/components/ui/glyph/glyph';
import { Panel } from '@/components/ui/panel/panel';
import { rich } from '@/components/ui/text/rich';
import { SectionHead } from '@/components/ui/text/section-head';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { manifestLines } from '@/components/diff/lines/manifest-lines';
import { liveResourceQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceEvent } from '@/lib/contracts/resource/live-resource';
import type { ResourceDiff } from '@/lib/contracts/resource/resource-diff';
import type { ResourceNode } from '@/lib/contracts/resource/resource-tree';
import type { JsonObject } from '@/lib/domain/resource/json';

/** Why it differs from Git: who changed it live and when, what is merged and not synced, and the lines. */
export function NodeDifference({ resource }: { readonly resource: ResourceDiff }) {
  const t = useTranslations('node');
  const words = useTimeWords();
  const compared = useMemo(() => compareFile(diffFile(resource)), [resource]);
  const drift = resource.changes.find((change) => change.label === 'drift');
  const isPending = resource.changes.some((change) => change.label === 'pending');
  return (
    <section>
      <SectionHead title={t('whyDiffers')} note={t('liveToGit')} />
      {compared.verdict === 'same' ? (
        <p className="text-body text-fg-2">{resource.notice || t('noDifference')}</p>
      ) : (
        <Panel>
          {drift && (
            <p className="flex items-center gap-2 border-b border-line bg-sunken px-3 py-1.5 text-body text-fg-2 [&_b]:text-fg">
              <Glyph name="waves" tone="at" />
              <span>
                {t.rich('changedBy', {
                  ...rich,
                  manager: drift.manager ?? '…',
                  when: drift.time === null ? '' : words.moment(new Date(drift.time)),
                })}
              </span>
            </p>
          )}
          {isPending && (
            <p className="flex items-center gap-2 border-b border-line bg-sunken px-3 py-1.5 text-body text-fg-2">
              <Glyph name="hourglass" tone="mo" />
              {t('merged')}
            </p>
          )}
          <ManifestDiff compared={compared} layout="unified" context={1} />
        </Panel>
      )}
    </section>
  );
}

interface NodeEventsProps {
  readonly events: readonly ResourceEvent[];
  readonly limit?: number;
}

export function NodeEvents({ events, limit }: NodeEventsProps) {
  const t = useTranslations('node');
  return (
    <section>
      <SectionHead title={t('recentEvents')} note={events.length} />
      <EventList events={events} {...(limit === undefined ? {} : { limit })} />
    </section>
  );
}

interface NodeManifestProps {
  readonly application: ApplicationRef;
  readonly node: ResourceNode;
  readonly resource: ResourceDiff | undefined;
  readonly isHeaded?: boolean;
}

/** The object as it lives and as Git wants it; Secrets are masked by the server. */
export function NodeManifest({ application, node, resource, isHeaded = false }: NodeManifestProps) {
  const t = useTranslations('node');
  const [side, setSide] = useState<'live' | 'desired'>(node.uid === '' ? 'desired' : 'live');
  const live = useQuery({
    ...liveResourceQuery(application, node),
    enabled: node.uid !== '' && !resource?.live,
  });
  const object =
    side === 'live'
      ? (resource?.live ?? (live.data as unknown as JsonObject | undefined))
      : resource?.desired;
  const shown = useMemo(() => withoutManagedFields(object), [object]);
  const count = useMemo(() => (shown ? manifestLines(shown).length : 0), [shown]);
  return (
    <section className={isHeaded ? '' : 'px-4 py-2'}>
      <SectionHead
        title={t('tabs.manifest')}
        note={shown ? t('manifestNote', { side: t(side), count }) : undefined}
        end={
          <>
            {shown && (
              <CopyButton
                text={() =>
                  manifestLines(shown)
                    .map((line) => line.text)
                    .join('\n')
                }
              />
            )}
            {resource && (
              <SegmentedControl
                label={t('side')}
                value={side}
                segments={[
                  { value: 'live', label: t('live') },
                  { value: 'desired', label: t('desired') },
                ]}
                onChange={setSide}
              />
            )}
          </>
        }
      />
      <Panel>{body()}</Panel>
    </section>
  );

  function body() {
    if (shown) return <YamlBlock value={shown} label={`${node.kind} ${node.name}`} />;
    if (side === 'live' && live.isFetching) return <SkeletonRows label={t('loading')} rows={6} />;
    if (side === 'live' && live.error)
      return (
        <ErrorState title={t('failed')} detail={live.error.message} onRetry={() => void live.refetch()} />
      );
    return <EmptyState title={t('manifestMissing')} />;
  }
}

/** `status` stays here, unlike in a diff: it is what one looks for in a live object. */
function withoutManagedFields(object: JsonObject | null | undefined): JsonObject | undefined {
  const shown = displayObject(object);
  return shown && object?.status !== undefined ? { ...shown, status: object.status } : shown;
}
