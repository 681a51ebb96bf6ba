import type { Tone } from '@/components/ui/glyph/tone';

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  /** Second line, such as a kind or a state in words. */
  readonly detail?: string;
  readonly tone?: Tone;
  readonly group?: string;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  /** Order in time rather than ownership. */
  readonly dashed?: boolean;
}

export interface FlowGroup {
  readonly id: string;
  readonly label: string;
}

/** A plain picture: boxes, arrows, frames. Ids are free text. */
export interface FlowModel {
  readonly direction: 'right' | 'down';
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly groups?: readonly FlowGroup[];
}
