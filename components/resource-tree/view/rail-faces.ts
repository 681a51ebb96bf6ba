import type { RailNode, RailTrack } from '@/components/ui/progress/rail';
import type { RailState } from '../model/wave-sections';

export const railTracks = {
  done: 'passed',
  running: 'running',
  held: 'to-come',
  todo: 'to-come',
  none: 'none',
} as const satisfies Record<RailState, RailTrack>;

export const railNodes = {
  done: 'tick',
  running: 'turning',
  held: 'held',
  todo: 'dot',
  none: undefined,
} as const satisfies Record<RailState, RailNode | undefined>;
