import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button/button-link';
import { Sentence } from '@/components/ui/text/sentence';

export default function NotFound() {
  const t = useTranslations('shell.notFound');
  return (
    <main className="flex flex-col items-start gap-3 p-6">
      <h1 className="text-title font-semibold">{t('title')}</h1>
      <Sentence>{t('body')}</Sentence>
      <ButtonLink href="/">{t('action')}</ButtonLink>
    </main>
  );
}
