import { textAt } from '../../health/rules/read-field';
import { is } from '../../health/rules/when';
import type { ActionTable } from '../action-definition';
import { annotation, patch, set, stamp } from '../edits/edit';

const ROLLING_UPDATE = annotation('strimzi.io/manual-rolling-update');
const FORCE_SYNC = annotation('force-sync');
const NO_INTERVAL = /^0(ns|us|µs|ms|s|m|h)?$/;

/** An interval of nought means "once"; asking again by hand would do nothing. */
const hasNoInterval = (object: unknown): boolean =>
  NO_INTERVAL.test(textAt(object, 'spec.refreshInterval') ?? '');

export const OPERATOR_ACTIONS: ActionTable = {
  'core.strimzi.io/StrimziPodSet': [
    {
      name: 'rolling-update',
      isDisabled: is(ROLLING_UPDATE, 'true'),
      run: patch(set(ROLLING_UPDATE, 'true')),
    },
  ],
  'external-secrets.io/ExternalSecret': [
    {
      name: 'refresh',
      isDisabled: (object) => hasNoInterval(object) && textAt(object, 'spec.refreshPolicy') !== 'OnChange',
      run: patch(stamp(FORCE_SYNC)),
    },
  ],
  'external-secrets.io/PushSecret': [
    { name: 'push', isDisabled: hasNoInterval, run: patch(stamp(FORCE_SYNC)) },
  ],
};
