import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export interface RealCluster {
  kubeconfigPath: string;
  stop(): Promise<void>;
}

const run = promisify(execFile);
/** A sibling checkout with scripts that start etcd, kube-apiserver, controllers, scheduler and fake nodes. */
const SCRIPTS = resolve(process.cwd(), '../shared/tools/cluster');

/** Why there is no real cluster to test on; undefined when there is one. */
export function whyNoRealCluster(): string | undefined {
  if (process.env['PROMONTORY_TEST_KUBECONFIG'] || process.env['KUBEBUILDER_ASSETS']) return undefined;
  return 'set PROMONTORY_TEST_KUBECONFIG to the kubeconfig of a throw-away cluster, or KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver';
}

/**
 * `PROMONTORY_TEST_KUBECONFIG` as it is; else `KUBEBUILDER_ASSETS` started on free ports: with controllers where the
 * cluster scripts are beside the checkout, else etcd and kube-apiserver alone (`hasControllers` false).
 */
export async function startRealCluster(): Promise<RealCluster & { hasControllers: boolean }> {
  const given = process.env['PROMONTORY_TEST_KUBECONFIG'];
  if (given) return { kubeconfigPath: given, stop: () => Promise.resolve(), hasControllers: true };
  const assets = process.env['KUBEBUILDER_ASSETS'];
  if (!assets) throw new Error(whyNoRealCluster());
  const folder = await mkdtemp(join(tmpdir(), 'promontory-cluster-'));
  const hasScripts = existsSync(join(SCRIPTS, 'up')) && existsSync(join(assets, 'kube-controller-manager'));
  if (!hasScripts) return { ...(await startApiServer(assets, folder)), hasControllers: false };
  const port = await freePorts();
  await run(join(SCRIPTS, 'up'), [folder, String(port)]);
  return {
    kubeconfigPath: join(folder, 'kubeconfig'),
    hasControllers: true,
    stop: async () => {
      await run(join(SCRIPTS, 'down'), [folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startApiServer(assets: string, folder: string): Promise<RealCluster> {
  const port = await freePorts();
  const token = crypto.randomUUID();
  await mkdir(join(folder, 'certs'));
  await writeFile(join(folder, 'tokens.csv'), `${token},admin,admin,system:masters`);
  await run('openssl', ['genrsa', '-out', join(folder, 'sa.key'), '2048']);
  const etcd = `http://127.0.0.1:${port + 1}`;
  const peer = `http://127.0.0.1:${port + 2}`;
  const started = [
    start(join(assets, 'etcd'), [
      ...['--data-dir', join(folder, 'etcd'), '--unsafe-no-fsync'],
      ...['--listen-client-urls', etcd, '--advertise-client-urls', etcd],
      ...['--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer],
      ...['--initial-cluster', `default=${peer}`],
    ]),
    start(join(assets, 'kube-apiserver'), [
      ...['--etcd-servers', etcd, '--bind-address', '127.0.0.1', '--secure-port', String(port)],
      ...['--cert-dir', join(folder, 'certs'), '--token-auth-file', join(folder, 'tokens.csv')],
      ...['--authorization-mode', 'RBAC', '--service-cluster-ip-range', '10.0.0.0/24'],
      ...['--service-account-issuer', 'https://kubernetes.default.svc'],
      ...['--service-account-key-file', join(folder, 'sa.key')],
      ...['--service-account-signing-key-file', join(folder, 'sa.key')],
      ...['--disable-admission-plugins', 'ServiceAccount', '--endpoint-reconciler-type', 'none'],
    ]),
  ];
  const stop = async (): Promise<void> => {
    await Promise.all(started.reverse().map(end));
    await rm(folder, { recursive: true, force: true });
  };
  const kubeconfigPath = join(folder, 'kubeconfig');
  await writeFile(kubeconfigPath, kubeconfig(`https://127.0.0.1:${port}`, token));
  for (let attempt = 0; attempt < 240; attempt++) {
    if (await isReady(port, token)) return { kubeconfigPath, stop };
    await new Promise((done) => setTimeout(done, 250));
  }
  await stop();
  throw new Error('kube-apiserver did not become ready within 60 s');
}

function start(program: string, args: string[]): ChildProcess {
  return spawn(program, args, { stdio: 'ignore' });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) {
      done();
      return;
    }
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}

function isReady(port: number, token: string): Promise<boolean> {
  return new Promise((done) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: '/readyz',
        rejectUnauthorized: false,
        headers: { authorization: `Bearer ${token}` },
      },
      (answer) => {
        answer.resume();
        done(answer.statusCode === 200);
      },
    );
    sent.on('error', () => done(false));
    sent.end();
  });
}

/** The first of six ports in a row that are likely free. */
async function freePorts(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port > 65_000 ? port - 100 : port;
}

function kubeconfig(server: string, token: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
    'current-context': 'test',
  });
}

export async function readKubeconfig(cluster: RealCluster): Promise<string> {
  return readFile(cluster.kubeconfigPath, 'utf8');
}
