import type { ResourceAddress } from '../../engine-port';
import { notFound, type AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import {
  findApplication,
  type ApplicationName,
  type ApplicationTarget,
} from '../applications/find-application';

/** A resource of an Application, as Argo CD's calls name it. */
export interface ResourceInput extends ApplicationName {
  resource: ResourceAddress;
}

export interface ResourceTarget extends ApplicationTarget {
  app: { namespace: string; name: string };
}

/** The audit names the resource; permissions are asked on its Application. */
export function findResource(context: RequestContext, input: ResourceInput): ResourceTarget {
  const target = findApplication(context, input);
  const { kind, namespace, name } = input.resource;
  return { ...target, kind, namespace, name, app: { namespace: target.namespace, name: target.name } };
}

export const describeResource = ({ resource, name }: ResourceInput) => ({
  application: name,
  group: resource.group,
});

export function resourceNotFound({ resource, name }: ResourceInput): AppError {
  const { kind, namespace, name: resourceName } = resource;
  const where = namespace ? `${namespace}/${resourceName}` : resourceName;
  return notFound(`${kind} ${where} in the tree of Application ${name}`);
}

/** From Argo CD's query parameters. */
export function resourceInput(
  params: { name: string },
  query: {
    appNamespace: string;
    project: string;
    group: string;
    version: string;
    kind: string;
    namespace: string;
    resourceName: string;
  },
): ResourceInput {
  const { group, version, kind, namespace, resourceName, appNamespace, project } = query;
  return {
    name: params.name,
    appNamespace,
    project,
    resource: { group, version, kind, namespace, name: resourceName },
  };
}
