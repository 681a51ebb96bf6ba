'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Bounds } from './lay-out-graph';

/** Size of an element in px, 0 × 0 until it is measured. */
export function useFrame(element: RefObject<HTMLElement | null>): Bounds {
  const [frame, setFrame] = useState<Bounds>({ width: 0, height: 0 });
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setFrame({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return frame;
}

interface WheelMove {
  readonly point: { readonly x: number; readonly y: number };
  readonly deltaX: number;
  readonly deltaY: number;
  readonly zoom: boolean;
}

/** Wheel and pinch inside an element, kept from scrolling or zooming the page. */
export function useWheel(element: RefObject<HTMLElement | null>, onMove: (move: WheelMove) => void): void {
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = target.getBoundingClientRect();
      latest.current({
        point: { x: event.clientX - box.left, y: event.clientY - box.top },
        deltaX: event.deltaX,
        deltaY: event.deltaY,
        zoom: event.ctrlKey || event.metaKey,
      });
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [element]);
}
