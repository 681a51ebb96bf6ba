import { QueryClient } from '@tanstack/react-query';
import { isApiProblem } from '../api/api-problem';

const RETRIES = 2;

/** The query cache of one tab. The stream keeps it true, so nothing is read again merely because time passed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        // What the server refused it refuses again; only a missing answer is worth another try.
        retry: (count, error) =>
          count < RETRIES && (!isApiProblem(error) || error.status === 0 || error.status >= 502),
      },
    },
  });
}
