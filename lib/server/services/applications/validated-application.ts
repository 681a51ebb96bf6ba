import type { Application } from '@/lib/domain/application/application';
import { AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';

/** Refuses a spec that cannot be used, with the first thing that is wrong with it; `validate` false skips that. */
export async function requireValidApplication(
  context: RequestContext,
  application: Application,
  validate: boolean,
): Promise<void> {
  if (!validate) return;
  const [problem] = await context.runtime.engine.validateApplication(application);
  if (problem)
    throw new AppError('invalid-request', `${problem.field} ${problem.message}`, {
      field: `body.${problem.field}`,
    });
}
