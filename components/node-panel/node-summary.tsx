'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/feedback/notice';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';
import { Time } from '@/components/ui/time/time';
import type { ResourceNode } from '@/lib/contracts/resource/resource-tree';

interface NodeSummaryProps {
  readonly node: ResourceNode;
  readonly actions: ReactNode;
  /** Why it differs from Git. */
  readonly difference: ReactNode;
  readonly events: ReactNode;
  readonly manifest: ReactNode;
}

/** Why the resource is unhealthy or differs, in words, before any YAML. */
export function NodeSummary({ node, actions, difference, events, manifest }: NodeSummaryProps) {
  const t = useTranslations('node.summary');
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      <div className="flex flex-col gap-2">
        <Sentence size="body">
          <NodeWords node={node} />
        </Sentence>
        {node.deletedAt !== null && (
          <Notice tone="at" glyph="bin" boxed>
            {t('deleting')} <Time at={node.deletedAt} as="ago" />
          </Notice>
        )}
        {actions}
      </div>
      {difference}
      {events}
      <NodeFacts node={node} />
      {manifest}
    </div>
  );
}

function NodeWords({ node }: { readonly node: ResourceNode }) {
  const t = useTranslations('node.summary');
  const health = node.health?.status;
  const message = node.health?.message ?? '';
  const parts: ReactNode[] = [];
  if (node.ready && node.ready.wanted > 0)
    parts.push(t.rich('ready', { ...rich, ready: node.ready.ready, wanted: node.ready.wanted }));
  if (node.restarts !== null && node.restarts > 0)
    parts.push(t.rich('restarts', { ...rich, count: node.restarts }));
  if (message) parts.push(`${message.replace(/\.$/, '')}.`);
  if (node.requiresPruning) parts.push(t.rich('toPrune', rich));
  if (node.uid === '') parts.push(t.rich('missing', rich));
  if (parts.length === 0)
    parts.push(health === undefined ? t('noHealth') : t.rich('health', { ...rich, health }));
  return parts.map((part, index) => <span key={index}>{part} </span>);
}

function NodeFacts({ node }: { readonly node: ResourceNode }) {
  const t = useTranslations('node.facts');
  const facts: [string, ReactNode][] = [];
  if (node.namespace) facts.push([t('namespace'), node.namespace]);
  facts.push([t('version'), [node.group, node.version].filter(Boolean).join('/')]);
  if (node.state !== null) facts.push([t('state'), node.state]);
  if (node.hook !== null) facts.push([t('hook'), node.hook]);
  if (node.managed) facts.push([t('wave'), node.wave]);
  if (node.createdAt !== undefined)
    facts.push([t('created'), <Time key="created" at={node.createdAt} focusable />]);
  for (const image of node.images)
    facts.push([
      t('image'),
      <code key={image} className="text-code break-all">
        {image}
      </code>,
    ]);
  for (const url of node.networkingInfo?.externalURLs ?? [])
    facts.push([
      t('address'),
      <a key={url} href={url} target="_blank" rel="noreferrer" className="link break-all">
        {url}
      </a>,
    ]);
  for (const { name, value } of node.info) facts.push([name, value]);
  return (
    <dl className="grid grid-cols-[7rem_1fr] gap-y-1 text-body">
      {facts.map(([term, value], index) => (
        <div key={index} className="contents">
          <dt className="text-fg-3">{term}</dt>
          <dd className="min-w-0 break-words text-fg">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
