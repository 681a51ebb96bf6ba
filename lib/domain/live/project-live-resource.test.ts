import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { projectLiveResource } from './project-live-resource';

const settings = { instanceLabelKey: 'app.kubernetes.io/instance', assessHealth: () => null };
const tracked: KubernetesObject = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: {
    name: 'a',
    namespace: 'n',
    uid: 'u',
    annotations: { 'argocd.argoproj.io/tracking-id': 'web:apps/Deployment:n/a' },
  },
};

describe('projectLiveResource', () => {
  it('keeps a tracked object whole', () => {
    expect(projectLiveResource(tracked, settings).object).toBe(tracked);
  });

  it('does not take a copied mark on an owned object for its own', () => {
    const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a', uid: 'd' };
    const owned = { ...tracked, metadata: { ...tracked.metadata, ownerReferences: [owner] } };
    const projected = projectLiveResource(owned, settings);
    expect([projected.trackingId, projected.object]).toEqual(['', undefined]);
  });
});
