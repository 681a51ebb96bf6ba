'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip/chip';
import { Sheet } from '@/components/ui/overlay/sheet';
import { SectionHead } from '@/components/ui/text/section-head';
import { argoApplicationQuery } from '@/lib/client/queries/application-queries';
import type {
  ApplicationDetail,
  ApplicationSourceView,
} from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { SpecEditor } from './spec-editor';

interface DetailsSheetProps {
  readonly application: ApplicationRef;
  readonly detail: ApplicationDetail;
  readonly onClose: () => void;
}

/** What the Application declares: sources, destination, policy, ignored differences; and its spec to edit. */
export function DetailsSheet({ application, detail, onClose }: DetailsSheetProps) {
  const t = useTranslations('application.details');
  const common = useTranslations('common');
  const resource = useQuery(argoApplicationQuery(application));
  const spec = resource.data?.spec;
  const ignored = spec?.ignoreDifferences ?? [];
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('title', { name: application.name })}
      closeLabel={common('close')}
    >
      {detail.sources.map((source, index) => (
        <section key={index} className="mb-3">
          <SectionHead
            title={detail.sources.length > 1 ? t('sourceOf', { index: index + 1 }) : t('source')}
            note={source.type}
          />
          <SourceFacts source={source} />
        </section>
      ))}
      <SectionHead title={t('syncPolicy')} />
      <div className="mb-3 flex flex-wrap gap-1.5">
        {detail.syncOptions.length === 0 && <span className="text-body text-fg-2">{t('noOptions')}</span>}
        {detail.syncOptions.map((option) => (
          <Chip key={option}>{option}</Chip>
        ))}
      </div>
      {ignored.length > 0 && (
        <section className="mb-3">
          <SectionHead title={t('ignored')} note={ignored.length} />
          <ul className="text-body text-fg-2">
            {ignored.map((rule, index) => (
              <li key={index} className="py-0.5">
                {rule.kind} {rule.name}{' '}
                <code className="text-code">
                  {[
                    ...(rule.jsonPointers ?? []),
                    ...(rule.jqPathExpressions ?? []),
                    ...(rule.managedFieldsManagers ?? []),
                  ].join(', ')}
                </code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {spec && <SpecEditor application={application} spec={spec} onSaved={onClose} />}
    </Sheet>
  );
}

function SourceFacts({ source }: { readonly source: ApplicationSourceView }) {
  const t = useTranslations('application.details');
  const facts: [string, ReactNode][] = [
    [t('repository'), source.repoURL],
    [source.chart ? t('chart') : t('path'), source.chart || source.path || '.'],
    [
      t('revision'),
      `${source.targetRevision || 'HEAD'}${source.revision ? ` (${source.revision.slice(0, 7)})` : ''}`,
    ],
  ];
  if (source.valueFiles.length > 0) facts.push([t('valueFiles'), source.valueFiles.join(', ')]);
  return (
    <dl className="grid grid-cols-[7rem_1fr] gap-y-1 text-body">
      {facts.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-fg-3">{term}</dt>
          <dd className="min-w-0 break-all text-fg">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
