'use client';

import { useQuery } from '@tanstack/react-query';
import { applicationPageQuery } from '@/lib/client/queries/application-queries';
import type { NavigationEntry } from './navigation';

/** How many applications there are, for the sidebar. */
export function useNavCounts(): Partial<Record<NavigationEntry['key'], number>> {
  const { data } = useQuery({ ...applicationPageQuery({ limit: 1 }), select: (page) => page.all });
  return data === undefined ? {} : { apps: data };
}
