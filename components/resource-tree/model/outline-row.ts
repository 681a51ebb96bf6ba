import type { SiblingGroup } from './sibling-groups';
import type { TreeNode } from './tree-node';
import type { RailState, WaveSection } from './wave-sections';

interface RowPlace {
  id: string;
  /** 0 at the root. Guides are drawn for each level above. */
  depth: number;
  rail: RailState;
  parentId?: string;
}

export interface SectionRow extends RowPlace {
  type: 'section';
  step: WaveSection['step'];
  count: number;
  waitsFor: TreeNode[];
}

export interface NodeRow extends RowPlace {
  type: 'node';
  node: TreeNode;
  /** undefined: nothing to open. */
  isOpen?: boolean;
  /** Resources below, for a closed Application. */
  below: number;
}

export interface GroupRow extends RowPlace {
  type: 'group';
  group: SiblingGroup['type'];
  kind?: string;
  count: number;
  isOpen: boolean;
  /** True if other rows of the same level stand above: "11 more". */
  isMore: boolean;
  ready?: { ready: number; wanted: number };
  restarts?: number;
  oldest?: string;
  newest?: string;
  isManaged: boolean;
  hasHealth: boolean;
}

export type OutlineRow = SectionRow | NodeRow | GroupRow;
