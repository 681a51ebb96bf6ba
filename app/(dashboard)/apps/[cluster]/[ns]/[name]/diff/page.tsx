import type { Metadata } from 'next';
import { applicationRefOf, tabTitle, type ApplicationParams } from '../_components/frame/application-params';
import { DiffPage } from '../_components/diff/diff-page';

export async function generateMetadata({ params }: ApplicationParams): Promise<Metadata> {
  return { title: await tabTitle(params, 'diff') };
}

export default async function DiffRoute({ params }: ApplicationParams) {
  return <DiffPage application={await applicationRefOf(params)} />;
}
