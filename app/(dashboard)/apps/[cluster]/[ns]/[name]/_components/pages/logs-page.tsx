'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { LogBrowser } from '@/components/logs/view/log-browser';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SkeletonRows } from '@/components/ui/feedback/skeleton';
import { CheckboxRow } from '@/components/ui/form/checkbox';
import { Select } from '@/components/ui/form/select';
import { liveResourceQuery, resourceTreeQuery, type LogQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceNode } from '@/lib/contracts/resource/resource-tree';
import { isJsonObject } from '@/lib/domain/resource/json';
import { ApplicationFrame } from '../frame/application-frame';

export function LogsPage({ application }: { readonly application: ApplicationRef }) {
  return (
    <ApplicationFrame application={application} tab="logs">
      {() => <LogsBody application={application} />}
    </ApplicationFrame>
  );
}

const parsers = {
  pod: parseAsString,
  container: parseAsString.withDefault(''),
  previous: parseAsBoolean.withDefault(false),
};

/** Pods in trouble first, so that the log one came for is the one shown. */
function podsOf(nodes: readonly ResourceNode[]): ResourceNode[] {
  const rank = (node: ResourceNode) =>
    node.health?.status === 'Degraded' ? 0 : node.health?.status === 'Progressing' ? 1 : 2;
  return nodes
    .filter((node) => node.kind === 'Pod' && node.group === '')
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

function LogsBody({ application }: { readonly application: ApplicationRef }) {
  const t = useTranslations('logs');
  const [state, setState] = useQueryStates(parsers, { history: 'replace' });
  const tree = useQuery(resourceTreeQuery(application));
  const pods = useMemo(() => podsOf(tree.data?.nodes ?? []), [tree.data]);
  const pod = pods.find((candidate) => `${candidate.namespace}/${candidate.name}` === state.pod) ?? pods[0];
  const containers = useContainers(application, pod);
  const container = containers.includes(state.container) ? state.container : (containers[0] ?? '');
  const query = useMemo(
    (): LogQuery | undefined =>
      pod && {
        namespace: pod.namespace,
        podName: pod.name,
        follow: !state.previous,
        tailLines: 1000,
        ...(container ? { container } : {}),
        ...(state.previous ? { previous: true } : {}),
      },
    [pod, container, state.previous],
  );
  if (!tree.data && tree.error)
    return (
      <ErrorState
        title={t('failed', { name: application.name })}
        detail={tree.error.message}
        onRetry={() => void tree.refetch()}
      />
    );
  if (!tree.data) return <SkeletonRows label={t('lines')} rows={8} />;
  if (!pod) return <EmptyState title={t('noPods')}>{t('noPodsBody')}</EmptyState>;
  return (
    <LogBrowser application={application} query={query} name={pod.name}>
      <Select
        aria-label={t('pod')}
        value={`${pod.namespace}/${pod.name}`}
        onChange={(event) => void setState({ pod: event.target.value, container: null })}
        className="max-w-64"
      >
        {pods.map((each) => (
          <option key={each.id} value={`${each.namespace}/${each.name}`}>
            {each.name}
          </option>
        ))}
      </Select>
      {containers.length > 1 && (
        <Select
          aria-label={t('container')}
          value={container}
          onChange={(event) => void setState({ container: event.target.value })}
        >
          {containers.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
      <CheckboxRow
        label={t('previous')}
        checked={state.previous}
        onChange={(event) => void setState({ previous: event.target.checked })}
      />
    </LogBrowser>
  );
}

/** Containers of a Pod in the order of its spec, init containers last. */
function useContainers(application: ApplicationRef, pod: ResourceNode | undefined): string[] {
  const empty = { group: '', kind: 'Pod', namespace: '', name: '' };
  const live = useQuery({ ...liveResourceQuery(application, pod ?? empty), enabled: pod !== undefined });
  const spec = live.data?.spec;
  if (!isJsonObject(spec)) return [];
  return [spec.containers, spec.initContainers].flatMap((list) =>
    Array.isArray(list)
      ? list.flatMap((each) => (isJsonObject(each) && typeof each.name === 'string' ? [each.name] : []))
      : [],
  );
}
