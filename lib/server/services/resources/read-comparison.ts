import type { ApplicationDiff, ManagedResource, Manifests } from '@/lib/contracts/resource/resource-diff';
import type { ResourceTree } from '@/lib/contracts/resource/resource-tree';
import type { RevisionMetadata } from '@/lib/contracts/resource/live-resource';
import { notFound, type AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { requireApplication, type ApplicationName } from '../applications/find-application';

/** '' in a part means any; Argo CD's tree and managed-resources calls can be narrowed so. */
export interface ResourceSelection {
  group: string;
  kind: string;
  namespace: string;
  name: string;
}

type Keyed = { group: string; kind: string; namespace: string; name: string };

function selects(selection: ResourceSelection, each: Keyed): boolean {
  return (['group', 'kind', 'namespace', 'name'] as const).every(
    (part) => !selection[part] || selection[part] === each[part],
  );
}

const gone = (input: ApplicationName): AppError => notFound(`Application ${input.name}`);

export async function getResourceTree(
  context: RequestContext,
  input: ApplicationName,
  selection: ResourceSelection,
): Promise<ResourceTree> {
  const tree = await context.runtime.engine.tree(await requireApplication(context, input));
  if (!tree) throw gone(input);
  return { ...tree, nodes: tree.nodes.filter((node) => selects(selection, node)) };
}

export async function listManagedResources(
  context: RequestContext,
  input: ApplicationName,
  selection: ResourceSelection,
): Promise<{ items: ManagedResource[] }> {
  const items = await context.runtime.engine.managedResources(await requireApplication(context, input));
  if (!items) throw gone(input);
  return { items: items.filter((item) => selects(selection, item)) };
}

export async function getDiff(context: RequestContext, input: ApplicationName): Promise<ApplicationDiff> {
  const diff = await context.runtime.engine.diff(await requireApplication(context, input));
  if (!diff) throw gone(input);
  return diff;
}

export async function getManifests(
  context: RequestContext,
  input: ApplicationName & { revision: string },
): Promise<Manifests> {
  const target = await requireApplication(context, input);
  const manifests = await context.runtime.engine.manifests(target, input.revision || undefined);
  if (!manifests) throw gone(input);
  return manifests;
}

export async function getRevisionMetadata(
  context: RequestContext,
  input: ApplicationName & { revision: string; sourceIndex: number },
): Promise<RevisionMetadata> {
  const target = await requireApplication(context, input);
  const { revision, sourceIndex } = input;
  const metadata = await context.runtime.engine.revisionMetadata(target, revision, sourceIndex);
  if (!metadata) throw notFound(`revision ${revision} in source ${sourceIndex} of ${input.name}`);
  return metadata;
}
