'use client';

import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { KeyCap } from '@/components/ui/text/key-cap';
import { MatchedText } from './matched-text';

interface PaletteItemProps {
  readonly id: string;
  readonly label: string;
  readonly typed: string;
  readonly icon?: ReactNode;
  readonly context?: string | undefined;
  readonly keys?: string | undefined;
  readonly blocked?: string | undefined;
  readonly onSelect: () => void;
}

/** 36 px; a blocked one is reachable and says its reason. */
export function PaletteItem({ id, label, typed, icon, context, keys, blocked, onSelect }: PaletteItemProps) {
  const isBlocked = blocked !== undefined;
  return (
    <Command.Item
      value={id}
      aria-disabled={isBlocked || undefined}
      onSelect={() => !isBlocked && onSelect()}
      className="flex h-9 cursor-default items-center gap-3 rounded-control px-3 text-body data-[selected=true]:bg-over"
    >
      <span className="grid size-4 shrink-0 place-items-center text-fg-3">{icon}</span>
      <span className={isBlocked ? 'truncate text-fg-3' : 'truncate text-fg'}>
        <MatchedText text={label} typed={typed} />
      </span>
      <span className="min-w-0 flex-1 truncate text-meta text-fg-3">{blocked ?? context}</span>
      {keys !== undefined && (
        <span className="flex gap-1">
          {keys.split(' ').map((key, index) => (
            <KeyCap key={index}>{key.toUpperCase()}</KeyCap>
          ))}
        </span>
      )}
    </Command.Item>
  );
}
