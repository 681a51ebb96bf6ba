import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlanPage } from '@/components/apps/plan/plan-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apps.plan');
  return { title: t('title') };
}

export default function PlanRoute() {
  return <PlanPage />;
}
