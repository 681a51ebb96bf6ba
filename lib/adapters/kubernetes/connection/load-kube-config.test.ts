import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClusterConnection } from './cluster-connection';
import { loadKubeConfig } from './load-kube-config';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const config = (
  users: object[],
  contexts: object[] = [{ name: 'a', context: { cluster: 'c', user: 'u' } }],
): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'c', cluster: { server: 'https://example.dev:6443', 'certificate-authority-data': 'Q0E=' } },
    ],
    users,
    contexts,
    'current-context': 'a',
  });

async function signIn(text: string) {
  const connection = new ClusterConnection({ from: 'kubeconfig-text', text });
  const { server, headers } = await connection.signIn();
  await connection.close();
  return { server, headers };
}

describe('kubeconfigs', () => {
  it('name what is wrong: missing file, broken YAML, no such context', () => {
    const missing = join(folder, 'nothing');
    expect(() => loadKubeConfig({ from: 'kubeconfig-file', path: missing })).toThrow(
      `kubeconfig ${missing}: ENOENT`,
    );
    expect(() => loadKubeConfig({ from: 'kubeconfig-text', text: '{' })).toThrow(/^kubeconfig-text: /);
    const text = config([{ name: 'u', user: {} }]);
    expect(() => loadKubeConfig({ from: 'kubeconfig-text', text, context: 'b' })).toThrow(
      'kubeconfig-text: no cluster for context "b"',
    );
  });

  it('are merged when there are several files; what is named first wins', async () => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    await writeFile(first, config([{ name: 'u', user: { token: 'first' } }]));
    const other = [{ name: 'b', context: { cluster: 'c', user: 'v' } }];
    await writeFile(
      second,
      config(
        [
          { name: 'u', user: { token: 'x' } },
          { name: 'v', user: { token: 'second' } },
        ],
        other,
      ),
    );
    const path = [first, second].join(delimiter);
    expect(loadKubeConfig({ from: 'kubeconfig-file', path }).getCurrentUser()?.token).toBe('first');
    expect(loadKubeConfig({ from: 'kubeconfig-file', path, context: 'b' }).getCurrentUser()?.token).toBe(
      'second',
    );
  });

  it('sign in by token, by name and password, and not at all', async () => {
    expect(await signIn(config([{ name: 'u', user: { token: 'abc' } }]))).toEqual({
      server: 'https://example.dev:6443',
      headers: { authorization: 'Bearer abc' },
    });
    const basic = await signIn(config([{ name: 'u', user: { username: 'me', password: 'pw' } }]));
    expect(basic.headers['authorization']).toBe(`Basic ${Buffer.from('me:pw').toString('base64')}`);
    expect((await signIn(config([], [{ name: 'a', context: { cluster: 'c' } }]))).headers).toEqual({});
  });

  it('ask exec plug-ins, and show what a failing one said', async () => {
    const plugin = join(folder, 'plugin.sh');
    const credential = { kind: 'ExecCredential', status: { token: 'from-plugin' } };
    await writeFile(
      plugin,
      `#!/bin/sh\n[ "$MODE" = fail ] && { echo "no session" >&2; exit 1; }\necho '${JSON.stringify(credential)}'\n`,
    );
    await chmod(plugin, 0o755);
    const exec = (mode: string) => ({
      apiVersion: 'client.authentication.k8s.io/v1',
      command: plugin,
      env: [{ name: 'MODE', value: mode }],
      interactiveMode: 'Never',
    });
    const good = await signIn(config([{ name: 'u', user: { exec: exec('ok') } }]));
    expect(good.headers['authorization']).toBe('Bearer from-plugin');
    await expect(signIn(config([{ name: 'u', user: { exec: exec('fail') } }]))).rejects.toMatchObject({
      message: 'credentials of https://example.dev:6443: no session',
      retry: 'retryable',
    });
  });
});

describe('Argo CD’s cluster Secrets', () => {
  it('give server, token, TLS settings and exec plug-ins', () => {
    const loaded = loadKubeConfig({
      from: 'cluster-secret',
      server: 'https://cluster.example.dev',
      config: {
        bearerToken: 'abc',
        tlsClientConfig: {
          insecure: false,
          caData: 'Q0E=',
          serverName: 'inner',
          certData: 'Qw==',
          keyData: 'Sw==',
        },
        execProviderConfig: { command: 'aws', args: ['eks', 'get-token'], env: { AWS_PROFILE: 'prod' } },
      },
    });
    expect(loaded.getCurrentCluster()).toMatchObject({
      server: 'https://cluster.example.dev',
      caData: 'Q0E=',
      tlsServerName: 'inner',
      skipTLSVerify: false,
    });
    expect(loaded.getCurrentUser()).toMatchObject({
      token: 'abc',
      certData: 'Qw==',
      keyData: 'Sw==',
      exec: { command: 'aws', args: ['eks', 'get-token'], env: [{ name: 'AWS_PROFILE', value: 'prod' }] },
    });
  });

  it('refuse awsAuthConfig with the way to do it', () => {
    const address = { from: 'cluster-secret', server: 'https://x', config: { awsAuthConfig: {} } } as const;
    expect(() => loadKubeConfig(address)).toThrow('use execProviderConfig with "aws eks get-token"');
  });
});
