import { describe, expect, it } from 'vitest';
import { shortImages } from './short-images';
import { summarizeDiff } from './summarize-diff';

const deployment = (image: string, replicas: number, env: { name: string; value: string }[] = []) => ({
  kind: 'Deployment',
  spec: { replicas, template: { spec: { containers: [{ name: 'web', image, env }] } } },
});

describe('summarizeDiff', () => {
  it('says the new image first, then replicas, then variables, and that Pods restart', () => {
    const summary = summarizeDiff(
      deployment('shop/web:1.4.2@sha256:aa', 3, [{ name: 'TTL', value: '0' }]),
      deployment('shop/web:1.5.0@sha256:bb', 5, [
        { name: 'TTL', value: '60' },
        { name: 'SIZE', value: '5000' },
      ]),
    );
    expect(summary).toEqual({
      verdict: 'changed',
      facts: [
        { type: 'set', label: { word: 'image', of: 'web' }, from: '1.4.2', to: '1.5.0' },
        { type: 'set', label: { word: 'replicas' }, from: '3', to: '5' },
        { type: 'set', label: { code: 'TTL' }, from: '0', to: '60' },
        { type: 'added', label: { code: 'SIZE' }, value: '5000' },
      ],
      more: 0,
      restarts: true,
      pods: 3,
    });
  });

  it('never says a secret value, only how many keys changed', () => {
    const summary = summarizeDiff(
      { kind: 'Secret', data: { a: '++++++++', b: '++++++++' } },
      { kind: 'Secret', data: { a: '++++++++++++', b: '++++++++' } },
    );
    expect(summary.facts).toEqual([
      { type: 'keys', changed: 1, added: 0, removed: 0, total: 2, isSecret: true },
    ]);
  });

  it('tells a deletion and a creation, and introduces what is new', () => {
    expect(summarizeDiff({ kind: 'HorizontalPodAutoscaler' }, undefined).verdict).toBe('deleted');
    expect(summarizeDiff(undefined, deployment('shop/web:1.5.0', 2)).facts).toEqual([
      { type: 'added', label: { word: 'replicas' }, value: '2' },
      { type: 'added', label: { word: 'image' }, value: 'web:1.5.0' },
    ]);
  });

  it('does not restart Pods for a change of replicas alone', () => {
    expect(summarizeDiff(deployment('w:1', 3), deployment('w:1', 5)).restarts).toBe(false);
  });

  it('lists five facts and counts the others', () => {
    const data = (value: string) => ({
      kind: 'Service',
      spec: Object.fromEntries('abcdefg'.split('').map((key) => [key, value])),
    });
    expect(summarizeDiff(data('1'), data('2'))).toMatchObject({ more: 2 });
  });
});

describe('shortImages', () => {
  it('names digests only where the tag stays', () => {
    expect(shortImages('r/w:1@sha256:aaaaaaaabb', 'r/w:1@sha256:bbbbbbbbcc')).toEqual({
      from: 'aaaaaaa',
      to: 'bbbbbbb',
    });
    expect(shortImages('r/w:1', 'q/w:1')).toEqual({ from: 'r/w:1', to: 'q/w:1' });
    expect(shortImages('localhost:5000/w:1', 'localhost:5000/w:2')).toEqual({ from: '1', to: '2' });
  });
});
