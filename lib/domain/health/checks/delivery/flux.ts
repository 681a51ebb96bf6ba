import { health, otherwise } from '../../rules/answer';
import { matcherOf } from '../../rules/conditions';
import { check, sameFor, type CheckTable, type HealthCheck, type Rule } from '../../rules/health-check';
import { conditionsOf } from '../../rules/read-field';
import { is, when } from '../../rules/when';

interface FluxCount {
  /** Conditions that say "done"; all of `needed` must. */
  succeeded: readonly string[];
  needed: number;
  /** Status of Ready that, with Reconciling, means work in progress. */
  readyWhileWorking: 'Unknown' | 'False';
  /** Reasons of Reconciling that count as work; any without a list. */
  reconcilingReasons?: readonly string[];
  whileWorking?: 'Progressing' | 'Degraded';
}

/** Flux' controllers follow kstatus: Ready and Reconciling together say what is going on; the message is Ready's reason. */
function fluxCount(rules: FluxCount): Rule {
  const isDone = rules.succeeded.map((pattern) => matcherOf(pattern));
  const isReadyWorking = matcherOf(`Ready=${rules.readyWhileWorking}`);
  const isReconciling = matcherOf(
    'Reconciling=True',
    rules.reconcilingReasons && { reason: rules.reconcilingReasons },
  );
  const isOutdated = matcherOf('ArtifactOutdated=True');
  return (object) => {
    const list = conditionsOf(object);
    if (!Array.isArray((object.status as { conditions?: unknown } | undefined)?.conditions)) return undefined;
    const count = (tests: (typeof isDone)[number][]) =>
      list.filter((condition) => tests.some((test) => test(condition, object))).length;
    let text = '';
    for (const condition of list) {
      if (condition.type === 'Ready') text = condition.reason ?? '';
      else if (isOutdated(condition, object)) text = `${text} ${condition.reason ?? ''}`;
    }
    if (count([isReadyWorking]) + count([isReconciling]) === 2)
      return health(rules.whileWorking ?? 'Progressing', text);
    return health(count(isDone) === rules.needed ? 'Healthy' : 'Degraded', text);
  };
}

const SUSPENDED = when(is('spec.suspend', true), 'Suspended', '{kind} is suspended');
const UNREPORTED = otherwise('Progressing', 'Status unknown');
const suspendable = (rules: FluxCount): HealthCheck => check(SUSPENDED, fluxCount(rules), UNREPORTED);

const READY: FluxCount = { succeeded: ['Ready=True'], needed: 1, readyWhileWorking: 'Unknown' };
const ARTIFACT: FluxCount = {
  succeeded: ['Ready=True', 'ArtifactInStorage=True'],
  needed: 2,
  readyWhileWorking: 'Unknown',
};

export const FLUX: CheckTable = {
  ...sameFor(
    ['kustomize.toolkit.fluxcd.io/Kustomization', 'image.toolkit.fluxcd.io/ImageUpdateAutomation'],
    suspendable(READY),
  ),
  'helm.toolkit.fluxcd.io/HelmRelease': suspendable({
    succeeded: ['Ready=True', 'Released|TestSuccess=True'],
    needed: 2,
    readyWhileWorking: 'Unknown',
  }),
  ...sameFor(
    ['Bucket', 'GitRepository', 'HelmChart', 'OCIRepository'].map(
      (kind) => `source.toolkit.fluxcd.io/${kind}`,
    ),
    suspendable(ARTIFACT),
  ),
  'source.toolkit.fluxcd.io/HelmRepository': check(
    SUSPENDED,
    when(
      is('spec.type', 'oci'),
      'Healthy',
      "Helm repositories of type 'oci' do not contain any information in the status.",
    ),
    fluxCount(ARTIFACT),
    UNREPORTED,
  ),
  'image.toolkit.fluxcd.io/ImageRepository': suspendable({
    ...READY,
    readyWhileWorking: 'False',
    reconcilingReasons: ['NewGeneration', 'Scanning'],
  }),
  'image.toolkit.fluxcd.io/ImagePolicy': check(
    fluxCount({
      ...READY,
      readyWhileWorking: 'False',
      reconcilingReasons: ['NewGeneration', 'AccessingRepository', 'ApplyingPolicy'],
    }),
    UNREPORTED,
  ),
  'notification.toolkit.fluxcd.io/Receiver': suspendable({
    ...READY,
    readyWhileWorking: 'False',
    whileWorking: 'Degraded',
  }),
};
