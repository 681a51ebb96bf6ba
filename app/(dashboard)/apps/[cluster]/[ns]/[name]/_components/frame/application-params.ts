import { getTranslations } from 'next-intl/server';
import type { ApplicationTab } from '@/lib/client/routes';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';

export interface ApplicationParams {
  readonly params: Promise<{ readonly cluster: string; readonly ns: string; readonly name: string }>;
}

/** Identity is cluster/namespace/name everywhere; Next hands the parts over as they stand in the address. */
export async function applicationRefOf(params: ApplicationParams['params']): Promise<ApplicationRef> {
  const { cluster, ns, name } = await params;
  return {
    cluster: decodeURIComponent(cluster),
    namespace: decodeURIComponent(ns),
    name: decodeURIComponent(name),
  };
}

export async function tabTitle(params: ApplicationParams['params'], tab: ApplicationTab): Promise<string> {
  const [{ name }, t] = await Promise.all([applicationRefOf(params), getTranslations('application.tabs')]);
  return `${name}, ${t(tab)}`;
}
