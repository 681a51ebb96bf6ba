import { health, otherwise } from '../../rules/answer';
import { check, type CheckTable } from '../../rules/health-check';
import { phases } from '../../rules/phases';
import { itemsAt, numberAt } from '../../rules/read-field';
import { all, has, inCase, is, lacks, when } from '../../rules/when';

const REPORT =
  'Ensure your ArgoCD is current and then check for/file a bug report: https://github.com/argoproj/argo-cd/issues';
const INDICES = 'Check the status of indices, replicas and shards';

const UNKNOWN = otherwise('Unknown', `Elasticsearch Cluster status is unknown. ${REPORT}`);

/** Elastic Cloud on Kubernetes. */
export const ELASTIC: CheckTable = {
  'beat.k8s.elastic.co/Beat': check(
    inCase(
      all(is('status.health', 'yellow'), has('status.availableNodes', 'status.expectedNodes')),
      otherwise(
        'Progressing',
        'Elastic Beat status is deploying, there is {status.availableNodes} instance(s) on {status.expectedNodes} expected',
      ),
    ),
    phases('status.health', {
      red: ['Degraded', 'Elastic Beat status is Red'],
      green: ['Healthy', 'Elastic Beat status is Green'],
      yellow: ['Progressing', 'Elastic Beat phase is progressing'],
    }),
    when(
      all(lacks('status.health'), has('status.expectedNodes')),
      'Progressing',
      'Elastic Beat phase is progressing',
    ),
    otherwise('Unknown', `Elastic Beat status is unknown. ${REPORT}`),
  ),
  'elasticsearch.k8s.elastic.co/Elasticsearch': check(
    inCase(
      has('status.availableNodes'),
      (object) => {
        const wanted = itemsAt(object, 'spec.nodeSets').reduce<number>(
          (sum, set) => sum + (numberAt(set, 'count') ?? 0),
          0,
        );
        const available = numberAt(object, 'status.availableNodes') ?? 0;
        if (available < wanted)
          return health(
            'Progressing',
            `The desired amount of availableNodes is ${wanted} but the current amount is ${available}`,
          );
        return available > wanted ? UNKNOWN(object) : undefined;
      },
      inCase(
        all(has('status.health'), is('status.phase', 'Ready')),
        phases('status.health', {
          green: ['Healthy', 'Elasticsearch Cluster status is Green'],
          yellow: ['Progressing', `Elasticsearch Cluster status is Yellow. ${INDICES}`],
          red: ['Degraded', `Elasticsearch Cluster status is Red. ${INDICES}`],
        }),
      ),
      inCase(
        has('status.health'),
        phases('status.phase', {
          ApplyingChanges: ['Progressing', 'Elasticsearch phase is ApplyingChanges'],
          MigratingData: ['Progressing', 'Elasticsearch phase is MigratingData'],
          Invalid: ['Degraded', 'Elasticsearch phase is Invalid'],
        }),
      ),
    ),
    UNKNOWN,
  ),
  'logstash.k8s.elastic.co/Logstash': check(
    phases('status.health', {
      green: ['Healthy', 'Logstash status is Green'],
      yellow: ['Progressing', 'Logstash status is Yellow'],
      red: ['Degraded', 'Logstash status is Red'],
    }),
    otherwise('Progressing', 'Waiting for Logstash'),
  ),
};
