'use client';

import { clsx } from 'clsx';
import { Dialog as Primitive } from 'radix-ui';
import { useRef, type ReactNode, type RefObject } from 'react';

interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A question that names the object and the place. */
  readonly title: ReactNode;
  /** What changes, what stays, what follows. */
  readonly description?: ReactNode;
  /** The seal, at the left of the buttons. */
  readonly seal?: ReactNode;
  readonly actions: ReactNode;
  /** The safe button when the dialog destroys, else the confirm; the first control when absent. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const content = useRef<HTMLDivElement>(null);
  return (
    <Primitive.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-fg/20 dark:bg-canvas/60" />
        <Primitive.Content
          ref={content}
          {...(props.description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={(event) => {
            const target = props.initialFocus?.current;
            if (!target) return;
            event.preventDefault();
            target.focus();
          }}
          className={clsx(
            'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 animate-rise flex-col overflow-auto rounded-dialog bg-raised p-6 shadow-dialog outline-none',
            props.wide ? 'max-w-160' : 'max-w-110',
          )}
        >
          <Primitive.Title className="text-lede font-semibold text-fg">{props.title}</Primitive.Title>
          {props.description !== undefined && (
            <Primitive.Description className="sentence mt-1 text-body">
              {props.description}
            </Primitive.Description>
          )}
          {props.children !== undefined && <div className="mt-4">{props.children}</div>}
          <div className="mt-5 flex flex-wrap items-center gap-2">
            <div className="mr-auto flex items-center gap-2 font-mono text-code text-fg-2">{props.seal}</div>
            {props.actions}
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
