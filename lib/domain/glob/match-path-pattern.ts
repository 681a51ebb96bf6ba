import { compilePattern, type PatternNode } from './automaton';

/**
 * Shell-like pattern as Go's `filepath.Match` reads it: `*` and `?` do not cross `/`, `[a-z0]` and `[^a-z]` are sets,
 * `\` takes the next character as it is; no braces. A pattern that cannot be read matches nothing.
 */
export function matchPathPattern(pattern: string, text: string): boolean {
  const nodes = parsePattern(Array.from(pattern));
  return nodes !== undefined && compilePattern(nodes)(text);
}

function isNoSlash(char: string): boolean {
  return char !== '/';
}

function parsePattern(chars: string[]): PatternNode[] | undefined {
  const nodes: PatternNode[] = [];
  while (chars.length > 0) {
    const char = chars.shift() ?? '';
    if (char === '*') nodes.push({ type: 'repeat', test: isNoSlash });
    else if (char === '?') nodes.push({ type: 'char', test: isNoSlash });
    else if (char === '[') {
      const set = parseSet(chars);
      if (!set) return undefined;
      nodes.push(set);
    } else {
      const wanted = char === '\\' ? chars.shift() : char;
      if (wanted === undefined) return undefined;
      nodes.push({ type: 'char', test: (each) => each === wanted });
    }
  }
  return nodes;
}

function parseSet(chars: string[]): PatternNode | undefined {
  const isNegated = chars[0] === '^';
  if (isNegated) chars.shift();
  const ranges: [string, string][] = [];
  while (chars[0] !== ']' || ranges.length === 0) {
    const low = takeMember(chars);
    if (low === undefined) return undefined;
    if (chars[0] !== '-') {
      ranges.push([low, low]);
      continue;
    }
    chars.shift();
    const high = takeMember(chars);
    if (high === undefined) return undefined;
    ranges.push([low, high]);
  }
  chars.shift();
  return {
    type: 'char',
    test: (char) => ranges.some(([low, high]) => char >= low && char <= high) !== isNegated,
  };
}

function takeMember(chars: string[]): string | undefined {
  const char = chars.shift();
  if (char === undefined || char === '-' || char === ']') return undefined;
  return char === '\\' ? chars.shift() : char;
}
