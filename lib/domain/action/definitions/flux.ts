import { isSet, not } from '../../health/rules/when';
import type { ActionDefinition, ActionTable } from '../action-definition';
import { annotation, editIf, patch, set, stamp } from '../edits/edit';

const isSuspended = isSet('spec.suspend');

const suspend: ActionDefinition = {
  name: 'suspend',
  isDisabled: isSuspended,
  run: patch(set('spec.suspend', true)),
};
const resume: ActionDefinition = {
  name: 'resume',
  isDisabled: not(isSuspended),
  run: patch(editIf(isSuspended, set('spec.suspend', false))),
};
/** Flux reconciles when this annotation changes; the prefix says who asked. */
const reconcile: ActionDefinition = {
  name: 'reconcile',
  isDisabled: isSuspended,
  run: patch(stamp(annotation('reconcile.fluxcd.io/requestedAt'), 'By Argo CD at: ', '')),
};

const RECONCILED = [
  'helm.toolkit.fluxcd.io/HelmRelease',
  'image.toolkit.fluxcd.io/ImageRepository',
  'image.toolkit.fluxcd.io/ImageUpdateAutomation',
  'kustomize.toolkit.fluxcd.io/Kustomization',
  'notification.toolkit.fluxcd.io/Receiver',
  ...['Bucket', 'GitRepository', 'HelmChart', 'HelmRepository', 'OCIRepository'].map(
    (kind) => `source.toolkit.fluxcd.io/${kind}`,
  ),
];
const SUSPENDED_ONLY = ['notification.toolkit.fluxcd.io/Alert', 'notification.toolkit.fluxcd.io/Provider'];

export const FLUX_ACTIONS: ActionTable = Object.fromEntries([
  ...RECONCILED.map((key) => [key, [reconcile, suspend, resume]]),
  ...SUSPENDED_ONLY.map((key) => [key, [suspend, resume]]),
]) as ActionTable;
