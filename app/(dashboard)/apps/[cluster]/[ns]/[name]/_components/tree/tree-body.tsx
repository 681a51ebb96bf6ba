'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { useMedia } from '@/components/ui/media/use-media';
import { Notice } from '@/components/ui/feedback/notice';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { outlineRows, startsWithProblemsOnly } from '@/components/resource-tree/model/outline-rows';
import { isProblem, type TreeNode } from '@/components/resource-tree/model/tree-node';
import { TreeFoot, TreeNothing } from '@/components/resource-tree/view/tree-foot';
import { TreeOutline } from '@/components/resource-tree/view/tree-outline';
import { TreeToolbar } from '@/components/resource-tree/view/tree-toolbar';
import { isApiProblem } from '@/lib/client/api/api-problem';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { useTreeNodes } from './use-tree-nodes';
import { useTreeState } from './use-tree-state';

const TreeGraph = dynamic(() =>
  import('@/components/resource-tree/graph/tree-graph').then((module) => module.TreeGraph),
);
const TreeDiagram = dynamic(() =>
  import('@/components/resource-tree/graph/tree-diagram').then((module) => module.TreeDiagram),
);
const NodeSide = dynamic(() => import('../node/node-side').then((module) => module.NodeSide));

interface TreeBodyProps {
  readonly application: ApplicationRef;
  readonly detail: ApplicationDetail;
}

/** Toolbar, outline or graph, and the panel of the chosen resource. */
export function TreeBody({ application, detail }: TreeBodyProps) {
  const t = useTranslations('tree');
  const { tree, nodes, openApplication, failed } = useTreeNodes(application);
  const { state, setState, toggled, toggle } = useTreeState();
  const problemsOnly = state.problems ?? (nodes ? startsWithProblemsOnly(nodes) : false);
  const rows = useMemo(
    () => outlineRows(nodes ?? [], { toggled, filter: state.q, problemsOnly, waves: state.waves }),
    [nodes, toggled, state.q, problemsOnly, state.waves],
  );
  const isNarrow = useMedia('(max-width: 767px)');
  const root = useMemo(() => rootOf(application, detail), [application, detail]);
  const byId = useMemo(() => new Map(nodes?.map((node) => [node.id, node])), [nodes]);
  const open = useCallback((id: string) => void setState({ node: id, panel: null }), [setState]);
  const onToggle = (id: string, isOpen: boolean) => {
    const node = byId.get(id);
    if (isOpen && node?.app) openApplication(node);
    toggle(id, isOpen);
  };
  if (!nodes) {
    if (!tree.error) return <SkeletonRows label={t('loading')} rows={12} />;
    return (
      <ErrorState
        title={t('failed')}
        detail={tree.error.message}
        since={tree.errorUpdatedAt}
        requestId={isApiProblem(tree.error) ? tree.error.requestId : undefined}
        retrying={tree.isFetching}
        onRetry={() => void tree.refetch()}
      />
    );
  }
  const problems = nodes.filter(isProblem).length;
  const chosen = state.node === null ? undefined : byId.get(state.node);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col max-md:h-[75dvh]">
        <TreeToolbar
          view={state.view}
          onView={(view) => void setState({ view })}
          filter={state.q}
          onFilter={(q) => void setState({ q })}
          problems={problems}
          problemsOnly={problemsOnly}
          onProblemsOnly={(on) => void setState({ problems: on })}
          waves={state.waves}
          onWaves={(waves) => void setState({ waves })}
        />
        {failed.map((failure) => (
          <Notice key={failure.name} tone="at" glyph="disc-question">
            {t('nestedFailed', failure)}
          </Notice>
        ))}
        {body()}
        <TreeFoot
          rows={rows}
          total={nodes.length}
          revision={detail.row.sync.revision}
          comparedAt={detail.row.sync.comparedAt}
        />
      </div>
      {chosen && tree.data && (
        <NodeSide
          key={chosen.id}
          application={chosen.owner ?? application}
          detail={detail}
          node={chosen}
          tab={state.panel}
          onTab={(panel) => void setState({ panel })}
          onClose={() => void setState({ node: null, panel: null })}
        />
      )}
    </div>
  );

  function body() {
    if (rows.length === 0)
      return (
        <TreeNothing
          total={nodes?.length ?? 0}
          problemsOnly={problemsOnly && state.q === ''}
          comparedAt={detail.row.sync.comparedAt}
          onClear={() => void setState({ q: '', problems: false })}
        />
      );
    // A graph has no room on a phone; the outline says the same.
    if (state.view === 'graph' && nodes && !isNarrow)
      return (
        <TreeGraph
          root={root}
          nodes={nodes}
          filter={state.q}
          problemsOnly={problemsOnly}
          selected={state.node}
          onOpen={open}
          onOpenApplication={openApplication}
        />
      );
    if (state.view === 'diagram' && nodes && !isNarrow) return <TreeDiagram root={root} nodes={nodes} />;
    return (
      <TreeOutline
        label={t('label', { name: application.name })}
        rows={rows}
        selected={state.node}
        waves={state.waves}
        onToggle={onToggle}
        onOpen={open}
      />
    );
  }
}

/** The Application itself, as the graph's first card. */
function rootOf(application: ApplicationRef, detail: ApplicationDetail): TreeNode {
  const { row } = detail;
  const key = {
    group: 'argoproj.io',
    version: 'v1alpha1',
    kind: 'Application',
    namespace: application.namespace,
    name: application.name,
  };
  return {
    ...key,
    id: `root ${application.namespace}/${application.name}`,
    sync: row.sync.status,
    health: { status: row.health.status },
  };
}
