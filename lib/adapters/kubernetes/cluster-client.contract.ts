import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { isAdapterError, type AdapterError } from '@/lib/engine/ports/adapter-error';
import type { ClusterClient, WatchEvent } from '@/lib/engine/ports/cluster-client';

/**
 * What every implementation of `ClusterClient` must do; each run works in a namespace of its own. `forgetHistory` makes
 * the server forget old resourceVersions; a real one does so only after minutes.
 */
export function describeClusterClientContract(
  name: string,
  connect: () => Promise<ClusterClient>,
  forgetHistory?: () => void,
): void {
  describe(`ClusterClient contract: ${name}`, () => {
    const namespace = `contract-${Date.now().toString(36)}`;
    let client: ClusterClient;
    beforeAll(async () => {
      client = await connect();
      await client.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    });
    afterAll(async () => {
      await client.delete({ apiVersion: 'v1', kind: 'Namespace', namespace: '', name: namespace });
    });

    const configMap = (
      mapName: string,
      data: Record<string, string>,
      more: object = {},
    ): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: mapName, namespace, ...more },
      data,
    });
    const ref = (objectName: string, kind = 'ConfigMap', apiVersion = 'v1') => ({
      apiVersion,
      kind,
      namespace,
      name: objectName,
    });
    const deployment = (deploymentName: string, image = 'nginx:1.27'): KubernetesObject => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: deploymentName, namespace, labels: { app: deploymentName } },
      spec: {
        selector: { matchLabels: { app: deploymentName } },
        template: {
          metadata: { labels: { app: deploymentName } },
          spec: { containers: [{ name: 'web', image, ports: [{ containerPort: 80 }] }] },
        },
      },
    });

    describe('discovery', () => {
      it('knows kinds with scope, verbs, subresources, short names and categories', async () => {
        const all = await client.discover();
        const find = (group: string, kind: string) =>
          all.find((each) => each.group === group && each.kind === kind);
        expect(find('', 'Namespace')).toMatchObject({
          resource: 'namespaces',
          namespaced: false,
          version: 'v1',
        });
        const deployments = find('apps', 'Deployment');
        expect(deployments).toMatchObject({
          resource: 'deployments',
          namespaced: true,
          shortNames: ['deploy'],
        });
        expect(deployments?.subresources).toEqual(expect.arrayContaining(['scale', 'status']));
        expect(deployments?.categories).toContain('all');
        expect(deployments?.verbs).toEqual(expect.arrayContaining(['list', 'watch', 'patch']));
      });

      it('lists the preferred version of a group first', async () => {
        const versions = (await client.discover())
          .filter((each) => each.kind === 'HorizontalPodAutoscaler')
          .map((each) => each.version);
        expect(versions).toEqual(['v2', 'v1']);
      });

      it('says which version the server has, and serves OpenAPI of a group version with list keys', async () => {
        expect((await client.version()).gitVersion).toMatch(/^v1\.\d+\./);
        const document = JSON.stringify(await client.openApi('apis/apps/v1'));
        expect(document).toContain('"x-kubernetes-list-map-keys":["containerPort","protocol"]');
        expect(await client.openApi('apis/nobody.example.dev/v1')).toBeUndefined();
      });

      it('refuses kinds that are not served', async () => {
        const error = await failure(client.list({ apiVersion: 'example.dev/v1', kind: 'Nothing' }));
        expect(error).toMatchObject({ status: 404, reason: 'NoKindMatch', retry: 'terminal' });
        expect(await client.get(ref('x', 'Nothing', 'example.dev/v1'))).toBeUndefined();
      });
    });

    describe('objects', () => {
      it('creates with uid, resourceVersion, creationTimestamp and managedFields, and reads the same back', async () => {
        const made = await client.create(configMap('made', { a: '1' }), { fieldManager: 'tester' });
        expect(made.metadata.uid).toMatch(/^[0-9a-f-]{36}$/);
        expect(made.metadata.creationTimestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        expect(made.metadata.managedFields).toMatchObject([
          {
            manager: 'tester',
            operation: 'Update',
            apiVersion: 'v1',
            fieldsType: 'FieldsV1',
            fieldsV1: { 'f:data': { '.': {}, 'f:a': {} } },
          },
        ]);
        expect(await client.get(ref('made'))).toEqual(made);
        expect(await client.get(ref('missing'))).toBeUndefined();
      });

      it('answers 409 AlreadyExists, 404 of a namespace, 422 Invalid and 400 with the server’s words', async () => {
        await client.create(configMap('twice', {}));
        expect(await failure(client.create(configMap('twice', {})))).toMatchObject({
          status: 409,
          reason: 'AlreadyExists',
          message: 'configmaps "twice" already exists',
        });
        const elsewhere = { ...configMap('x', {}), metadata: { name: 'x', namespace: 'no-such' } };
        expect(await failure(client.create(elsewhere))).toMatchObject({
          status: 404,
          reason: 'NotFound',
          message: 'namespaces "no-such" not found',
        });
        expect(await failure(client.create(configMap('Bad_Name', {})))).toMatchObject({
          status: 422,
          reason: 'Invalid',
          retry: 'terminal',
          message: expect.stringContaining(
            'ConfigMap "Bad_Name" is invalid: metadata.name: Invalid value: "Bad_Name": a lowercase RFC 1123 subdomain must consist of',
          ) as string,
        });
      });

      it('replaces with optimistic concurrency', async () => {
        const first = await client.create(configMap('swap', { a: '1' }));
        const second = await client.replace({ ...first, data: { a: '2' } });
        expect(second['data']).toEqual({ a: '2' });
        expect(await failure(client.replace({ ...first, data: { a: '3' } }))).toMatchObject({
          status: 409,
          reason: 'Conflict',
          message:
            'Operation cannot be fulfilled on configmaps "swap": the object has been modified; please apply your changes to the latest version and try again',
        });
        const missing = configMap('never-there', {});
        expect(await failure(client.replace(missing))).toMatchObject({ status: 404, reason: 'NotFound' });
      });

      it('writes nothing in a dry run, and nothing changes by an equal write', async () => {
        const planned = await client.create(configMap('planned', { a: '1' }), { dryRun: true });
        expect(planned.metadata.uid).toBeDefined();
        expect(await client.get(ref('planned'))).toBeUndefined();
        const made = await client.create(configMap('calm', { a: '1' }));
        const dry = await client.patch(ref('calm'), 'merge', { data: { a: '2' } }, { dryRun: true });
        expect(dry['data']).toEqual({ a: '2' });
        const again = await client.patch(ref('calm'), 'merge', { data: { a: '1' } });
        expect(again.metadata.resourceVersion).toBe(made.metadata.resourceVersion);
      });

      it('names objects by generateName', async () => {
        const made = await client.create({
          ...configMap('', {}),
          metadata: { generateName: 'made-', namespace },
        });
        expect(made.metadata.name).toMatch(/^made-[a-z0-9]{5}$/);
      });

      it('turns stringData of a Secret into data, and fills in defaults', async () => {
        const secret = await client.create({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'secret', namespace },
          stringData: { password: 'pässword' },
        });
        expect(secret).toMatchObject({
          type: 'Opaque',
          data: { password: Buffer.from('pässword').toString('base64') },
        });
        expect(secret['stringData']).toBeUndefined();
        const made = await client.create(deployment('defaults'), { dryRun: true });
        expect(made.metadata.generation).toBe(1);
        expect(made.spec).toMatchObject({
          replicas: 1,
          revisionHistoryLimit: 10,
          progressDeadlineSeconds: 600,
          strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
          template: {
            spec: {
              restartPolicy: 'Always',
              terminationGracePeriodSeconds: 30,
              dnsPolicy: 'ClusterFirst',
              schedulerName: 'default-scheduler',
              containers: [
                {
                  name: 'web',
                  imagePullPolicy: 'IfNotPresent',
                  terminationMessagePath: '/dev/termination-log',
                  ports: [{ containerPort: 80, protocol: 'TCP' }],
                },
              ],
            },
          },
        });
      });

      it('counts generations of the spec, not of metadata', async () => {
        const service: KubernetesObject = {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'NetworkPolicy',
          metadata: { name: 'generations', namespace },
          spec: { podSelector: {} },
        };
        await client.create(service);
        const where = ref('generations', 'NetworkPolicy', 'networking.k8s.io/v1');
        const labelled = await client.patch(where, 'merge', { metadata: { labels: { a: 'b' } } });
        expect(labelled.metadata.generation).toBe(1);
        const changed = await client.patch(where, 'merge', {
          spec: { podSelector: { matchLabels: { a: 'b' } } },
        });
        expect(changed.metadata.generation).toBe(2);
      });

      it('refuses unknown fields when strict, and drops them otherwise', async () => {
        const odd = { ...configMap('odd', { a: '1' }), colour: 'red' };
        expect(await failure(client.create(odd, { fieldValidation: 'Strict' }))).toMatchObject({
          status: 400,
          reason: 'BadRequest',
          message: expect.stringContaining('strict decoding error: unknown field "colour"') as string,
        });
        const made = await client.create(odd, { fieldValidation: 'Ignore' });
        expect(made['colour']).toBeUndefined();
      });

      it('refuses immutable fields and values of the wrong type', async () => {
        await client.create(deployment('fixed'));
        const where = ref('fixed', 'Deployment', 'apps/v1');
        expect(
          await failure(
            client.patch(where, 'merge', {
              spec: {
                selector: { matchLabels: { app: 'other' } },
                template: { metadata: { labels: { app: 'other' } } },
              },
            }),
          ),
        ).toMatchObject({
          status: 422,
          reason: 'Invalid',
          message: expect.stringContaining('field is immutable') as string,
        });
        expect(await failure(client.patch(where, 'merge', { spec: { replicas: 'three' } }))).toMatchObject({
          status: 422,
          reason: 'Invalid',
          message: expect.stringContaining(
            'cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
          ) as string,
        });
      });

      it('refuses a ConfigMap of 3 MB', async () => {
        const error = await failure(client.create(configMap('huge', { a: 'x'.repeat(3_000_000) })));
        expect([413, 422]).toContain(error.status);
        expect(error.retry).toBe('terminal');
      });
    });

    describe('patches', () => {
      it('applies JSON, merge and strategic merge patches', async () => {
        await client.create(deployment('patched'));
        const where = ref('patched', 'Deployment', 'apps/v1');
        await client.patch(where, 'json', [{ op: 'replace', path: '/spec/replicas', value: 3 }]);
        await client.patch(where, 'merge', { metadata: { annotations: { note: 'yes' } } });
        const done = await client.patch(where, 'strategic', {
          spec: { template: { spec: { containers: [{ name: 'side', image: 'busybox' }] } } },
        });
        expect(done.metadata.annotations).toMatchObject({ note: 'yes' });
        const spec = done.spec as {
          replicas: number;
          template: { spec: { containers: { name: string }[] } };
        };
        expect(spec.replicas).toBe(3);
        expect(spec.template.spec.containers.map((each) => each.name).sort()).toEqual(['side', 'web']);
      });

      it('refuses a JSON patch whose test fails or whose path is missing', async () => {
        await client.create(configMap('tested', { a: '1' }));
        const wrong = client.patch(ref('tested'), 'json', [{ op: 'test', path: '/data/a', value: '2' }]);
        expect(await failure(wrong)).toMatchObject({ status: 422 });
        const nowhere = client.patch(ref('tested'), 'json', [{ op: 'remove', path: '/data/zzz' }]);
        expect(await failure(nowhere)).toMatchObject({ status: 422 });
      });

      it('patches the status through its subresource only', async () => {
        await client.create({
          apiVersion: 'policy/v1',
          kind: 'PodDisruptionBudget',
          metadata: { name: 'budget', namespace },
          spec: { minAvailable: 1, selector: { matchLabels: { app: 'nobody' } } },
        });
        const where = ref('budget', 'PodDisruptionBudget', 'policy/v1');
        const patch = { status: { disruptedPods: { somebody: '2026-01-01T00:00:00Z' } } };
        const ignored = await client.patch(where, 'merge', patch);
        expect((ignored.status as { disruptedPods?: unknown }).disruptedPods).toBeUndefined();
        const written = await client.patch(where, 'merge', patch, { subresource: 'status' });
        expect(written.status).toMatchObject(patch.status);
      });
    });

    describe('server-side apply', () => {
      it('owns what it applies, and removes what is no longer applied', async () => {
        const manager = { fieldManager: 'applier' };
        const made = await client.apply(configMap('applied', { a: '1', b: '2' }), manager);
        expect(made.metadata.managedFields).toMatchObject([
          { manager: 'applier', operation: 'Apply', fieldsV1: { 'f:data': { 'f:a': {}, 'f:b': {} } } },
        ]);
        await client.patch(ref('applied'), 'merge', { data: { c: '3' } }, { fieldManager: 'other' });
        const less = await client.apply(configMap('applied', { a: '1' }), manager);
        expect(less['data']).toEqual({ a: '1', c: '3' });
      });

      it('conflicts with another manager’s value unless forced', async () => {
        await client.create(configMap('contested', { a: '1' }), { fieldManager: 'first' });
        const theirs = configMap('contested', { a: '2' });
        expect(await failure(client.apply(theirs, { fieldManager: 'second' }))).toMatchObject({
          status: 409,
          reason: 'Conflict',
          message: expect.stringContaining(
            'Apply failed with 1 conflict: conflict with "first" using v1: .data.a',
          ) as string,
        });
        const forced = await client.apply(theirs, { fieldManager: 'second', force: true });
        expect(forced['data']).toEqual({ a: '2' });
      });

      it('merges keyed lists by their keys', async () => {
        await client.create(deployment('keyed'), { fieldManager: 'first' });
        const applied = await client.apply(
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            metadata: { name: 'keyed', namespace },
            spec: { template: { spec: { containers: [{ name: 'web', env: [{ name: 'A', value: '1' }] }] } } },
          },
          { fieldManager: 'second' },
        );
        const spec = applied.spec as { template: { spec: { containers: object[] } } };
        expect(spec.template.spec.containers).toMatchObject([
          { name: 'web', image: 'nginx:1.27', env: [{ name: 'A', value: '1' }] },
        ]);
      });
    });

    describe('lists and watches', () => {
      it('follows pages to the end, and selects by labels and fields', async () => {
        for (const each of ['p1', 'p2', 'p3', 'p4', 'p5'])
          await client.create(configMap(each, {}, { labels: { page: 'yes', each } }));
        const kind = { apiVersion: 'v1', kind: 'ConfigMap' };
        const pages = await client.list(kind, { namespace, labelSelector: 'page=yes', limit: 2 });
        expect(pages.items.map((each) => each.metadata.name)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
        expect(pages.items[0]).toMatchObject(kind);
        const some = await client.list(kind, {
          namespace,
          labelSelector: 'each in (p1,p2),each notin (p2),page',
        });
        expect(some.items.map((each) => each.metadata.name)).toEqual(['p1']);
        const one = await client.list(kind, { namespace, fieldSelector: 'metadata.name=p3' });
        expect(one.items.map((each) => each.metadata.name)).toEqual(['p3']);
      });

      it('streams every change after a version, selected by label, in order', async () => {
        const kind = { apiVersion: 'v1', kind: 'ConfigMap' };
        const selector = { namespace, labelSelector: 'watched' };
        const { resourceVersion } = await client.list(kind, selector);
        await client.create(configMap('w1', { a: '1' }, { labels: { watched: '1' } }));
        await client.create(configMap('w0', {}));
        const abort = new AbortController();
        const seen: string[] = [];
        for await (const event of client.watch(kind, { ...selector, resourceVersion }, abort.signal)) {
          if (event.type === 'BOOKMARK') continue;
          seen.push(`${event.type} ${event.object.kind} ${event.object.metadata.name ?? ''}`);
          if (seen.length === 1) await client.patch(ref('w1'), 'merge', { data: { a: '2' } });
          if (seen.length === 2) await client.patch(ref('w1'), 'merge', { metadata: { labels: null } });
          if (seen.length === 3) abort.abort();
        }
        expect(seen).toEqual(['ADDED ConfigMap w1', 'MODIFIED ConfigMap w1', 'DELETED ConfigMap w1']);
      });

      it.runIf(forgetHistory)('answers 410 to a watch from a version that is forgotten', async () => {
        forgetHistory?.();
        const watch = client.watch(
          { apiVersion: 'v1', kind: 'ConfigMap' },
          { namespace, resourceVersion: '1' },
          AbortSignal.timeout(10_000),
        );
        expect(await failure(collect(watch))).toMatchObject({ status: 410, retry: 'terminal' });
      });
    });

    describe('deletion', () => {
      it('removes at once what nothing holds, and answers 404 afterwards', async () => {
        await client.create(configMap('gone', {}));
        expect(await client.delete(ref('gone'))).toBeUndefined();
        expect(await client.get(ref('gone'))).toBeUndefined();
        expect(await failure(client.delete(ref('gone')))).toMatchObject({
          status: 404,
          reason: 'NotFound',
          message: 'configmaps "gone" not found',
        });
      });

      it('waits for finalizers', async () => {
        await client.create(configMap('held', {}, { finalizers: ['example.dev/hold'] }));
        const held = await client.delete(ref('held'));
        expect(held?.metadata.deletionTimestamp).toBeDefined();
        expect((await client.get(ref('held')))?.metadata.deletionTimestamp).toBeDefined();
        await client.patch(ref('held'), 'merge', { metadata: { finalizers: null } });
        expect(await client.get(ref('held'))).toBeUndefined();
      });

      it('honours preconditions and dry runs', async () => {
        await client.create(configMap('guarded', {}));
        const other = client.delete(ref('guarded'), {
          preconditions: { uid: '00000000-0000-0000-0000-000000000000' },
        });
        expect(await failure(other)).toMatchObject({ status: 409, reason: 'Conflict' });
        await client.delete(ref('guarded'), { dryRun: true });
        expect(await client.get(ref('guarded'))).toBeDefined();
      });

      it('deletes dependants in the background or before the owner, and spares orphans', async () => {
        for (const policy of ['Background', 'Foreground', 'Orphan'] as const) {
          const ownerName = `owner-${policy.toLowerCase()}`;
          const childName = `child-${policy.toLowerCase()}`;
          const owner = await client.create(configMap(ownerName, {}));
          const { uid = '' } = owner.metadata;
          const ownerReferences = [
            { apiVersion: 'v1', kind: 'ConfigMap', name: ownerName, uid, blockOwnerDeletion: true },
          ];
          await client.create(configMap(childName, {}, { ownerReferences }));
          await client.delete(ref(ownerName), { propagationPolicy: policy });
          await until(async () => (await client.get(ref(ownerName))) === undefined);
          if (policy === 'Orphan') {
            const child = await client.get(ref(childName));
            expect(child?.metadata.ownerReferences ?? []).toEqual([]);
          } else await until(async () => (await client.get(ref(childName))) === undefined);
        }
      });
    });

    describe('custom resources', () => {
      const group = `${namespace}.example.dev`;
      const apiVersion = `${group}/v1`;
      const crd = {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        namespace: '',
        name: `widgets.${group}`,
      };
      afterAll(() => client.delete(crd).catch(() => undefined));

      it('serves a CRD’s kind with its defaults, pruning and validation', async () => {
        await client.create(widgetDefinition(group));
        await until(async () => {
          const live = (await client.get(crd))?.status as { conditions?: { type: string; status: string }[] };
          return (live.conditions ?? []).some(
            (each) => each.type === 'Established' && each.status === 'True',
          );
        });
        const widget = { apiVersion, kind: 'Widget', metadata: { name: 'one', namespace } };
        await until(async () => {
          client.invalidateDiscovery();
          return client.create({ ...widget, spec: { size: 3, junk: true } }).then(
            () => true,
            (error: unknown) => {
              if (isAdapterError(error, 404)) return false;
              throw error;
            },
          );
        });
        const live = await client.get(ref('one', 'Widget', apiVersion));
        expect(live?.spec).toEqual({ size: 3, colour: 'red' });
        expect(live?.metadata.generation).toBe(1);
        expect(
          await failure(client.patch(ref('one', 'Widget', apiVersion), 'merge', { spec: { size: 11 } })),
        ).toMatchObject({
          status: 422,
          message: expect.stringContaining(
            'Widget.' +
              group +
              ' "one" is invalid: spec.size: Invalid value: 11: spec.size in body should be less than or equal to 10',
          ) as string,
        });
        expect(
          await failure(client.create({ ...widget, metadata: { name: 'two', namespace }, spec: {} })),
        ).toMatchObject({
          status: 422,
          message: expect.stringContaining('spec.size: Required value') as string,
        });
        const withStatus = await client.patch(
          ref('one', 'Widget', apiVersion),
          'merge',
          { status: { ready: true } },
          { subresource: 'status' },
        );
        expect(withStatus.status).toEqual({ ready: true });
      });
    });

    it('answers access reviews', async () => {
      const attributes = { verb: 'create', group: 'apps', resource: 'deployments', namespace };
      expect(await client.canI(attributes)).toBe(true);
    });

    it('rejects with the signal’s own reason', async () => {
      const reason = new Error('enough');
      const abort = new AbortController();
      abort.abort(reason);
      await expect(client.list({ apiVersion: 'v1', kind: 'Pod' }, {}, abort.signal)).rejects.toBe(reason);
    });
  });
}

async function failure(promise: Promise<unknown>): Promise<AdapterError> {
  try {
    await promise;
  } catch (error) {
    if (isAdapterError(error)) return error;
    throw error;
  }
  throw new Error('expected an AdapterError');
}

async function collect(events: AsyncIterable<WatchEvent>): Promise<WatchEvent[]> {
  const all: WatchEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** Asks again every 50 ms, for 20 s at most. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('condition not met within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function widgetDefinition(group: string): KubernetesObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `widgets.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'widgets', singular: 'widget', kind: 'Widget', listKind: 'WidgetList' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: {
                  type: 'object',
                  required: ['size'],
                  properties: {
                    size: { type: 'integer', minimum: 1, maximum: 10 },
                    colour: { type: 'string', default: 'red', enum: ['red', 'green'] },
                  },
                },
                status: { type: 'object', properties: { ready: { type: 'boolean' } } },
              },
            },
          },
        },
      ],
    },
  };
}
