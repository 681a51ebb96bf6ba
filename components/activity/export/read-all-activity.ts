import { sendRequest } from '@/lib/client/api/send-request';
import { apiRoutes } from '@/lib/client/routes';
import type { ActivityEntry, ActivityPage, ActivityQueryInput } from '@/lib/contracts/platform/activity';

/** Every matching entry, page after page of 1,000. Throws `ApiProblem`. */
export async function readAllActivity(
  query: Omit<ActivityQueryInput, 'continue' | 'limit'>,
): Promise<ActivityEntry[]> {
  const entries: ActivityEntry[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: ActivityPage = await sendRequest<ActivityPage>(
      apiRoutes.activity({ ...query, limit: 1000, continue: next }),
    );
    entries.push(...page.items);
    next = page.continue;
  }
  return entries;
}
