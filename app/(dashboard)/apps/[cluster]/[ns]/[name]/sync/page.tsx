import type { Metadata } from 'next';
import { applicationRefOf, tabTitle, type ApplicationParams } from '../_components/frame/application-params';
import { SyncPage } from '../_components/sync/sync-page';

export async function generateMetadata({ params }: ApplicationParams): Promise<Metadata> {
  return { title: await tabTitle(params, 'sync') };
}

export default async function SyncRoute({ params }: ApplicationParams) {
  return <SyncPage application={await applicationRefOf(params)} />;
}
