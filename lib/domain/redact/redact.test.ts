import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareResource } from '../diff/compare-resource';
import { DEFAULT_COMPARISON_SETTINGS } from '../diff/comparison-input';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { LAST_APPLIED_ANNOTATION } from '../structured-merge/managed/last-applied';
import { createMasker, maskObject } from './create-masker';
import { maskComparison } from './mask-comparison';
import { maskText } from './mask-text';

const base64 = (text: string) => btoa(text);
function secret(fields: object, annotations?: Record<string, string>): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's', ...(annotations ? { annotations } : {}) },
    ...fields,
  };
}

describe('secret masking', () => {
  it('gives equal values one mask, also across data, stringData and last-applied', () => {
    const target = secret({ stringData: { pass: 'one' } });
    const live = secret(
      { data: { pass: base64('two') } },
      { [LAST_APPLIED_ANNOTATION]: JSON.stringify(secret({ data: { pass: base64('one') } })) },
    );
    const masker = createMasker([target, live]);
    expect(masker.mask(target).stringData).toEqual({ pass: '++++++++' });
    const masked = masker.mask(live);
    expect(masked.data).toEqual({ pass: '++++++++++++' });
    expect(masked.metadata.annotations?.[LAST_APPLIED_ANNOTATION]).toContain('"pass":"++++++++"');
  });

  it('masks sensitive annotations of any kind', () => {
    const object = { ...secret({}, { 'example.dev/token': 'abc', plain: 'x' }), kind: 'ConfigMap' };
    const masked = maskObject(object, { sensitiveAnnotations: ['example.dev/token'] });
    expect(masked.metadata.annotations).toEqual({ 'example.dev/token': '++++++++', plain: 'x' });
  });

  it('takes values out of free text', () => {
    const object = secret({ data: { pass: base64('hunter2!') } });
    expect(maskText(`bad value hunter2! (${base64('hunter2!')})`, [object])).toBe(
      'bad value ++++++++ (++++++++)',
    );
  });

  it('never lets a value through a masked comparison', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9]{12,20}$/);
    fc.assert(
      fc.property(value, value, fc.boolean(), (inGit, onCluster, isPlain) => {
        const desired = secret(isPlain ? { stringData: { pass: inGit } } : { data: { pass: base64(inGit) } });
        const lastApplied = JSON.stringify(secret({ stringData: { pass: inGit, old: onCluster } }));
        const live = secret(
          { data: { pass: base64(onCluster), old: base64(inGit) } },
          { [LAST_APPLIED_ANNOTATION]: lastApplied },
        );
        for (const mode of ['client-side', 'server-side'] as const) {
          const settings = DEFAULT_COMPARISON_SETTINGS;
          const comparison = compareResource({ desired, live, mode, manager: 'argocd-controller', settings });
          const shown = JSON.stringify(maskComparison(comparison, {}, [desired, live]));
          for (const text of [inGit, onCluster, base64(inGit), base64(onCluster)])
            expect(shown).not.toContain(text);
        }
      }),
    );
  });
});
