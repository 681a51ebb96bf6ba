import { describe, expect, it } from 'vitest';
import { buildVariables } from './build-variables';
import { expandVariables } from './expand-variables';

const variables = { NAME: 'web', ARGOCD_APP_NAME: 'shop' };

describe('expandVariables', () => {
  it.each([
    ['$NAME-$ARGOCD_APP_NAME', 'web-shop'],
    ['${NAME}x', 'webx'],
    ['$UNKNOWN.', '.'],
    ['$$NAME', '$NAME'],
    ['costs 5$', 'costs 5$'],
    ['$ {NAME}', '$ {NAME}'],
    ['a$1b', 'ab'],
    ['${}x', 'x'],
    ['${NAME', 'NAME'],
    ['$toString', ''],
  ])('%s becomes %s', (text, expected) => {
    expect(expandVariables(text, variables)).toBe(expected);
  });
});

describe('buildVariables', () => {
  it('shortens revisions to seven and eight characters', () => {
    const built = buildVariables({
      applicationName: 'shop',
      destinationNamespace: 'shop-dev',
      project: 'default',
      revision: '0123456789abcdef',
      source: { repoURL: 'https://git.test/shop.git' },
      kubeVersion: '1.35.4',
      apiVersions: ['v1', 'apps/v1'],
    });
    expect(built['ARGOCD_APP_REVISION_SHORT']).toBe('0123456');
    expect(built['ARGOCD_APP_REVISION_SHORT_8']).toBe('01234567');
    expect(built['ARGOCD_APP_SOURCE_PATH']).toBe('');
    expect(built['KUBE_API_VERSIONS']).toBe('v1,apps/v1');
  });
});
