import type { Metadata, Viewport } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getNow } from 'next-intl/server';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { parsePreferences, preferencesCookie } from '@/components/layout/preferences/preferences';
import { PageProviders } from '@/components/layout/providers/page-providers';
import { geistMono, geistMonoExt, inter, interExt } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Promontory', template: '%s · Promontory' },
  description: 'Shows what runs where, why it differs from Git, and ships the next version.',
};

export const viewport: Viewport = { colorScheme: 'light dark' };

/** Theme and density come from the cookie, so that the first paint is right without a script. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [locale, now, store] = await Promise.all([getLocale(), getNow(), cookies()]);
  const preferences = parsePreferences(decodeURIComponent(store.get(preferencesCookie)?.value ?? ''));
  const fonts = [inter, interExt, geistMono, geistMonoExt].map((font) => font.variable).join(' ');
  return (
    <html lang={locale} data-theme={preferences.theme} data-density={preferences.density} className={fonts}>
      <body>
        <NextIntlClientProvider>
          <PageProviders preferences={preferences} now={now.getTime()}>
            {children}
          </PageProviders>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
