'use client';

import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Tab<Key extends string> {
  readonly key: Key;
  readonly label: ReactNode;
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly value: Key;
  readonly tabs: readonly Tab<Key>[];
  readonly onChange: (key: Key) => void;
}

/** Tabs inside a panel, where the address names the panel and its tab. */
export function Tabs<Key extends string>({ label, value, tabs, onChange }: TabsProps<Key>) {
  const pick = (next: string) => {
    const tab = tabs.find((candidate) => candidate.key === next);
    if (tab) onChange(tab.key);
  };
  return (
    <Primitive.Root value={value} onValueChange={pick} activationMode="manual">
      <Primitive.List
        aria-label={label}
        className="flex h-10 gap-4 overflow-x-auto overflow-y-hidden border-b border-line px-4"
      >
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.key}
            value={tab.key}
            className="relative inline-flex shrink-0 items-center gap-1.5 text-body text-fg-2 focus-inset hover:text-fg data-[state=active]:font-medium data-[state=active]:text-fg data-[state=active]:after:absolute data-[state=active]:after:inset-x-0 data-[state=active]:after:bottom-0 data-[state=active]:after:h-0.5 data-[state=active]:after:bg-fg"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="nums text-meta font-normal text-fg-3">{tab.count}</span>
            )}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.key} value={tab.key} className="outline-none">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
