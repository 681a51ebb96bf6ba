import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { assessApplicationHealth } from './assess-application-health';
import { assessResourceSync } from './assess-resource-sync';
import { comparedPairs } from './compared-pairs';

function object(name: string, annotations: Record<string, string> = {}): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop', annotations } };
}

const hook = object('h', { 'argocd.argoproj.io/hook': 'PreSync' });
const self = { name: 'web', namespace: 'argocd' };

describe('what is compared', () => {
  it('leaves declared hooks out and keeps skipped objects', () => {
    const skipped = object('s', { 'argocd.argoproj.io/hook': 'Skip' });
    const pairs = comparedPairs([object('a'), hook, skipped], [object('a'), object('x')]);
    expect(pairs.map((pair) => [pair.key.name, Boolean(pair.target), Boolean(pair.live)])).toEqual([
      ['a', true, true],
      ['s', true, false],
      ['x', false, true],
    ]);
  });

  it('so that an Application with nothing but a hook to come is Healthy, not Missing', () => {
    const resources = comparedPairs([hook], []).map(({ target, live }) => ({
      target,
      live,
      liveHealth: null,
    }));
    expect(assessApplicationHealth(self, resources).status).toBe('Healthy');
  });
});

it('an object that says Delete=true is not asked for, whatever the Application says', () => {
  const target = object('a', { 'argocd.argoproj.io/sync-options': 'Delete=true' });
  const pair = {
    target,
    live: target,
    isModified: false,
    isSelfReferenced: true,
    isPermitted: true,
    isManagedNamespace: false,
  };
  const { resource } = assessResourceSync(pair, { needsConfirmation: true });
  expect(resource.requiresDeletionConfirmation).toBeUndefined();
});
