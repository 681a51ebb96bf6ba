'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { showToast } from '@/components/ui/overlay/toast';
import { sendRequest } from '@/lib/client/api/send-request';
import { queryKeys } from '@/lib/client/queries/query-keys';
import { apiRoutes } from '@/lib/client/routes';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';

const atOnce = 6;

/** Refreshes the chosen applications, six at a time, and says how many did not. */
export function useBulkRefresh() {
  const t = useTranslations('apps.bulk');
  const common = useTranslations('common');
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (rows: readonly ApplicationRow[]) => {
      const failed: string[] = [];
      for (let start = 0; start < rows.length; start += atOnce) {
        const batch = rows.slice(start, start + atOnce);
        const results = await Promise.allSettled(
          batch.map((row) => sendRequest(apiRoutes.application(row, { refresh: 'normal' }))),
        );
        failed.push(
          ...batch.filter((_, index) => results[index]?.status === 'rejected').map((row) => row.name),
        );
      }
      return { done: rows.length - failed.length, failed };
    },
    onSuccess: ({ done, failed }) => {
      showToast({
        tone: failed.length === 0 ? 'ok' : 'bad',
        glyph: failed.length === 0 ? 'door-tick' : 'door-cross',
        title: t('refreshed', { count: done }),
        closeLabel: common('close'),
        ...(failed.length === 0 ? {} : { detail: t('refreshFailed', { names: failed.join(', ') }) }),
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.rows }),
  });
}
