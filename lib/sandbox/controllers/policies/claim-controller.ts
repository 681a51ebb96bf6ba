import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { itself, splitKey, type Controller, type ControllerContext } from '../runtime/controller';
import { recordEvent } from '../runtime/record-event';
import { objectOf, textOf, writeStatus } from '../runtime/write-status';

const CLAIM = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
const VOLUME = { apiVersion: 'v1', kind: 'PersistentVolume' };
const STORAGE_CLASS = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' };

/** Provisions a volume for a claim whose storage class exists; without a class, or with an unknown one, the claim waits. */
export const claimController: Controller = {
  name: 'persistentvolume-binder',
  watches: [
    { kind: CLAIM, keysOf: itself },
    {
      kind: STORAGE_CLASS,
      keysOf: (_, client) =>
        client.list(CLAIM).map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name ?? ''}`),
    },
  ],
  reconcile(key, context) {
    const { client } = context;
    const claim = client.get({ ...CLAIM, ...splitKey(key) });
    if (!claim || claim.metadata.deletionTimestamp) return;
    const spec = objectOf(claim.spec);
    if (objectOf(claim.status).phase === 'Bound') return;
    const className = textOf(spec.storageClassName);
    if (!className || !client.get({ ...STORAGE_CLASS, namespace: '', name: className })) {
      writeStatus(client, claim, { phase: 'Pending' });
      const message = className
        ? `storageclass.storage.k8s.io "${className}" not found`
        : 'no persistent volumes available for this claim and no storage class is set';
      recordEvent(context, claim, {
        type: 'Normal',
        reason: className ? 'ProvisioningFailed' : 'FailedBinding',
        message,
        component: 'persistentvolume-controller',
      });
      return;
    }
    bind(claim, className, context);
  },
};

function bind(claim: KubernetesObject, className: string, { client }: ControllerContext): void {
  const { namespace = '', name = '', uid = '' } = claim.metadata;
  const spec = objectOf(claim.spec);
  const volumeName = `pvc-${uid}`;
  const capacity = { storage: objectOf(objectOf(spec.resources).requests).storage ?? '1Gi' };
  const accessModes = spec.accessModes ?? ['ReadWriteOnce'];
  if (!client.get({ ...VOLUME, namespace: '', name: volumeName })) {
    client.create({
      ...VOLUME,
      metadata: { name: volumeName },
      spec: {
        capacity,
        accessModes,
        storageClassName: className,
        persistentVolumeReclaimPolicy: 'Delete',
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name, uid },
        hostPath: { path: `/sandbox/${volumeName}` },
      },
    });
    const volume = client.get({ ...VOLUME, namespace: '', name: volumeName });
    if (volume) writeStatus(client, volume, { phase: 'Bound' });
  }
  const bound = client.patch({ ...CLAIM, namespace, name }, { spec: { volumeName } });
  writeStatus(client, bound, { phase: 'Bound', accessModes, capacity });
}
