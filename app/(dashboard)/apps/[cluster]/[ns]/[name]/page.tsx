import { redirect } from 'next/navigation';
import { pageRoutes } from '@/lib/client/routes';
import { applicationRefOf, type ApplicationParams } from './_components/frame/application-params';

/** An application opens with its tree. */
export default async function ApplicationRoute({ params }: ApplicationParams) {
  redirect(pageRoutes.application(await applicationRefOf(params), 'tree'));
}
