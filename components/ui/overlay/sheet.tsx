'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from '../button/icon-button';

interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly closeLabel: string;
  readonly side?: 'left' | 'right' | 'bottom';
  readonly children: ReactNode;
}

const sides = {
  left: 'inset-y-0 left-0 w-72',
  right: 'inset-y-0 right-0 w-104',
  bottom: 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-dialog',
} as const;

/** Modal panel from an edge, for menus and panels on small screens. */
export function Sheet({ open, onOpenChange, title, closeLabel, side = 'right', children }: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-fg/20" />
        <Primitive.Content
          aria-describedby={undefined}
          className={clsx(
            'fixed z-50 flex max-w-full flex-col overflow-auto bg-raised p-4 shadow-dialog outline-none',
            sides[side],
          )}
        >
          <div className="mb-2 flex items-center justify-between gap-2">
            <Primitive.Title className="text-body font-semibold">{title}</Primitive.Title>
            <Primitive.Close asChild>
              <IconButton label={closeLabel} icon={<X aria-hidden size={16} />} />
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
