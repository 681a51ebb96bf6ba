import { cookies, headers } from 'next/headers';
import type { AbstractIntlMessages } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { areas, type Area } from '@/messages/areas';
import { localeCookie, timeZoneCookie, type Locale } from '@/messages/locales';
import { pickLocale } from './pick-locale';
import { pickTimeZone } from './pick-time-zone';

/** Language and zone come from cookies and headers: addresses are the same in every language. */
export default getRequestConfig(async () => {
  const [store, header] = await Promise.all([cookies(), headers()]);
  const locale = pickLocale(store.get(localeCookie)?.value, header.get('accept-language'));
  const zone = store.get(timeZoneCookie)?.value;
  return {
    locale,
    timeZone: pickTimeZone(zone === undefined ? undefined : decodeURIComponent(zone)),
    now: new Date(),
    messages: Object.fromEntries(await Promise.all(areas.map((area) => loadArea(locale, area)))),
  };
});

async function loadArea(locale: Locale, area: Area): Promise<[Area, AbstractIntlMessages]> {
  const loaded = (await import(`../../../messages/${locale}/${area}.json`)) as {
    default: AbstractIntlMessages;
  };
  return [area, loaded.default];
}
