import { itself, splitKey, type Controller } from '../runtime/controller';
import { objectOf, objectsOf, writeStatus } from '../runtime/write-status';
import { addressFor } from './load-balancer-address';

const INGRESS = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' };
const ADDRESS_MS = 1500;

/** Gives an Ingress an address, as an ingress controller does after a moment. */
export const ingressController: Controller = {
  name: 'ingress-controller',
  watches: [{ kind: INGRESS, keysOf: itself }],
  reconcile(key, { client, timers, requeueAfter }) {
    const ingress = client.get({ ...INGRESS, ...splitKey(key) });
    if (!ingress || objectsOf(objectOf(objectOf(ingress.status).loadBalancer).ingress).length > 0) return;
    const waited = timers.sinceMs(ingress.metadata.creationTimestamp ?? '');
    if (waited < ADDRESS_MS) requeueAfter(key, ADDRESS_MS - waited);
    else writeStatus(client, ingress, { loadBalancer: { ingress: [{ ip: addressFor(ingress) }] } });
  },
};
