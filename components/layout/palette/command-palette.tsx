'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import type { Action } from '@/components/ui/actions/action';
import { useActionList } from '@/components/ui/actions/action-context';
import { KeyCap } from '@/components/ui/text/key-cap';
import { ApplicationResults } from './application-results';
import { PaletteItem } from './palette-item';

const sections = ['page', 'go', 'look'] as const satisfies readonly Action['section'][];

/** Jump or act: actions of this page first, then places, then applications found by the server. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('shell.palette');
  const [typed, setTyped] = useState('');
  const matching = useActionList().filter((action) => !action.hidden && matches(action, typed));
  const run = (action: Action) => {
    onClose();
    action.run();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-fg/10 dark:bg-canvas/50" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12%] left-1/2 z-50 w-[calc(100vw-32px)] max-w-140 -translate-x-1/2 overflow-hidden rounded-dialog bg-raised shadow-dialog outline-none"
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <Command label={t('title')} shouldFilter={false} loop>
            <div className="flex h-12 items-center gap-3 border-b border-line px-4">
              <Search aria-hidden size={16} className="text-fg-3" />
              <Command.Input
                value={typed}
                onValueChange={setTyped}
                placeholder={t('placeholder')}
                className="min-w-0 flex-1 bg-transparent text-lede text-fg outline-none placeholder:text-fg-3"
              />
              <KeyCap>Esc</KeyCap>
            </div>
            <Command.List className="max-h-[min(26rem,60dvh)] overflow-auto p-2">
              {sections.map((section) => {
                const actions = matching.filter((action) => action.section === section);
                if (actions.length === 0) return null;
                return (
                  <Command.Group key={section} heading={t(section)} className={groupLook}>
                    {actions.map((action) => (
                      <PaletteItem key={action.id} {...action} typed={typed} onSelect={() => run(action)} />
                    ))}
                  </Command.Group>
                );
              })}
              <ApplicationResults typed={typed} groupLook={groupLook} onClose={onClose} />
              <Command.Empty className="px-3 py-4 text-body text-fg-2">
                {t('nothing', { typed })}
              </Command.Empty>
            </Command.List>
            <div className="flex items-center gap-3 border-t border-line px-4 py-2 text-meta text-fg-2 max-sm:hidden">
              <KeyCap>↑</KeyCap>
              <KeyCap>↓</KeyCap> {t('move')}
              <KeyCap>Enter</KeyCap> {t('open')}
            </div>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const groupLook =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:text-fg-3';

function matches(action: Action, typed: string): boolean {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${action.label} ${action.context ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
