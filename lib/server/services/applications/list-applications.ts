import type { ArgoApplicationList } from '@/lib/contracts/application/argo-application';
import type { Application } from '@/lib/domain/application/application';
import { AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { applicationSelector, type ApplicationSelection } from './application-selection';
import { projectFields } from './project-fields';
import { visibleApplications } from './visible-applications';

export interface ListApplications extends ApplicationSelection {
  /** 0: all. */
  limit: number;
  continue: string;
  /** `items.metadata.name,items.status.health`: only these; empty: everything. */
  fields: string[];
}

/** Argo CD's list, with the paging and projection that it lacks. Sorted by namespace and name. */
export function listApplications(context: RequestContext, input: ListApplications): ArgoApplicationList {
  const matches = applicationSelector(input);
  const after = input.continue ? Buffer.from(input.continue, 'base64url').toString() : '';
  if (input.continue && !after.includes('/'))
    throw new AppError('invalid-request', 'The "continue" value is not from an earlier page.', {
      field: 'query.continue',
    });
  const found = visibleApplications(context)
    .map((facts) => facts.application)
    .filter(matches)
    .map((application) => ({ application, id: idOf(application) }))
    .sort((a, b) => compare(a.id, b.id));
  const rest = after ? found.filter(({ id }) => compare(id, after) > 0) : found;
  const page = input.limit > 0 ? rest.slice(0, input.limit) : rest;
  const remaining = rest.length - page.length;
  return {
    metadata: {
      resourceVersion: latestVersion(found.map(({ application }) => application)),
      ...(remaining > 0
        ? {
            continue: Buffer.from(page.at(-1)?.id ?? '').toString('base64url'),
            remainingItemCount: remaining,
          }
        : {}),
    },
    items: page.map(({ application }) => projectFields(application, input.fields)),
  };
}

const idOf = ({ metadata }: Application) => `${metadata.namespace}/${metadata.name}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function latestVersion(applications: Application[]): string {
  const versions = applications.map(({ metadata }) => Number(metadata.resourceVersion ?? 0));
  return String(versions.reduce((latest, version) => Math.max(latest, version), 0));
}
