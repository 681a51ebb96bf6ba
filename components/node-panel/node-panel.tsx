'use client';

import { Link as LinkIcon, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/button/icon-button';
import { Chip } from '@/components/ui/chip/chip';
import { Glyph } from '@/components/ui/glyph/glyph';
import { SidePanel } from '@/components/ui/panel/side-panel';
import { Tabs, type Tab } from '@/components/ui/tabs/tabs';
import { healthFaces } from '@/components/status/health-faces';
import type { ResourceNode } from '@/lib/contracts/resource/resource-tree';

export const NODE_TABS = ['summary', 'diff', 'manifest', 'events', 'logs'] as const;
export type NodeTab = (typeof NODE_TABS)[number];

interface NodePanelProps {
  readonly node: ResourceNode;
  readonly tab: NodeTab;
  readonly onTab: (tab: NodeTab) => void;
  readonly onClose: () => void;
  /** Resource actions and deletion. */
  readonly menu: ReactNode;
  readonly content: Partial<Record<NodeTab, ReactNode>>;
  readonly counts?: Partial<Record<NodeTab, number>>;
}

/** One resource beside the tree: why it is as it is, then its parts. */
export function NodePanel({ node, tab, onTab, onClose, menu, content, counts = {} }: NodePanelProps) {
  const t = useTranslations('node');
  const shown = NODE_TABS.filter((key) => content[key] !== undefined);
  const current = shown.includes(tab) ? tab : 'summary';
  const health = node.health?.status;
  return (
    <SidePanel label={t('label', { kind: node.kind, name: node.name })} width={416} onClose={onClose}>
      <header className="flex min-h-12 items-center gap-2 px-4 pt-2">
        {health && <Glyph name={healthFaces[health].glyph} tone={healthFaces[health].tone} label={health} />}
        <h2 className="min-w-0 truncate text-body font-semibold" title={node.name}>
          {node.name}
        </h2>
        <Chip>{node.kind}</Chip>
        <span className="ml-auto flex items-center">
          <IconButton
            label={t('copyLink')}
            icon={<LinkIcon aria-hidden size={16} />}
            onClick={() => void navigator.clipboard.writeText(window.location.href)}
          />
          {menu}
          <IconButton
            label={t('close')}
            shortcut="Esc"
            icon={<X aria-hidden size={16} />}
            onClick={onClose}
          />
        </span>
      </header>
      <Tabs
        label={t('parts')}
        value={current}
        onChange={onTab}
        tabs={shown.map((key): Tab<NodeTab> => ({
          key,
          label: t(`tabs.${key}`),
          count: counts[key],
          content: content[key],
        }))}
      />
    </SidePanel>
  );
}
