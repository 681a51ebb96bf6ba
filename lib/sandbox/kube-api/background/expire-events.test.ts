import { expect, it } from 'vitest';
import { createSandboxClient } from '../client/create-sandbox-client';
import { KubeApi } from '../operations/kube-api';
import { expireEvents } from './expire-events';
import { RunSoon } from './run-soon';

it('forgets Events an hour after they were last seen', async () => {
  let now = new Date('2026-01-01T00:00:00Z');
  const api = new KubeApi({ now: () => now });
  expireEvents(api, new RunSoon());
  const client = createSandboxClient(api);
  client.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } });
  const record = (name: string): void => {
    client.create({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name, namespace: 'a' },
      involvedObject: { kind: 'Pod', namespace: 'a', name: 'p' },
      lastTimestamp: now.toISOString(),
    });
  };
  record('old');
  now = new Date('2026-01-01T01:00:01Z');
  for (let index = 0; index < 100; index++) record(`new-${index}`);
  await new Promise((resolve) => setImmediate(resolve));
  const names = client.list({ apiVersion: 'v1', kind: 'Event' }).map((each) => each.metadata.name);
  expect(names).toHaveLength(100);
  expect(names).not.toContain('old');
});
