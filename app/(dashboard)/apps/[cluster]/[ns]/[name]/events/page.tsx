import type { Metadata } from 'next';
import { applicationRefOf, tabTitle, type ApplicationParams } from '../_components/frame/application-params';
import { EventsPage } from '../_components/pages/events-page';

export async function generateMetadata({ params }: ApplicationParams): Promise<Metadata> {
  return { title: await tabTitle(params, 'events') };
}

export default async function EventsRoute({ params }: ApplicationParams) {
  return <EventsPage application={await applicationRefOf(params)} />;
}
