export interface TooltipPlace {
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
  readonly bottom?: number;
  readonly transform?: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Viewport {
  readonly innerWidth: number;
  readonly innerHeight: number;
}

const gap = 6;
const edge = 160;

/** Where a tooltip stands, in px of the viewport; it flips below when there is no room above and keeps off the sides. */
export function placeTooltip(
  target: Box,
  side: 'top' | 'bottom' | 'right',
  viewport: Viewport,
): TooltipPlace {
  if (side === 'right' && viewport.innerWidth - target.right > edge) {
    return { left: target.right + gap, top: (target.top + target.bottom) / 2, transform: 'translateY(-50%)' };
  }
  const below = side === 'bottom' || target.top < 48;
  const vertical = below ? { top: target.bottom + gap } : { bottom: viewport.innerHeight - target.top + gap };
  const centre = (target.left + target.right) / 2;
  if (centre < edge) return { ...vertical, left: Math.max(8, target.left) };
  if (centre > viewport.innerWidth - edge) {
    return { ...vertical, right: Math.max(8, viewport.innerWidth - target.right) };
  }
  return { ...vertical, left: centre, transform: 'translateX(-50%)' };
}
