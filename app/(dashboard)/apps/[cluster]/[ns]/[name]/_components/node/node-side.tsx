'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TreeNode } from '@/components/resource-tree/model/tree-node';
import { NodeActions } from '@/components/node-panel/node-actions';
import { NodeMenu } from '@/components/node-panel/node-menu';
import { NodePanel, type NodeTab } from '@/components/node-panel/node-panel';
import { NodeSummary } from '@/components/node-panel/node-summary';
import {
  applicationDiffQuery,
  resourceEventsQuery,
  resourceTreeQuery,
} from '@/lib/client/queries/resource-queries';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { isSameResource } from '@/lib/domain/resource/resource-key';
import { NodeDifference, NodeEvents, NodeManifest } from './node-parts';
import { NodeLogs } from './node-logs';

interface NodeSideProps {
  readonly application: ApplicationRef;
  readonly detail: ApplicationDetail;
  readonly node: TreeNode;
  readonly tab: NodeTab;
  readonly onTab: (tab: NodeTab) => void;
  readonly onClose: () => void;
}

const WITH_LOGS = ['Pod', 'Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'Rollout'];

/** Puts the parts of the panel together: diff, manifest, events and logs of one resource. */
export function NodeSide({ application, detail, node, tab, onTab, onClose }: NodeSideProps) {
  const tree = useQuery(resourceTreeQuery(application));
  const diff = useQuery(applicationDiffQuery(application));
  const source = useMemo(
    () =>
      [...(tree.data?.nodes ?? []), ...(tree.data?.orphanedNodes ?? [])].find((candidate) =>
        isSameResource(candidate, node),
      ),
    [tree.data, node],
  );
  const events = useQuery({
    ...resourceEventsQuery(application, { namespace: node.namespace, name: node.name, uid: node.uid ?? '' }),
    enabled: node.uid !== undefined,
  });
  if (!source) return null;
  const resource = diff.data?.resources.find((candidate) => isSameResource(candidate.key, node));
  const isManaged = resource !== undefined;
  const list = events.data?.items ?? [];
  const place = [detail.row.destination.cluster, node.namespace].filter(Boolean).join(' / ');
  return (
    <NodePanel
      node={source}
      tab={tab}
      onTab={onTab}
      onClose={onClose}
      counts={{ diff: resource?.changes.length ?? 0, events: list.length }}
      menu={
        <NodeMenu
          application={application}
          node={source}
          place={place}
          comesBack={source.parentRefs.length > 0 || detail.row.autoSync.selfHeal}
          onDeleted={onClose}
        />
      }
      content={{
        summary: (
          <NodeSummary
            node={source}
            actions={<NodeActions application={application} node={source} />}
            difference={
              resource && resource.change !== 'none' ? <NodeDifference resource={resource} /> : null
            }
            events={list.length > 0 ? <NodeEvents events={list} limit={4} /> : null}
            manifest={<NodeManifest application={application} node={source} resource={resource} isHeaded />}
          />
        ),
        ...(isManaged
          ? {
              diff: (
                <div className="py-3">
                  <NodeDifference resource={resource} />
                </div>
              ),
            }
          : {}),
        manifest: <NodeManifest application={application} node={source} resource={resource} />,
        ...(source.uid
          ? {
              events: (
                <div className="px-4 py-2">
                  <NodeEvents events={list} />
                </div>
              ),
            }
          : {}),
        ...(source.uid && WITH_LOGS.includes(source.kind)
          ? { logs: <NodeLogs application={application} node={source} /> }
          : {}),
      }}
    />
  );
}
