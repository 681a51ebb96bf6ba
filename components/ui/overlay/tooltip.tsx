'use client';

import { cloneElement, useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { KeyCap } from '../text/key-cap';
import { placeTooltip, type TooltipPlace } from './place-tooltip';

interface TooltipTarget {
  'aria-describedby'?: string;
}

interface TooltipProps {
  readonly text: ReactNode;
  readonly shortcut?: string;
  readonly side?: 'top' | 'bottom' | 'right';
  /** Set where the text says more than the target's own name. */
  readonly describes?: boolean;
  readonly children: ReactElement<TooltipTarget>;
}

/**
 * Shows on hover and focus, stays while the pointer is on it, closes with Escape (WCAG 1.4.13).
 * Nothing is mounted until then, so that rows may carry many.
 */
export function Tooltip({ text, shortcut, side = 'top', describes = false, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [place, setPlace] = useState<TooltipPlace | null>(null);
  const open = () => {
    clearTimeout(leaving.current);
    const target = anchor.current?.firstElementChild;
    if (target) setPlace(placeTooltip(target.getBoundingClientRect(), side, window));
  };
  const close = () => {
    leaving.current = setTimeout(() => setPlace(null), 80);
  };
  const isOpen = place !== null;
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setPlace(null);
    };
    const onScroll = () => setPlace(null);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, [isOpen]);
  useEffect(() => () => clearTimeout(leaving.current), []);
  return (
    <span
      role="presentation"
      ref={anchor}
      className="contents"
      onPointerEnter={open}
      onPointerOver={open}
      onPointerOut={close}
      onFocus={open}
      onBlur={close}
    >
      {describes && isOpen ? cloneElement(children, { 'aria-describedby': id }) : children}
      {place &&
        createPortal(
          <span
            id={id}
            role="tooltip"
            onPointerEnter={open}
            onPointerLeave={close}
            style={place}
            className="fixed z-50 flex max-w-80 items-center gap-2 rounded-control bg-tip px-2 py-1.5 text-meta text-on-tip shadow-pop"
          >
            {text}
            {shortcut && <KeyCap onTip>{shortcut}</KeyCap>}
          </span>,
          document.body,
        )}
    </span>
  );
}
