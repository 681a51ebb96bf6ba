import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { SettingsForm } from '@/components/layout/preferences/settings-form';
import { PageHeader } from '@/components/ui/text/page-header';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title') };
}

export default function SettingsPage() {
  const t = useTranslations('settings');
  return (
    <>
      <PageHeader below={<Sentence>{t.rich('sentence', rich)}</Sentence>}>
        <h1 className="text-title font-semibold">{t('title')}</h1>
      </PageHeader>
      <SettingsForm />
    </>
  );
}
