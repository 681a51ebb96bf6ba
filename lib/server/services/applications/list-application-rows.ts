import type { ApplicationPage, ApplicationQuery } from '@/lib/contracts/application/application-query';
import type { RequestContext } from '../../http/request-context';
import { applicationPage } from '../../read-model/application/application-page';
import { visibleApplications } from './visible-applications';

/** One page of /apps. */
export function listApplicationRows(context: RequestContext, query: ApplicationQuery): ApplicationPage {
  const { engine, clock } = context.runtime;
  return applicationPage(engine, visibleApplications(context), query, clock.now());
}
