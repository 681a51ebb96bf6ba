import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { TRACKING_METHODS } from '@/lib/domain/settings/argo-settings';
import {
  instanceNameOf,
  parseInstanceName,
  parseQualifiedName,
  qualifiedNameOf,
  rbacNameOf,
} from '@/lib/domain/tracking/application-names';
import { bridgeTrackingChange } from '@/lib/domain/tracking/bridge-tracking-change';
import { isSelfReferenced } from '@/lib/domain/tracking/is-self-referenced';
import { markObject, unmarkObject } from '@/lib/domain/tracking/mark-object';
import { ownerNameOf, readTrackingId } from '@/lib/domain/tracking/read-owner';
import { buildTrackingId, formatTrackingId, parseTrackingId } from '@/lib/domain/tracking/tracking-id';
import { truncateLabel } from '@/lib/domain/tracking/truncate-label';
import { tryCase } from '../compare-case';
import { readOracle } from '../read-oracle';
import type { Suite } from '../suite';

interface Input {
  trackingId: string;
  app: string;
  destinationNamespace: string;
  object: KubernetesObject;
  live: KubernetesObject | null;
  target: KubernetesObject | null;
  labelKey?: string;
  trackingMethod: string;
  installationID?: string;
  value: string;
  name?: string;
  namespace: string;
  controllerNamespace: string;
}

const ANSWERS: Record<string, (input: Input, expected: object) => unknown> = {
  parse: ({ trackingId }) => {
    const value = parseTrackingId(trackingId);
    return value ? { value } : { error: true };
  },
  build: ({ app, destinationNamespace, object }) => {
    const value = buildTrackingId(app, destinationNamespace, object);
    return { trackingId: formatTrackingId(value), value };
  },
  owner: (input) => {
    const isKnown = TRACKING_METHODS.some((each) => each === input.trackingMethod && each !== 'label');
    const appInstance = isKnown ? (readTrackingId(input.object, settingsOf(input)) ?? null) : null;
    return { appName: ownerNameOf(input.object, settingsOf(input)), appInstance };
  },
  set: (input, expected) => {
    const { app: instanceName, destinationNamespace } = input;
    const marked = markObject(input.object, { instanceName, destinationNamespace }, settingsOf(input));
    if (!marked.ok) return { error: true };
    return 'object' in expected
      ? { failed: false, object: marked.object }
      : { metadata: marked.object.metadata };
  },
  truncate: ({ value }) => ({ label: truncateLabel(value) }),
  remove: (input) => ({ metadata: unmarkObject(input.object, settingsOf(input)).metadata }),
  self: (input) => ({
    selfReferenced: isSelfReferenced(input.live ?? undefined, input.target ?? undefined, settingsOf(input)),
  }),
  normalize: (input) => {
    if (!input.live || !input.target) return undefined;
    const live = bridgeTrackingChange(input.live, input.target, settingsOf(input));
    return { failed: false, liveMetadata: live.metadata, targetMetadata: input.target.metadata };
  },
  name: ({ name, namespace, controllerNamespace, value }) =>
    name === undefined
      ? {
          fromInstanceName: parseInstanceName(value, controllerNamespace),
          fromQualifiedName: parseQualifiedName(value, controllerNamespace),
        }
      : {
          instanceName: instanceNameOf({ name, namespace }, controllerNamespace),
          qualifiedName: qualifiedNameOf({ name, namespace }, controllerNamespace),
          rbacName: rbacNameOf({ name, namespace }, 'p', controllerNamespace),
        },
};

export const suite: Suite = {
  name: 'tracking',
  run: (folder) =>
    readOracle<Input, object>(folder, 'tracking')?.map(({ id, input, expected }) =>
      tryCase(id, expected, () => ANSWERS[id.split('/')[0] ?? '']?.(input, expected)),
    ),
};

function settingsOf(input: Input): {
  trackingMethod: string;
  instanceLabelKey: string;
  installationId: string;
} {
  return {
    trackingMethod: input.trackingMethod,
    instanceLabelKey: input.labelKey ?? 'app.kubernetes.io/instance',
    installationId: input.installationID ?? '',
  };
}
