import { comparePathElements, type PathElement } from './path-element';

/**
 * A set of field paths as a trie. A path is a member or merely leads to members; both can be true of one node.
 * Values are immutable: every operation returns a set of its own, possibly sharing sub-sets.
 */
export class FieldSet {
  static readonly EMPTY = new FieldSet(new Set(), new Map());

  constructor(
    readonly members: ReadonlySet<PathElement>,
    readonly children: ReadonlyMap<PathElement, FieldSet>,
  ) {}

  static of(...paths: readonly (readonly PathElement[])[]): FieldSet {
    const builder = new FieldSetBuilder();
    for (const path of paths) builder.insert(path);
    return builder.build();
  }

  get isEmpty(): boolean {
    return this.members.size === 0 && this.children.size === 0;
  }

  has(path: readonly PathElement[]): boolean {
    const parent = path
      .slice(0, -1)
      .reduce<FieldSet | undefined>((set, element) => set?.children.get(element), this);
    const last = path.at(-1);
    return parent !== undefined && last !== undefined && parent.members.has(last);
  }

  /** The members below one element, as paths relative to it. */
  below(element: PathElement): FieldSet {
    return this.children.get(element) ?? FieldSet.EMPTY;
  }

  union(other: FieldSet): FieldSet {
    if (other.isEmpty || other === this) return this;
    if (this.isEmpty) return other;
    const members = new Set(this.members);
    for (const element of other.members) members.add(element);
    const children = new Map(this.children);
    for (const [element, child] of other.children) {
      const mine = children.get(element);
      children.set(element, mine ? mine.union(child) : child);
    }
    return new FieldSet(members, children);
  }

  difference(other: FieldSet): FieldSet {
    if (other.isEmpty || this.isEmpty) return this;
    const members = new Set<PathElement>();
    for (const element of this.members) if (!other.members.has(element)) members.add(element);
    const children = new Map<PathElement, FieldSet>();
    for (const [element, child] of this.children) {
      const theirs = other.children.get(element);
      const rest = theirs ? child.difference(theirs) : child;
      if (!rest.isEmpty) children.set(element, rest);
    }
    return new FieldSet(members, children);
  }

  /** Like {@link difference}, but a member of `other` takes everything below it away too. */
  recursiveDifference(other: FieldSet): FieldSet {
    if (other.isEmpty || this.isEmpty) return this;
    const members = new Set<PathElement>();
    for (const element of this.members) if (!other.members.has(element)) members.add(element);
    const children = new Map<PathElement, FieldSet>();
    for (const [element, child] of this.children) {
      if (other.members.has(element)) continue;
      const rest = child.recursiveDifference(other.below(element));
      if (!rest.isEmpty) children.set(element, rest);
    }
    return new FieldSet(members, children);
  }

  intersection(other: FieldSet): FieldSet {
    if (this.isEmpty || other.isEmpty) return FieldSet.EMPTY;
    const members = new Set<PathElement>();
    for (const element of this.members) if (other.members.has(element)) members.add(element);
    const children = new Map<PathElement, FieldSet>();
    for (const [element, child] of this.children) {
      const theirs = other.children.get(element);
      const shared = theirs ? child.intersection(theirs) : FieldSet.EMPTY;
      if (!shared.isEmpty) children.set(element, shared);
    }
    return new FieldSet(members, children);
  }

  equals(other: FieldSet): boolean {
    if (this === other) return true;
    if (this.members.size !== other.members.size || this.children.size !== other.children.size) return false;
    for (const element of this.members) if (!other.members.has(element)) return false;
    for (const [element, child] of this.children) {
      const theirs = other.children.get(element);
      if (!theirs || !child.equals(theirs)) return false;
    }
    return true;
  }

  /** All member paths, parents before children, elements in Kubernetes' order. */
  *paths(prefix: readonly PathElement[] = []): Generator<PathElement[]> {
    const elements = new Set([...this.members, ...this.children.keys()]);
    for (const element of [...elements].sort(comparePathElements)) {
      if (this.members.has(element)) yield [...prefix, element];
      const child = this.children.get(element);
      if (child) yield* child.paths([...prefix, element]);
    }
  }
}

/** Collects paths into a {@link FieldSet}; one builder per node, so that walkers insert without copying paths. */
export class FieldSetBuilder {
  private readonly members = new Set<PathElement>();
  private readonly nodes = new Map<PathElement, FieldSetBuilder>();

  add(element: PathElement): void {
    this.members.add(element);
  }

  child(element: PathElement): FieldSetBuilder {
    let node = this.nodes.get(element);
    if (!node) this.nodes.set(element, (node = new FieldSetBuilder()));
    return node;
  }

  insert(path: readonly PathElement[]): void {
    const last = path.at(-1);
    if (last === undefined) return;
    path
      .slice(0, -1)
      .reduce<FieldSetBuilder>((node, element) => node.child(element), this)
      .add(last);
  }

  build(): FieldSet {
    const children = new Map<PathElement, FieldSet>();
    for (const [element, node] of this.nodes) {
      const set = node.build();
      if (!set.isEmpty) children.set(element, set);
    }
    return this.members.size === 0 && children.size === 0
      ? FieldSet.EMPTY
      : new FieldSet(this.members, children);
  }
}
