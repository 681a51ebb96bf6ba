import type { KubernetesObject } from '../../resource/kubernetes-object';
import { readField, textAt } from '../../health/rules/read-field';
import { all, is, not, type Predicate } from '../../health/rules/when';
import type { ActionDefinition, ActionTable } from '../action-definition';
import { annotation, label, patch, remove, set, type Edit } from '../edits/edit';

const UPGRADE_STATE = label('numaplane.numaproj.io/upgrade-state');
const FORCE_PROMOTE = label('numaplane.numaproj.io/force-promote');
const RESUME_STRATEGY = annotation('numaflow.numaproj.io/resume-strategy');
const DATA_LOSS = annotation('numaplane.numaproj.io/allow-data-loss');
const [PLAY, PAUSE, FORWARD] = ['play', 'pause', 'forward'].map((icon) => `fa-solid fa-fw fa-${icon}`) as [
  string,
  string,
  string,
];

/** Where a kind keeps its lifecycle and the metadata that says how it may be resumed. */
interface Lifecycle {
  spec: string;
  metadata: string;
  isAllowed?: Predicate;
  fast: readonly Edit[];
  gradual: readonly Edit[];
}

/** Pause and the two ways back; which of them is allowed is written by Numaplane, gradual unless it says otherwise. */
function lifecycleActions({ spec, metadata, isAllowed, fast, gradual }: Lifecycle): ActionDefinition[] {
  const phase = `${spec}.lifecycle.desiredPhase`;
  const isPaused = is(phase, 'Paused');
  const strategies = [
    ...metadata.split('.'),
    'annotations',
    'numaflow.numaproj.io/allowed-resume-strategies',
  ];
  const may = (predicate: Predicate): Predicate => (isAllowed ? all(isAllowed, predicate) : predicate);
  const allows =
    (speed: 'fast' | 'gradual'): Predicate =>
    (object) => {
      const allowed = textAt(object, strategies);
      if (allowed === 'slow, fast') return true;
      return (allowed === 'fast') === (speed === 'fast');
    };
  const unpause = (speed: 'fast' | 'gradual', edits: readonly Edit[]): ActionDefinition => ({
    name: `unpause-${speed}`,
    displayName: `Unpause (${speed})`,
    iconClass: PLAY,
    isDisabled: not(may(all(isPaused, allows(speed)))),
    run: patch(set(phase, 'Running'), ...edits),
  });
  return [
    {
      name: 'pause',
      iconClass: PAUSE,
      isDisabled: not(may(not(isPaused))),
      run: patch(set(phase, 'Paused')),
    },
    unpause('gradual', gradual),
    unpause('fast', fast),
  ];
}

const isUpgrading = all(is(UPGRADE_STATE, 'in-progress', 'trial'), not(is(FORCE_PROMOTE, 'true')));
const forcePromote: ActionDefinition = {
  name: 'force-promote',
  iconClass: FORWARD,
  isDisabled: not(isUpgrading),
  run: patch(set(FORCE_PROMOTE, 'true')),
};
const namedForcePromote: ActionDefinition = { ...forcePromote, displayName: 'Force Promote' };

const isOwnedBy =
  (kind: string): Predicate =>
  (object) =>
    (object as KubernetesObject).metadata.ownerReferences?.some((owner) => owner.kind === kind) === true;

const FAST_RESUME = 'spec.strategy.pauseResume.fastResume';
const isRecyclable = is(UPGRADE_STATE, 'recyclable', 'recyclable-expired');

/** Numaflow and Numaplane. What a rollout owns is paused through the rollout. */
export const NUMAPROJ_ACTIONS: ActionTable = {
  'numaflow.numaproj.io/InterStepBufferService': [forcePromote],
  'numaflow.numaproj.io/MonoVertex': [
    ...lifecycleActions({
      spec: 'spec',
      metadata: 'spec.metadata',
      isAllowed: not(isOwnedBy('MonoVertexRollout')),
      fast: [],
      gradual: [remove('spec.replicas')],
    }),
    namedForcePromote,
  ],
  'numaflow.numaproj.io/Pipeline': [
    ...lifecycleActions({
      spec: 'spec',
      metadata: 'spec.metadata',
      isAllowed: (object) =>
        !isOwnedBy('PipelineRollout')(object) || readField(object, UPGRADE_STATE) === 'recyclable-expired',
      fast: [set(RESUME_STRATEGY, 'fast')],
      gradual: [set(RESUME_STRATEGY, 'slow')],
    }),
    namedForcePromote,
    {
      name: 'delete',
      displayName: 'Delete',
      iconClass: 'fa-solid fa-fw fa-trash',
      isDisabled: not(isRecyclable),
      run: patch(set(annotation('numaplane.numaproj.io/marked-for-deletion'), 'true')),
    },
  ],
  'numaplane.numaproj.io/MonoVertexRollout': lifecycleActions({
    spec: 'spec.monoVertex.spec',
    metadata: 'spec.monoVertex.metadata',
    fast: [set(FAST_RESUME, true)],
    gradual: [set(FAST_RESUME, false)],
  }),
  'numaplane.numaproj.io/PipelineRollout': [
    ...lifecycleActions({
      spec: 'spec.pipeline.spec',
      metadata: 'spec.pipeline.metadata',
      fast: [set(FAST_RESUME, true)],
      gradual: [set(FAST_RESUME, false)],
    }),
    {
      name: 'allow-data-loss',
      displayName: 'Allow (Possible) Data Loss',
      iconClass: 'fa-solid fa-fw fa-unlock',
      isDisabled: not(is('status.upgradeInProgress', 'PipelinePauseAndDrain')),
      run: patch(set(DATA_LOSS, 'true')),
    },
    {
      name: 'disallow-data-loss',
      displayName: 'Disallow Data Loss',
      iconClass: 'fa-solid fa-fw fa-lock',
      isDisabled: not(is(DATA_LOSS, 'true')),
      run: patch(set(DATA_LOSS, 'false')),
    },
  ],
};
