import type { GlyphName } from '@/components/ui/glyph/glyph-names';
import type { Tone } from '@/components/ui/glyph/tone';

export interface GraphGlyph {
  readonly name: GlyphName;
  readonly tone: Tone;
  /** The state in words. */
  readonly label: string;
}

export interface GraphNode {
  readonly id: string;
  readonly parentId: string | undefined;
  readonly title: string;
  readonly detail?: string;
  /** Part of the detail that carries meaning, in the colour of its tone. */
  readonly remark?: { readonly text: string; readonly tone: Tone };
  /** One above the other at the left: health, then sync. */
  readonly glyphs: readonly GraphGlyph[];
  /** Tone of edge, way to the root and minimap. Only `bad` draws a red way. */
  readonly tone: Tone;
  /** Higher stands further up among its siblings. */
  readonly urgency: number;
  /** A dashed box stands for several. */
  readonly group?: boolean;
  /** It has children that are not drawn now. */
  readonly closed?: boolean;
}

/** A node with its place in px; the root is at 0, 0. */
export interface PlacedNode extends GraphNode {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly depth: number;
  readonly position: number;
  readonly setSize: number;
}

export const nodeWidth = 208;
export const columnWidth = 240;
