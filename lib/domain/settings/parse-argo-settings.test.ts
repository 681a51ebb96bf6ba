import { describe, expect, it } from 'vitest';
import { isResourceExcluded } from './is-resource-excluded';
import { parseArgoSettings } from './parse-argo-settings';

describe('parseArgoSettings', () => {
  it('has Argo CD’s defaults for an empty config map', () => {
    const settings = parseArgoSettings({});
    expect(settings.trackingMethod).toBe('annotation');
    expect(settings.instanceLabelKey).toBe('app.kubernetes.io/instance');
    expect(settings.compareOptions.ignoreResourceStatusField).toBe('all');
    expect(settings.problems).toEqual([]);
  });

  it('reads split customizations by group and kind, "all" as every kind', () => {
    const settings = parseArgoSettings({
      'resource.customizations.ignoreDifferences.all': 'jsonPointers: [/spec/replicas]',
      'resource.customizations.health.example.test_Bolt': 'return {status="Healthy"}',
      'resource.customizations.health.useOpenLibs.example.test_Bolt': 'true',
      'resource.customizations.ignoreResourceUpdates.apps_Deployment':
        'jqPathExpressions: [.metadata.annotations]',
    });
    expect(settings.ignoreDifferences.get('*/*')?.jsonPointers).toEqual(['/spec/replicas']);
    expect(settings.healthLua.get('example.test/Bolt')).toEqual({
      script: 'return {status="Healthy"}',
      useOpenLibs: true,
    });
    expect(settings.ignoreResourceUpdates.get('apps/Deployment')?.jqPathExpressions).toEqual([
      '.metadata.annotations',
    ]);
  });

  it('reads the older combined form', () => {
    const settings = parseArgoSettings({
      'resource.customizations':
        'apps/Deployment:\n  ignoreDifferences: |\n    jsonPointers: [/spec/paused]\n',
    });
    expect(settings.ignoreDifferences.get('apps/Deployment')?.jsonPointers).toEqual(['/spec/paused']);
  });

  it('names the key of a value it cannot read and keeps the rest', () => {
    const settings = parseArgoSettings({
      'resource.exclusions': '- kinds: [',
      'application.resourceTrackingMethod': 'magic',
      installationID: 'eu-1',
    });
    expect(settings.problems.join('\n')).toMatch(/resource\.exclusions/);
    expect(settings.problems.join('\n')).toMatch(
      /resourceTrackingMethod: "magic" is none of annotation, label/,
    );
    expect(settings.installationId).toBe('eu-1');
  });
});

describe('isResourceExcluded', () => {
  it('excludes by globs of group, kind and cluster', () => {
    const settings = parseArgoSettings({
      'resource.exclusions': '- apiGroups: ["*.cilium.io"]\n  kinds: ["*"]\n  clusters: ["https://a*"]',
    });
    expect(isResourceExcluded({ group: 'x.cilium.io', kind: 'Endpoint' }, 'https://abc', settings)).toBe(
      true,
    );
    expect(isResourceExcluded({ group: 'x.cilium.io', kind: 'Endpoint' }, 'https://b', settings)).toBe(false);
    expect(isResourceExcluded({ group: '', kind: 'Event' }, 'https://b', settings)).toBe(true);
  });
});
