import type { Metadata } from 'next';
import { applicationRefOf, tabTitle, type ApplicationParams } from '../_components/frame/application-params';
import { LogsPage } from '../_components/pages/logs-page';

export async function generateMetadata({ params }: ApplicationParams): Promise<Metadata> {
  return { title: await tabTitle(params, 'logs') };
}

export default async function LogsRoute({ params }: ApplicationParams) {
  return <LogsPage application={await applicationRefOf(params)} />;
}
