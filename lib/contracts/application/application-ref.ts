import { z } from 'zod';

/**
 * An Application's identity: the cluster it is declared in (not the one it deploys to), namespace, name.
 * Pages and topics are addressed by it.
 */
export const applicationRefSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
});
export type ApplicationRef = z.infer<typeof applicationRefSchema>;

/** `cluster/namespace/name`: key of maps and part of topics. */
export function formatApplicationRef(ref: ApplicationRef): string {
  return `${ref.cluster}/${ref.namespace}/${ref.name}`;
}

export function parseApplicationRef(text: string): ApplicationRef | undefined {
  const [cluster, namespace, name, ...rest] = text.split('/');
  return cluster && namespace && name && rest.length === 0 ? { cluster, namespace, name } : undefined;
}
