'use client';

import { useTranslations } from 'next-intl';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { GraphControls } from './graph-controls';
import { GraphEdges } from './graph-edges';
import { GraphMinimap } from './graph-minimap';
import { nodeWidth, type GraphNode, type PlacedNode } from './graph-model';
import { GraphNodeBox } from './graph-node-box';
import { boundsOf, layOutGraph } from './lay-out-graph';
import { moveInGraph } from './move-in-graph';
import { useFrame, useWheel } from './use-frame';
import { fit, openingView, reveal, touches, visibleBox, zoomAt, type View } from './viewport';

interface SvgGraphProps {
  readonly label: string;
  readonly nodes: readonly GraphNode[];
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  /** Opens what a node stands for: a group, a node with children that are not drawn. */
  readonly onOpen?: (id: string) => void;
  /** Heads above the columns, from the root on. */
  readonly columns?: readonly string[];
  /** Stands at the bottom, such as a legend or the card of the selected node. */
  readonly overlay?: ReactNode;
}

/**
 * Tree drawn from the root to the right; only what the frame shows is in the document. Drag or wheel moves,
 * wheel with Ctrl zooms, arrows walk from node to node.
 */
export function SvgGraph({ label, nodes, selectedId, onSelect, onOpen, columns, overlay }: SvgGraphProps) {
  const t = useTranslations('common.diagram');
  const element = useRef<HTMLDivElement>(null);
  const frame = useFrame(element);
  const placed = useMemo(() => layOutGraph(nodes), [nodes]);
  const bounds = useMemo(() => boundsOf(placed), [placed]);
  const [moved, setMoved] = useState<View | undefined>(undefined);
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const drag = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const view = moved ?? openingView(bounds, frame, columns !== undefined);
  const seen = visibleBox(view, frame);
  const shown = placed.filter((node) => touches(seen, { ...node, width: nodeWidth }) || node.id === focused);
  const active = focused ?? selectedId ?? placed[0]?.id;
  useWheel(element, ({ point, deltaX, deltaY, zoom }) =>
    setMoved(
      zoom
        ? zoomAt(view, point, Math.exp(-deltaY / 300))
        : { ...view, x: view.x - deltaX, y: view.y - deltaY },
    ),
  );
  useEffect(() => {
    if (focused === undefined) return;
    element.current
      ?.querySelector<HTMLElement>(`[data-node="${CSS.escape(focused)}"]`)
      ?.focus({ preventScroll: true });
  }, [focused]);
  const zoomBy = (factor: number) =>
    setMoved(zoomAt(view, { x: frame.width / 2, y: frame.height / 2 }, factor));
  const goTo = (node: PlacedNode) => {
    setMoved(reveal(view, { ...node, width: nodeWidth }, frame));
    setFocused(node.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (active === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveInGraph(event.key, placed, active);
    const node = placed.find((candidate) => candidate.id === active);
    if (next) goTo(next);
    else if (event.key === 'ArrowRight' && node && (node.closed || node.group)) onOpen?.(node.id);
    else if (event.key === '+' || event.key === '=') zoomBy(1.25);
    else if (event.key === '-') zoomBy(0.8);
    else if (event.key === '0') setMoved(fit(bounds, frame));
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return;
    drag.current = { x: event.clientX - view.x, y: event.clientY - view.y };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current)
      setMoved({ ...view, x: event.clientX - drag.current.x, y: event.clientY - drag.current.y });
  };
  return (
    <div
      ref={element}
      role="presentation"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = undefined)}
      className="relative min-h-96 flex-1 cursor-grab touch-none overflow-hidden bg-canvas bg-[radial-gradient(var(--line)_1px,transparent_1px)] bg-size-[24px_24px] active:cursor-grabbing"
    >
      <div
        role="tree"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="absolute top-0 left-0 origin-top-left outline-none"
        style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
      >
        <GraphEdges placed={placed} seen={seen} bounds={bounds} />
        {shown.map((node) => (
          <GraphNodeBox
            key={node.id}
            node={node}
            selected={node.id === selectedId}
            tabIndex={node.id === active ? 0 : -1}
            onSelect={onSelect}
            onOpen={onOpen}
            onFocus={setFocused}
          />
        ))}
      </div>
      {columns && <ColumnHeads columns={columns} view={view} />}
      <div role="presentation" className="absolute top-3 right-4">
        <GraphControls scale={view.scale} onZoom={zoomBy} onFit={() => setMoved(fit(bounds, frame))} />
      </div>
      <p className="sr-only">{t('help')}</p>
      <div
        role="presentation"
        className="pointer-events-none absolute inset-x-4 bottom-4 flex items-end gap-3 [&>*]:pointer-events-auto"
      >
        {overlay}
        <span className="ml-auto max-md:hidden">
          <GraphMinimap
            placed={placed}
            bounds={bounds}
            seen={seen}
            onCentre={(x, y) =>
              setMoved({ ...view, x: frame.width / 2 - x * view.scale, y: frame.height / 2 - y * view.scale })
            }
          />
        </span>
      </div>
    </div>
  );
}

function ColumnHeads({ columns, view }: { readonly columns: readonly string[]; readonly view: View }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 top-0 h-8 overflow-hidden">
      {columns.map((column, index) => (
        <span
          key={index}
          style={{ left: view.x + index * 240 * view.scale }}
          className="absolute top-2.5 text-meta whitespace-nowrap text-fg-3"
        >
          {column}
        </span>
      ))}
    </div>
  );
}
