import type { Metadata } from 'next';
import { applicationRefOf, tabTitle, type ApplicationParams } from '../_components/frame/application-params';
import { TreePage } from '../_components/tree/tree-page';

export async function generateMetadata({ params }: ApplicationParams): Promise<Metadata> {
  return { title: await tabTitle(params, 'tree') };
}

export default async function TreeRoute({ params }: ApplicationParams) {
  return <TreePage application={await applicationRefOf(params)} />;
}
