import { describe, expect, it } from 'vitest';
import { findOrphans, orphanWarning } from './find-orphans';
import { isDestinationPermitted } from './is-destination-permitted';
import { mergeGlobalProjects } from './merge-global-projects';
import { normaliseGitUrl } from './url/normalise-git-url';
import type { AppProject } from './app-project';

function project(name: string, spec: AppProject['spec'], labels: Record<string, string> = {}): AppProject {
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name, labels }, spec };
}

describe('global projects', () => {
  const rules = [
    { projectName: 'base', labelSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] } },
  ];
  const base = project('base', {
    sourceRepos: ['b'],
    namespaceResourceBlacklist: [{ group: '', kind: 'Secret' }],
  });

  it('add their lists to the projects that the labels select', () => {
    const own = project('own', { sourceRepos: ['a'] }, { team: 'x' });
    expect(mergeGlobalProjects(own, rules, [base, own]).spec).toEqual({
      sourceRepos: ['a', 'b'],
      namespaceResourceBlacklist: [{ group: '', kind: 'Secret' }],
    });
  });

  it('leave others alone, so that an absent allow list stays absent', () => {
    const own = project('own', { sourceRepos: ['a'] });
    expect(mergeGlobalProjects(own, rules, [base, own])).toEqual(own);
  });
});

describe('orphans', () => {
  const resource = (kind: string, name: string) => ({ key: { group: '', kind, namespace: 'shop', name } });
  const all = [
    resource('ConfigMap', 'kube-root-ca.crt'),
    resource('ServiceAccount', 'default'),
    resource('Secret', 'x'),
    resource('Secret', 'own'),
  ];

  it('are what nobody owns, nobody ignores and Kubernetes did not put there', () => {
    const spec = { orphanedResources: { ignore: [{ kind: 'Config*' }] } };
    const found = findOrphans(spec, all, (each) => each.key.name === 'own');
    expect(found.map((each) => each.key.name)).toEqual(['x']);
    expect(orphanWarning(spec, found.length)).toBe('Application has 1 orphaned resources');
    expect(orphanWarning({ orphanedResources: { warn: false } }, 1)).toBeUndefined();
  });
});

it('a denied namespace wins over a later entry that allows it', () => {
  const destinations = [
    { server: '*', namespace: '!kube-system' },
    { server: '*', namespace: '*' },
  ];
  const cluster = { server: 'https://x', name: 'x' };
  expect(isDestinationPermitted({ destinations }, cluster, 'kube-system')).toBe('denied');
  expect(isDestinationPermitted({ destinations }, cluster, 'shop')).toBe('permitted');
});

it('both ways of writing an SSH address are the same repository', () => {
  expect(normaliseGitUrl('git@Git.Example.com:Acme/Shop.git')).toBe(
    normaliseGitUrl('ssh://git@git.example.com/acme/shop'),
  );
});
