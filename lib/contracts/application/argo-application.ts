import { z } from 'zod';
import type { Application } from '@/lib/domain/application/application';
import type { ApplicationSpec } from '@/lib/domain/application/application-spec';

const metadataSchema = z.looseObject({
  name: z.string().min(1, 'is required').max(253),
  namespace: z.string().exactOptional(),
  labels: z.record(z.string(), z.string()).exactOptional(),
  annotations: z.record(z.string(), z.string()).exactOptional(),
});

const sourceSchema = z.looseObject({
  repoURL: z.string().min(1, 'is required'),
  path: z.string().exactOptional(),
  targetRevision: z.string().exactOptional(),
  chart: z.string().exactOptional(),
});

/** The parts of a spec that the product decides by; the rest passes through to the CRD's own validation. */
export const applicationSpecSchema = z.looseObject({
  project: z.string().default('default'),
  destination: z.looseObject({
    server: z.string().exactOptional(),
    name: z.string().exactOptional(),
    namespace: z.string().exactOptional(),
  }),
  source: sourceSchema.exactOptional(),
  sources: z.array(sourceSchema).exactOptional(),
});

/** Argo CD's Application as its REST API takes it; `apiVersion` and `kind` may be left out. */
export const argoApplicationSchema = z.looseObject({
  apiVersion: z.literal('argoproj.io/v1alpha1').default('argoproj.io/v1alpha1'),
  kind: z.literal('Application').default('Application'),
  metadata: metadataSchema,
  spec: applicationSpecSchema,
});
export type ArgoApplicationInput = z.infer<typeof argoApplicationSchema>;

/** What Argo-shaped calls answer with: the custom resource itself. */
export type ArgoApplication = Application;
export type ArgoApplicationSpec = ApplicationSpec;

export interface ArgoApplicationList {
  metadata: { resourceVersion: string; continue?: string; remainingItemCount?: number };
  items: Partial<Application>[];
}

/** `PATCH /applications/{name}`: the patch is a string of JSON. */
export const applicationPatchSchema = z.looseObject({
  patch: z.string(),
  patchType: z.enum(['json', 'merge']).default('json'),
});
