'use client';

import { useLocale } from 'next-intl';
import { useRouter } from 'next/navigation';
import { localeCookie, type Locale } from '@/messages/locales';
import { setCookie } from './set-cookie';

/** The language in force, and how to change it: the server renders the same address again. */
export function useLanguage(): { readonly locale: Locale; readonly change: (locale: Locale) => void } {
  const locale = useLocale();
  const router = useRouter();
  return {
    locale,
    change: (next) => {
      setCookie(localeCookie, next);
      router.refresh();
    },
  };
}
