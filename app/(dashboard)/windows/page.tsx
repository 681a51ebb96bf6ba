import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WindowsPage } from './_components/windows-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('windows');
  return { title: t('title') };
}

export default function WindowsRoute() {
  return <WindowsPage />;
}
