/** What one character has to be. */
export type CharTest = (char: string) => boolean;

/** A pattern as a tree: sequences of characters, repetitions of one character and alternatives. */
export type PatternNode =
  | { type: 'char'; test: CharTest }
  | { type: 'repeat'; test: CharTest }
  | { type: 'choice'; options: PatternNode[][] };

interface State {
  test?: CharTest;
  /** After a character that passes the test; without a test, without reading one. */
  next: number[];
}

/**
 * Compiles a pattern to an automaton that reads the text once and tracks all states at the same time, so that no
 * pattern takes more than pattern length × text length steps.
 */
export function compilePattern(nodes: readonly PatternNode[]): (text: string) => boolean {
  const states: State[] = [];
  const accept = addSequence(states, nodes, addState(states));
  return (text) => {
    let current = closure(states, new Set([0]));
    for (const char of text) {
      const moved = new Set<number>();
      for (const index of current) {
        const state = states[index];
        if (state?.test?.(char)) for (const next of state.next) moved.add(next);
      }
      if (moved.size === 0) return false;
      current = closure(states, moved);
    }
    return current.has(accept);
  };
}

function addState(states: State[]): number {
  states.push({ next: [] });
  return states.length - 1;
}

function link(states: State[], from: number, to: number): void {
  states[from]?.next.push(to);
}

/** Adds the nodes after state `start` and returns the state behind them. */
function addSequence(states: State[], nodes: readonly PatternNode[], start: number): number {
  return nodes.reduce((from, node) => addNode(states, node, from), start);
}

function addNode(states: State[], node: PatternNode, from: number): number {
  const to = addState(states);
  if (node.type === 'choice') {
    for (const option of node.options) {
      const entry = addState(states);
      link(states, from, entry);
      link(states, addSequence(states, option, entry), to);
    }
    return to;
  }
  const reader = addState(states);
  const state = states[reader];
  if (state) state.test = node.test;
  link(states, from, reader);
  if (node.type === 'char') link(states, reader, to);
  else {
    link(states, reader, from);
    link(states, from, to);
  }
  return to;
}

/** All states that are reached without reading a character. */
function closure(states: readonly State[], seeds: Set<number>): Set<number> {
  const open = [...seeds];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const state = states[index];
    if (!state || state.test) continue;
    for (const next of state.next) {
      if (seeds.has(next)) continue;
      seeds.add(next);
      open.push(next);
    }
  }
  return seeds;
}
