'use client';

import { useTimeZone } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { timeZoneCookie } from '@/messages/locales';
import { setCookie } from './set-cookie';

/** Tells the server the viewer's zone on the first visit and when it changes. */
export function ZoneKeeper() {
  const known = useTimeZone();
  const router = useRouter();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // The server may know the zone by another name; the cookie tells whether it was told already.
    const told = document.cookie.includes(`${timeZoneCookie}=${encodeURIComponent(zone)}`);
    if (zone === known || zone === '' || told) return;
    setCookie(timeZoneCookie, zone);
    router.refresh();
  }, [known, router]);
  return null;
}
