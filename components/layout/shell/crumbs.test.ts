import { describe, expect, it } from 'vitest';
import { crumbsOf } from './crumbs';
import { currentEntry } from './navigation';

const names = { overview: 'Overview', apps: 'Apps', diff: 'Diff', settings: 'Settings', plan: 'Plan' };

describe('crumbsOf', () => {
  it('names the front page', () => {
    expect(crumbsOf('/', names)).toEqual([{ text: 'Overview' }]);
  });

  it('leads from the list over the application to its tab', () => {
    expect(crumbsOf('/apps/in-cluster/argocd/web/diff', names)).toEqual([
      { text: 'Apps', href: '/apps' },
      { text: 'in-cluster' },
      { text: 'argocd' },
      { text: 'web', href: '/apps/in-cluster/argocd/web/tree' },
      { text: 'Diff' },
    ]);
  });

  it('does not translate the name of a place that happens to be a word of ours', () => {
    expect(crumbsOf('/apps/apps/settings/diff', names).map((crumb) => crumb.text)).toEqual([
      'Apps',
      'apps',
      'settings',
      'diff',
    ]);
  });

  it('keeps names with encoded characters addressable', () => {
    expect(crumbsOf('/apps/a%2Fb/argocd/web/diff', names)[3]?.href).toBe('/apps/a%2Fb/argocd/web/tree');
  });
});

describe('currentEntry', () => {
  it('finds the entry of a page below it, and the front page only for itself', () => {
    expect(currentEntry('/apps/a/b/c/tree')?.key).toBe('apps');
    expect(currentEntry('/')?.key).toBe('overview');
    expect(currentEntry('/elsewhere')).toBeUndefined();
  });
});
