import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppsPage } from '@/components/apps/apps-page';
import { DensityButton } from '@/components/layout/preferences/density-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apps');
  return { title: t('title') };
}

export default function AppsRoute() {
  return <AppsPage density={<DensityButton />} />;
}
