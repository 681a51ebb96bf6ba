import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTool, toolsFolder } from '@/lib/adapters/render/tools/find-tool';

export interface KubectlTarget {
  kubeconfig: string;
  /** Whether containers write something that can be read. */
  hasLogs: boolean;
}

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** What the stock kubectl must be able to do with a server; each run works in a namespace of its own. */
export function describeKubectlContract(name: string, start: () => Promise<KubectlTarget>): void {
  describe(`kubectl contract: ${name}`, { timeout: 60_000 }, () => {
    const namespace = `kubectl-${Date.now().toString(36)}`;
    let folder = '';
    let program = '';
    let hasLogs = false;

    const attempt = (args: string[]): Promise<Outcome> =>
      new Promise((resolve) => {
        const env = { ...process.env, KUBECONFIG: join(folder, 'kubeconfig'), HOME: folder };
        execFile(program, args, { env, timeout: 50_000 }, (error, stdout, stderr) => {
          const code = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
          resolve({ code, stdout, stderr });
        });
      });
    /** Runs in the namespace and must succeed. */
    const kubectl = async (...args: string[]): Promise<string> => {
      const outcome = await attempt(['-n', namespace, ...args]);
      expect(outcome, `kubectl ${args.join(' ')}\n${outcome.stderr}`).toMatchObject({ code: 0 });
      return outcome.stdout;
    };
    const json = async (...args: string[]): Promise<unknown> =>
      JSON.parse(await kubectl(...args, '-o', 'json')) as unknown;
    const file = async (fileName: string, text: string): Promise<string> => {
      const path = join(folder, fileName);
      await writeFile(path, text);
      return path;
    };

    beforeAll(async () => {
      program = await findKubectl();
      const target = await start();
      ({ hasLogs } = target);
      folder = await mkdtemp(join(tmpdir(), 'kubectl-contract-'));
      await writeFile(join(folder, 'kubeconfig'), target.kubeconfig);
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    it('creates a namespace and a Deployment, and waits for its rollout', async () => {
      expect(await kubectl('create', 'namespace', namespace)).toBe(`namespace/${namespace} created\n`);
      await kubectl('create', 'deployment', 'web', '--image=nginx:1.27', '--replicas=2', '--port=80');
      const status = await kubectl('rollout', 'status', 'deployment/web', '--timeout=40s');
      expect(status).toContain('deployment "web" successfully rolled out');
      await kubectl('wait', '--for=condition=Available', 'deployment/web', '--timeout=20s');
    });

    it('prints tables, wide tables, names and YAML', async () => {
      const [header = '', row = ''] = (await kubectl('get', 'deployment', 'web')).split('\n');
      expect(header.split(/\s+/)).toEqual(['NAME', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'AGE']);
      expect(row).toMatch(/^web\s+2\/2\s+2\s+2\s+\d+s/);
      const wide = await kubectl('get', 'pods', '-l', 'app=web', '-o', 'wide');
      expect(wide.split('\n')[0]).toMatch(/^NAME +READY +STATUS +RESTARTS +AGE +IP +NODE/);
      expect(wide.match(/1\/1 +Running/g)).toHaveLength(2);
      expect(await kubectl('get', 'deploy,rs', '-o', 'name')).toMatch(
        /^deployment\.apps\/web\nreplicaset\.apps\/web-/,
      );
      const yaml = await kubectl('get', 'deployment', 'web', '-o', 'yaml');
      expect(yaml).toContain('apiVersion: apps/v1\nkind: Deployment\n');
      expect(yaml).toContain('terminationMessagePolicy: File');
      expect(await kubectl('get', 'all')).toContain('deployment.apps/web');
    }, 60_000);

    it('describes with conditions, ReplicaSet and events', async () => {
      const text = await kubectl('describe', 'deployment', 'web');
      expect(text).toMatch(/Replicas:\s+2 desired \| 2 updated \| 2 total \| 2 available \| 0 unavailable/);
      expect(text).toMatch(/NewReplicaSet:\s+web-\w+ \(2\/2 replicas created\)/);
      expect(text).toContain('ScalingReplicaSet');
      expect(await kubectl('get', 'events')).toMatch(/Normal +SuccessfulCreate +replicaset\/web-/);
    });

    it('scales, sets an image, restarts, and shows the revisions', async () => {
      await kubectl('scale', 'deployment/web', '--replicas=3');
      await kubectl('set', 'image', 'deployment/web', 'nginx=nginx:1.28');
      await kubectl('rollout', 'status', 'deployment/web', '--timeout=40s');
      await kubectl('rollout', 'restart', 'deployment/web');
      await kubectl('rollout', 'status', 'deployment/web', '--timeout=40s');
      const history = await kubectl('rollout', 'history', 'deployment/web');
      expect(history).toMatch(/1 +<none>\n2 +<none>\n3 +<none>/);
      expect(await json('get', 'deployment', 'web')).toMatchObject({
        spec: { replicas: 3, template: { spec: { containers: [{ image: 'nginx:1.28' }] } } },
        status: { readyReplicas: 3, updatedReplicas: 3 },
      });
    });

    it('labels, annotates, and patches in all three ways', async () => {
      await kubectl('label', 'deployment', 'web', 'tier=front');
      await kubectl('annotate', 'deployment', 'web', 'example.dev/note=yes');
      const strategic = {
        spec: { template: { spec: { containers: [{ name: 'side', image: 'busybox' }] } } },
      };
      await kubectl('patch', 'deployment', 'web', '-p', JSON.stringify(strategic));
      await kubectl(
        'patch',
        'deployment',
        'web',
        '--type=merge',
        '-p',
        '{"spec":{"revisionHistoryLimit":5}}',
      );
      const operations = [{ op: 'replace', path: '/spec/replicas', value: 1 }];
      await kubectl('patch', 'deployment', 'web', '--type=json', '-p', JSON.stringify(operations));
      const live = (await json('get', 'deployment', 'web')) as {
        spec: { template: { spec: { containers: { name: string }[] } } };
      };
      expect(live).toMatchObject({
        metadata: { labels: { tier: 'front' }, annotations: { 'example.dev/note': 'yes' } },
        spec: { revisionHistoryLimit: 5, replicas: 1 },
      });
      const names = live.spec.template.spec.containers.map((each) => each.name);
      expect(names.sort()).toEqual(['nginx', 'side']);
    });

    it('applies, says what is unchanged, shows the difference, and removes what left the file', async () => {
      const text = (data: string): string =>
        `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\ndata: {${data}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: web}\n  ports: [{port: 80}]\n`;
      const first = await file('first.yaml', text('a: "1", b: "2"'));
      expect(await kubectl('apply', '-f', first)).toBe('configmap/conf created\nservice/web created\n');
      expect(await kubectl('apply', '-f', first)).toBe('configmap/conf unchanged\nservice/web unchanged\n');
      const second = await file('second.yaml', text('a: "3"'));
      const diff = await attempt(['-n', namespace, 'diff', '-f', second]);
      expect(diff.code).toBe(1);
      expect(diff.stdout).toContain('-  a: "1"\n-  b: "2"\n+  a: "3"');
      expect(await kubectl('apply', '-f', second)).toBe('configmap/conf configured\nservice/web unchanged\n');
      expect(await json('get', 'configmap', 'conf')).toMatchObject({ data: { a: '3' } });
      expect((await attempt(['-n', namespace, 'diff', '-f', second])).code).toBe(0);
      expect(await kubectl('get', 'service', 'web')).toMatch(/web +ClusterIP +10\.\S+ +<none> +80\/TCP/);
    });

    it('applies on the server side, with conflicts and without when forced', async () => {
      const path = await file(
        'ssa.yaml',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: owned}\ndata: {a: "1"}\n',
      );
      await kubectl('apply', '--server-side', '-f', path);
      const theirs = await file(
        'theirs.yaml',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: owned}\ndata: {a: "2"}\n',
      );
      const args = ['-n', namespace, 'apply', '--server-side', '--field-manager=other', '-f', theirs];
      const refused = await attempt(args);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('Apply failed with 1 conflict: conflict with "kubectl": .data.a');
      expect((await attempt([...args, '--force-conflicts'])).code).toBe(0);
      const managed = await kubectl('get', 'configmap', 'owned', '-o', 'yaml', '--show-managed-fields');
      expect(managed).toMatch(/manager: other\n\s+operation: Apply/);
      expect(
        (await attempt(['-n', namespace, 'diff', '--server-side', '--field-manager=other', '-f', theirs]))
          .code,
      ).toBe(0);
    });

    it('refuses unknown fields and invalid objects with the server’s words', async () => {
      const odd = await file(
        'odd.yaml',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: odd}\ncolour: red\n',
      );
      const strict = await attempt(['-n', namespace, 'apply', '-f', odd]);
      expect(strict.code).toBe(1);
      expect(strict.stderr).toContain('strict decoding error: unknown field "colour"');
      const bad = await attempt(['-n', namespace, 'create', 'configmap', 'Bad_Name']);
      expect(bad.stderr).toContain('a lowercase RFC 1123 subdomain must consist of');
      const missing = await attempt(['-n', namespace, 'get', 'deployment', 'nobody']);
      expect(missing.stderr).toBe('Error from server (NotFound): deployments.apps "nobody" not found\n');
    });

    it('watches', async () => {
      const env = { ...process.env, KUBECONFIG: join(folder, 'kubeconfig'), HOME: folder };
      const args = ['-n', namespace, 'get', 'configmap', '-l', 'watch=me', '-w', '-o', 'name'];
      const watching = spawn(program, args, { env });
      try {
        const seen = new Promise<string>((resolve) => {
          watching.stdout.on('data', (chunk: Buffer) => {
            resolve(chunk.toString());
          });
        });
        await kubectl('create', 'configmap', 'seen', '--from-literal=a=1');
        await kubectl('label', 'configmap', 'seen', 'watch=me');
        expect(await seen).toBe('configmap/seen\n');
      } finally {
        watching.kill();
      }
    });

    it('creates what its generators make', async () => {
      await kubectl('create', 'secret', 'generic', 'token', '--from-literal=key=value');
      await kubectl('create', 'job', 'once', '--image=busybox', '--', 'true');
      await kubectl('create', 'cronjob', 'nightly', '--image=busybox', '--schedule=0 3 * * *');
      await kubectl('create', 'role', 'reader', '--verb=get,list', '--resource=pods');
      await kubectl('create', 'rolebinding', 'reader', '--role=reader', '--serviceaccount=default:default');
      await kubectl('create', 'ingress', 'web', '--rule=example.dev/*=web:80');
      await kubectl('expose', 'deployment', 'web', '--name=exposed', '--port=80');
      await kubectl('autoscale', 'deployment', 'web', '--min=1', '--max=3', '--cpu-percent=80');
      expect(await json('get', 'secret', 'token')).toMatchObject({
        data: { key: 'dmFsdWU=' },
        type: 'Opaque',
      });
      await kubectl('wait', '--for=condition=Complete', 'job/once', '--timeout=40s');
      expect(await kubectl('get', 'job', 'once')).toMatch(/once +Complete +1\/1/);
      expect(await kubectl('get', 'cronjob')).toMatch(/nightly +0 3 \* \* \* +<none> +False +0/);
      expect(await kubectl('get', 'rolebinding')).toMatch(/reader +Role\/reader/);
      expect(await kubectl('get', 'ingress')).toMatch(/web +<none> +example\.dev/);
      expect(await kubectl('get', 'hpa')).toMatch(/web +Deployment\/web +cpu: (<unknown>|\d+%)\/80% +1 +3/);
    });

    it('reads logs', async (context) => {
      if (!hasLogs) context.skip();
      const text = await kubectl('logs', 'deployment/web', '-c', 'nginx', '--tail=5');
      expect(text.trim()).not.toBe('');
    });

    it('knows resources, versions, explanations and permissions', async () => {
      const resources = await kubectl('api-resources', '--api-group=apps');
      expect(resources).toMatch(/deployments +deploy +apps\/v1 +true +Deployment/);
      expect(await kubectl('api-versions')).toContain('networking.k8s.io/v1\n');
      const explained = await kubectl('explain', 'deployment.spec.strategy');
      expect(explained).toMatch(/GROUP: +apps\nKIND: +Deployment\nVERSION: +v1/);
      expect(explained).toContain('rollingUpdate\t<RollingUpdateDeployment>');
      expect(await kubectl('explain', 'pod.spec.containers.name')).toContain('FIELD: name <string>');
      expect(await kubectl('auth', 'can-i', 'create', 'deployments')).toBe('yes\n');
      expect(await kubectl('version')).toMatch(/Server Version: v1\.\d+\.\d+/);
    });

    it('serves custom resources with their printer columns', async () => {
      const group = `${namespace}.example.dev`;
      const definition = await file('crd.yaml', crdText(group));
      await kubectl('apply', '-f', definition);
      try {
        await kubectl('wait', '--for=condition=Established', `crd/widgets.${group}`, '--timeout=20s');
        const widget = await file(
          'widget.yaml',
          `apiVersion: ${group}/v1\nkind: Widget\nmetadata: {name: one}\nspec: {size: 3}\n`,
        );
        await expect
          .poll(async () => (await attempt(['-n', namespace, 'apply', '-f', widget])).code, {
            timeout: 15_000,
          })
          .toBe(0);
        expect(await kubectl('get', 'widgets')).toMatch(/^NAME +SIZE +AGE\none +3 +\d+s/);
        expect(await kubectl('apply', '-f', widget)).toContain('unchanged');
        expect(await kubectl('explain', `widgets.spec.size`, `--api-version=${group}/v1`)).toContain(
          '<integer>',
        );
      } finally {
        await kubectl('delete', 'crd', `widgets.${group}`, '--timeout=30s');
      }
    });

    it('deletes with all cascade modes', async () => {
      await kubectl('delete', 'hpa', 'web');
      await kubectl('delete', 'deployment', 'web', '--cascade=orphan');
      const replicaSets = (await kubectl('get', 'rs', '-l', 'app=web', '-o', 'name')).trim().split('\n');
      expect(replicaSets.length).toBeGreaterThan(1);
      await kubectl('delete', 'rs', '-l', 'app=web', '--cascade=foreground', '--timeout=40s');
      await expect
        .poll(() => kubectl('get', 'pods', '-l', 'app=web', '-o', 'name'), { timeout: 20_000 })
        .toBe('');
      await kubectl('delete', 'job', 'once');
      await expect
        .poll(() => kubectl('get', 'pods', '-l', 'job-name=once', '-o', 'name'), { timeout: 20_000 })
        .toBe('');
      await kubectl('delete', 'configmap', '--all');
      await kubectl('delete', 'namespace', namespace, '--timeout=40s');
      const gone = await attempt(['get', 'namespace', namespace]);
      expect(gone.stderr).toContain(`namespaces "${namespace}" not found`);
    });
  });
}

/** The packaged one, whose version is known, where there is one; else that on PATH. */
async function findKubectl(): Promise<string> {
  const folder = toolsFolder(process.env);
  const packaged = await findTool('kubectl', { folder, searchPath: '' }).catch(() => undefined);
  return (packaged ?? (await findTool('kubectl', { folder, searchPath: process.env['PATH'] ?? '' }))).command;
}

function crdText(group: string): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.${group}}
spec:
  group: ${group}
  scope: Namespaced
  names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
  versions:
  - name: v1
    served: true
    storage: true
    additionalPrinterColumns:
    - {name: Size, type: integer, jsonPath: .spec.size}
    - {name: Age, type: date, jsonPath: .metadata.creationTimestamp}
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec: {type: object, properties: {size: {type: integer}}}
`;
}
