import { z } from 'zod';

/** Argo CD's version message: its clients read `Version`. `Product` is ours. */
export const versionSchema = z.object({
  Version: z.string(),
  Product: z.string(),
  ProductVersion: z.string(),
  Platform: z.string(),
  HelmVersion: z.string(),
  KustomizeVersion: z.string(),
  KubectlVersion: z.string(),
});
export type Version = z.infer<typeof versionSchema>;
