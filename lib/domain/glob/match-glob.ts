import { compilePattern, type CharTest, type PatternNode } from './automaton';

/**
 * Glob as Argo CD understands it (the dialect of gobwas/glob): `*` and `?` do not cross a separator, `**` does;
 * `[a-c]`, `[abc]` and `[!abc]` may match one; `{a,b}` are alternatives; `\` takes the next character as it is.
 * Without separators `*` matches anything. A pattern that cannot be read matches nothing.
 */
export function matchGlob(pattern: string, text: string, separators = ''): boolean {
  const nodes = parseGlob(pattern, separators);
  return nodes !== undefined && compilePattern(nodes)(text);
}

/** Whether a pattern can be read. */
export function isValidGlob(pattern: string): boolean {
  return parseGlob(pattern, '') !== undefined;
}

function parseGlob(pattern: string, separators: string): PatternNode[] | undefined {
  const reader = { chars: Array.from(pattern), at: 0 };
  const notSeparator: CharTest = (char) => !separators.includes(char);
  return parseSequence(reader, notSeparator, 0);
}

interface Reader {
  chars: string[];
  at: number;
}

function parseSequence(reader: Reader, notSeparator: CharTest, depth: number): PatternNode[] | undefined {
  const nodes: PatternNode[] = [];
  for (let char = reader.chars[reader.at]; char !== undefined; char = reader.chars[reader.at]) {
    if (depth > 0 && (char === ',' || char === '}')) return nodes;
    reader.at += 1;
    const node = parseNode(char, reader, notSeparator, depth);
    if (!node) return undefined;
    nodes.push(node);
  }
  return nodes;
}

function parseNode(
  char: string,
  reader: Reader,
  notSeparator: CharTest,
  depth: number,
): PatternNode | undefined {
  if (char === '?') return { type: 'char', test: notSeparator };
  if (char === '[') return parseSet(reader);
  if (char === '{') return parseChoice(reader, notSeparator, depth);
  if (char !== '*') return literal(char === '\\' ? (reader.chars[reader.at++] ?? '') : char);
  if (reader.chars[reader.at] !== '*') return { type: 'repeat', test: notSeparator };
  while (reader.chars[reader.at] === '*') reader.at += 1;
  return { type: 'repeat', test: () => true };
}

function literal(wanted: string): PatternNode {
  return { type: 'char', test: (char) => char === wanted };
}

/** Behind `[`: one range, or single characters, up to `]`. */
function parseSet(reader: Reader): PatternNode | undefined {
  const isNegated = reader.chars[reader.at] === '!';
  if (isNegated) reader.at += 1;
  const [low, dash, high, close] = reader.chars.slice(reader.at, reader.at + 4);
  if (low !== undefined && dash === '-') {
    reader.at += 4;
    if (high === undefined || close !== ']' || low > high) return undefined;
    return { type: 'char', test: (char) => (char >= low && char <= high) !== isNegated };
  }
  const members: string[] = [];
  for (let char = reader.chars[reader.at++]; char !== ']'; char = reader.chars[reader.at++]) {
    const member = char === '\\' ? reader.chars[reader.at++] : char;
    if (member === undefined) return undefined;
    members.push(member);
  }
  if (members.length === 0) return undefined;
  return { type: 'char', test: (char) => members.includes(char) !== isNegated };
}

/** Behind `{`: alternatives up to `}` or the end. */
function parseChoice(reader: Reader, notSeparator: CharTest, depth: number): PatternNode | undefined {
  const options: PatternNode[][] = [];
  for (;;) {
    const option = parseSequence(reader, notSeparator, depth + 1);
    if (!option) return undefined;
    options.push(option);
    if (reader.chars[reader.at++] !== ',') return { type: 'choice', options };
  }
}
