import { describe, expect, it } from 'vitest';
import { manifestLines } from '../lines/manifest-lines';
import { fieldOwners } from './field-owners';
import { gutterBlocks } from './gutter-blocks';

const live = {
  kind: 'Deployment',
  spec: {
    replicas: 9,
    revisionHistoryLimit: 5,
    template: { spec: { containers: [{ name: 'log' }, { name: 'web', image: 'web:1' }] } },
  },
};
const entries = [
  {
    manager: 'kubectl-edit',
    operation: 'Update' as const,
    time: '2026-11-23T12:41:00Z',
    fieldsV1: { 'f:spec': { 'f:replicas': {} } },
  },
  {
    manager: 'argocd-controller',
    operation: 'Apply' as const,
    time: '2026-11-14T08:00:00Z',
    fieldsV1: {
      'f:spec': {
        'f:replicas': {},
        'f:revisionHistoryLimit': {},
        'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"web"}': { '.': {}, 'f:image': {} } } } },
      },
    },
  },
];

describe('the field-manager gutter', () => {
  const owners = fieldOwners(live, entries);

  it('gives a shared field to its latest writer and says that it is a person', () => {
    expect(owners.get('/spec/replicas')).toMatchObject({
      manager: 'kubectl-edit',
      time: '2026-11-23T12:41:00Z',
      isPerson: true,
    });
    expect(owners.get('/spec/revisionHistoryLimit')).toMatchObject({
      manager: 'argocd-controller',
      isPerson: false,
    });
  });

  it('finds keyed list items by their key, not by their place', () => {
    expect(owners.get('/spec/template/spec/containers/1/image')?.manager).toBe('argocd-controller');
    expect(owners.has('/spec/template/spec/containers/0/image')).toBe(false);
  });

  it('writes a name once per block and leaves unowned lines empty', () => {
    const lines = manifestLines(live);
    const cells = gutterBlocks(lines, owners);
    const shown = lines.map((line, index) => {
      const cell = cells[index];
      return [line.text.trim(), cell?.isFirst ? cell.owner.manager : cell ? '|' : ''];
    });
    expect(shown).toEqual([
      ['kind: Deployment', ''],
      ['spec:', 'kubectl-edit'],
      ['replicas: 9', '|'],
      ['revisionHistoryLimit: 5', 'argocd-controller'],
      ['template:', ''],
      ['spec:', ''],
      ['containers:', ''],
      ['- name: log', ''],
      ['- name: web', ''],
      ['image: web:1', 'argocd-controller'],
    ]);
  });

  it('takes a controller, also one that applies with kubectl, for no person', () => {
    const byApply = fieldOwners({ a: 1 }, [
      { manager: 'kubectl-client-side-apply', fieldsV1: { 'f:a': {} } },
    ]);
    expect(byApply.get('/a')?.isPerson).toBe(false);
  });
});
