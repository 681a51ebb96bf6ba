'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { showToast } from '@/components/ui/overlay/toast';
import { useRunAction } from '@/lib/client/mutations/resource-mutations';
import { resourceActionsQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceNode } from '@/lib/contracts/resource/resource-tree';

interface NodeActionsProps {
  readonly application: ApplicationRef;
  readonly node: ResourceNode;
}

/** What the kind can be asked to do (restart, resume…); those that make no sense now keep their place and say so. */
export function NodeActions({ application, node }: NodeActionsProps) {
  const t = useTranslations('node.actions');
  const common = useTranslations('common');
  const actions = useQuery({ ...resourceActionsQuery(application, node), enabled: node.uid !== '' });
  const run = useRunAction(application);
  if (!actions.data || actions.data.length === 0) return null;
  const start = (action: string, label: string) =>
    run.mutate(
      { key: node, action },
      {
        onSuccess: () =>
          showToast({
            tone: 'ok',
            glyph: 'door-tick',
            title: t('done', { action: label, name: node.name }),
            closeLabel: common('close'),
          }),
        onError: (error) =>
          showToast({
            tone: 'bad',
            glyph: 'door-cross',
            title: t('refused', { action: label }),
            detail: error.message,
            closeLabel: common('close'),
          }),
      },
    );
  return (
    <div className="flex flex-wrap gap-2">
      {actions.data.map((action) => {
        const label = action.displayName || action.name;
        return (
          <Button
            key={action.name}
            size="small"
            busy={run.isPending && run.variables.action === action.name}
            blocked={
              action.disabled
                ? { reason: t('notNow', { action: label }), glyph: 'door-dashed', tone: 'mute' }
                : undefined
            }
            onClick={() => start(action.name, label)}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
}
