import type { Metadata } from 'next';
import { applicationRefOf, tabTitle, type ApplicationParams } from '../_components/frame/application-params';
import { HistoryPage } from '../_components/pages/history-page';

export async function generateMetadata({ params }: ApplicationParams): Promise<Metadata> {
  return { title: await tabTitle(params, 'history') };
}

export default async function HistoryRoute({ params }: ApplicationParams) {
  return <HistoryPage application={await applicationRefOf(params)} />;
}
