import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { isSelfReferenced } from './is-self-referenced';
import { markObject, unmarkObject } from './mark-object';
import { ownerNameOf } from './read-owner';

const settings = {
  trackingMethod: 'annotation',
  instanceLabelKey: 'app.kubernetes.io/instance',
  installationId: '',
};
const app = { instanceName: 'web', destinationNamespace: 'shop' };

function object(name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } };
}

function marked(name: string, trackingMethod = 'annotation'): KubernetesObject {
  const result = markObject(object(name), app, { ...settings, trackingMethod });
  if (!result.ok) throw new Error(result.reason);
  return result.object;
}

describe('marking', () => {
  it.each(['annotation', 'label', 'annotation+label'])(
    'by %s names the owner and can be undone',
    (trackingMethod) => {
      const method = { ...settings, trackingMethod };
      expect(ownerNameOf(marked('a', trackingMethod), method)).toBe('web');
      expect(unmarkObject(marked('a', trackingMethod), method)).toEqual(object('a'));
    },
  );

  it('leaves the given object as it is', () => {
    const given = object('a');
    markObject(given, app, settings);
    expect(given).toEqual(object('a'));
  });

  it('of a copied annotation is not taken for the object itself', () => {
    const copy = {
      ...object('b'),
      metadata: { ...object('b').metadata, annotations: marked('a').metadata.annotations! },
    };
    expect(isSelfReferenced(copy, undefined, settings)).toBe(false);
    expect(isSelfReferenced(marked('a'), undefined, settings)).toBe(true);
  });
});
