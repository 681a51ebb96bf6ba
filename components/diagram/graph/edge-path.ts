import { nodeWidth, type PlacedNode } from './graph-model';

const radius = 6;
const out = 16;

/** Right-angled way from a parent to a child, with one rounded bend at each turn; straight when level. */
export function edgePath(parent: PlacedNode, child: PlacedNode): string {
  const startX = parent.x + nodeWidth;
  const startY = parent.y + parent.height / 2;
  const endY = child.y + child.height / 2;
  if (startY === endY) return `M${startX} ${startY}H${child.x}`;
  const turn = startX + out;
  const down = endY > startY ? 1 : -1;
  return [
    `M${startX} ${startY}H${turn - radius}`,
    `Q${turn} ${startY} ${turn} ${startY + down * radius}`,
    `V${endY - down * radius}`,
    `Q${turn} ${endY} ${turn + radius} ${endY}`,
    `H${child.x}`,
  ].join('');
}
