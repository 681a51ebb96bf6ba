import type { Step } from '@/components/ui/progress/step-bar';

const most = 10;

/** Draws `done` of `total` as a bar: one segment per object, at most ten; the current one is filled to its share. */
export function progressSteps(done: number, total: number): Step[] {
  if (total <= 0) return [{ state: 'current', share: 0 }];
  const segments = Math.min(total, most);
  const reached = (Math.min(done, total) / total) * segments;
  return Array.from({ length: segments }, (_, index): Step => {
    if (index + 1 <= reached) return { state: 'done' };
    if (index <= reached) return { state: 'current', share: reached - index };
    return { state: 'to-come' };
  });
}
