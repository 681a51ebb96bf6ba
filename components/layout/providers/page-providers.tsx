'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useState, type ReactNode } from 'react';
import { InitialNow } from '@/components/ui/time/use-now';
import { createQueryClient } from '@/lib/client/queries/create-query-client';
import { LiveProvider } from '@/lib/client/stream/live-provider';
import { PreferencesProvider } from '../preferences/preferences-context';
import type { Preferences } from '../preferences/preferences';
import { ZoneKeeper } from '../preferences/zone-keeper';

const Toaster = dynamic(() => import('@/components/ui/overlay/toaster').then((module) => module.Toaster), {
  ssr: false,
});

interface PageProvidersProps {
  readonly preferences: Preferences;
  /** The server's time in ms. */
  readonly now: number;
  readonly children: ReactNode;
}

/** Everything that pages find around them. */
export function PageProviders({ preferences, now, children }: PageProvidersProps) {
  const t = useTranslations('shell');
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        <InitialNow value={now}>
          <PreferencesProvider initial={preferences}>
            <LiveProvider>{children}</LiveProvider>
            <Toaster label={t('notifications')} />
            <ZoneKeeper />
          </PreferencesProvider>
        </InitialNow>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
