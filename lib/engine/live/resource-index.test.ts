import { describe, expect, it } from 'vitest';
import type { LiveResource } from '@/lib/domain/live/live-resource';
import { projectLiveResource } from '@/lib/domain/live/project-live-resource';
import { ResourceIndex } from './resource-index';

function configMap(uid: string, resourceVersion: string): LiveResource {
  const metadata = { name: 'a', namespace: 'shop', uid, resourceVersion };
  return projectLiveResource(
    { apiVersion: 'v1', kind: 'ConfigMap', metadata },
    { instanceLabelKey: 'app.kubernetes.io/instance', assessHealth: () => null },
  );
}

describe('the index of live resources', () => {
  it('does not let the late answer to a write bring back what the watch saw go', () => {
    const index = new ResourceIndex();
    index.putNewer(configMap('one', '5'));
    index.remove(configMap('one', '7').key, 'one');
    expect(index.putNewer(configMap('one', '6'))).toBeUndefined();
    expect(index.size).toBe(0);
  });

  it('keeps a successor when the deletion of its predecessor is told late', () => {
    const index = new ResourceIndex();
    index.putNewer(configMap('one', '5'));
    index.putNewer(configMap('two', '8'));
    expect(index.remove(configMap('one', '7').key, 'one')).toBeUndefined();
    expect(index.inNamespace('shop')[0]?.uid).toBe('two');
  });

  it('never goes back to an older version, and takes what a list shows', () => {
    const index = new ResourceIndex();
    index.putNewer(configMap('one', '10'));
    expect(index.putNewer(configMap('one', '9'))).toBeUndefined();
    index.remove(configMap('one', '10').key);
    index.replaceKind('/ConfigMap', [configMap('one', '10')]);
    expect(index.putNewer(configMap('one', '11'))?.after?.resourceVersion).toBe('11');
  });
});
