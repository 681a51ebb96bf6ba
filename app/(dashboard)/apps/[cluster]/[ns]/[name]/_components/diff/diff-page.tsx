'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { ApplicationFrame } from '../frame/application-frame';

/** The lines are their own chunk: other tabs do not pay for them. */
const DiffBody = dynamic(() => import('./diff-body').then((module) => module.DiffBody), { loading: Loading });

export function DiffPage({ application }: { readonly application: ApplicationRef }) {
  return (
    <ApplicationFrame application={application} tab="diff">
      {(detail) => <DiffBody application={application} detail={detail} />}
    </ApplicationFrame>
  );
}

function Loading() {
  const t = useTranslations('diff');
  return <SkeletonRows label={t('loading')} rows={10} />;
}
