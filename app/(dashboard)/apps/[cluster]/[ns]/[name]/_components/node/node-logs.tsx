'use client';

import { LogBrowser } from '@/components/logs/view/log-browser';
import type { LogQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceNode } from '@/lib/contracts/resource/resource-tree';
import { useMemo } from 'react';

interface NodeLogsProps {
  readonly application: ApplicationRef;
  readonly node: ResourceNode;
}

/** Logs of a Pod, or of all Pods of a workload. */
export function NodeLogs({ application, node }: NodeLogsProps) {
  const query = useMemo(
    (): LogQuery => ({
      namespace: node.namespace,
      follow: true,
      tailLines: 500,
      ...(node.kind === 'Pod'
        ? { podName: node.name }
        : { group: node.group, kind: node.kind, resourceName: node.name }),
    }),
    [node.namespace, node.kind, node.group, node.name],
  );
  return (
    <div className="flex h-[70dvh] flex-col">
      <LogBrowser application={application} query={query} name={node.name} showPods={node.kind !== 'Pod'} />
    </div>
  );
}
