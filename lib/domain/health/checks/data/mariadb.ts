import { health, otherwise } from '../../rules/answer';
import { conditions, note, on } from '../../rules/conditions';
import { check, sameFor, type CheckTable } from '../../rules/health-check';
import { conditionsOf } from '../../rules/read-field';
import { has, inCase, lacks, when } from '../../rules/when';

const UNREPORTED = when(lacks('status.conditions'), 'Progressing', 'No status info available');
const NAMED = '{.reason} {.message}';

const ready = check(
  conditions(on('Ready=True', 'Healthy'), on('Ready', 'Degraded'), note('*', 'Progressing')),
  otherwise('Progressing', 'No status info available'),
);

const server = check(
  UNREPORTED,
  conditions(
    on('*=False', 'Degraded', '{.message}', { reason: 'Failed' }),
    on('*=False', 'Progressing'),
    note('*', 'Healthy'),
  ),
  otherwise('Healthy'),
);

/** The MariaDB operator, and its earlier group. */
export const MARIADB: CheckTable = {
  ...sameFor(['k8s.mariadb.com/MariaDB', 'mariadb.mmontes.io/MariaDB'], server),
  ...sameFor(['k8s.mariadb.com/Database', 'k8s.mariadb.com/Grant', 'k8s.mariadb.com/User'], ready),
  'k8s.mariadb.com/Backup': check(
    UNREPORTED,
    conditions(
      on('*=False', 'Degraded', NAMED, {
        reason: 'CronJobScheduled',
        where: ({ message }) => message === 'Failed',
      }),
      on('*=False', 'Progressing', NAMED),
      note('*', 'Healthy', NAMED),
    ),
    otherwise('Healthy'),
  ),
  'k8s.mariadb.com/SqlJob': check(
    inCase(
      has('status.conditions'),
      conditions(
        on('*=True', 'Healthy', NAMED, { reason: 'JobComplete' }),
        on('*=True', 'Degraded', NAMED, { reason: 'JobFailed' }),
      ),
      (object) => {
        const last = conditionsOf(object).at(-1);
        return last && health('Progressing', `${last.reason ?? ''} ${last.message ?? ''}`);
      },
    ),
    otherwise('Progressing', 'No status info available'),
  ),
};
