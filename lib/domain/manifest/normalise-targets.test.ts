import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { normaliseTargets } from './normalise-targets';

const settings = {
  destinationNamespace: 'shop',
  isNamespaced: ({ kind }: { kind: string }) =>
    kind === 'ClusterRole' ? false : kind === 'Widget' ? undefined : true,
  isExcluded: ({ kind }: { kind: string }) => kind === 'Lease',
};
const object = (kind: string, metadata: KubernetesObject['metadata'], extra = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata,
  ...extra,
});

describe('normaliseTargets', () => {
  it('gives namespaced and unknown kinds the destination namespace and takes it from cluster-scoped ones', () => {
    const { objects } = normaliseTargets(
      [
        object('ConfigMap', { name: 'a' }),
        object('Widget', { name: 'b' }),
        object('ClusterRole', { name: 'c', namespace: 'x' }),
        object('Secret', { name: 'd', namespace: 'own' }),
      ],
      settings,
    );
    expect(objects.map((each) => each.metadata.namespace)).toEqual(['shop', 'shop', undefined, 'own']);
  });

  it('keeps the last of repeated objects and says how often each appeared', () => {
    const { objects, conditions } = normaliseTargets(
      [
        object('ConfigMap', { name: 'a' }, { data: { v: '1' } }),
        object('ConfigMap', { name: 'a', namespace: 'shop' }, { data: { v: '2' } }),
      ],
      settings,
    );
    expect(objects.map((each) => each.data)).toEqual([{ v: '2' }]);
    expect(conditions).toEqual([
      {
        type: 'RepeatedResourceWarning',
        message: 'Resource /ConfigMap/shop/a appeared 2 times among application resources.',
      },
    ]);
  });

  it('leaves excluded kinds out with a warning and never merges generated names', () => {
    const { objects, conditions } = normaliseTargets(
      [
        object('Lease', { name: 'l' }),
        object('Job', { generateName: 'j-' }),
        object('Job', { generateName: 'j-' }),
      ],
      settings,
    );
    expect(objects).toHaveLength(2);
    expect(conditions.map((each) => each.type)).toEqual(['ExcludedResourceWarning']);
  });
});
