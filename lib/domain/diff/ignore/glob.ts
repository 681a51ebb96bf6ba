const cache = new Map<string, RegExp>();

/** Whether a glob as Argo CD takes them (gobwas, no separator: `*` crosses everything) matches the whole text. */
export function matchesGlob(pattern: string, text: string): boolean {
  if (pattern === text || pattern === '*') return true;
  if (!/[*?[\]{}\\]/.test(pattern)) return false;
  let compiled = cache.get(pattern);
  if (!compiled) cache.set(pattern, (compiled = compile(pattern)));
  return compiled.test(text);
}

function compile(pattern: string): RegExp {
  let source = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === '*') source += '.*';
    else if (char === '?') source += '.';
    else if (char === '{') {
      depth++;
      source += '(?:';
    } else if (char === '}' && depth > 0) {
      depth--;
      source += ')';
    } else if (char === ',' && depth > 0) source += '|';
    else if (char === '[') {
      const end = pattern.indexOf(']', i + 1);
      if (end < 0) return NEVER;
      source += `[${pattern
        .slice(i + 1, end)
        .replace(/^!/, '^')
        .replace(/\\/g, '\\\\')}]`;
      i = end;
    } else if (char === '\\' && i + 1 < pattern.length) source += escape(pattern.charAt(++i));
    else source += escape(char);
  }
  return depth === 0 ? new RegExp(`^${source}$`, 's') : NEVER;
}

/** A pattern that cannot be read matches nothing. */
const NEVER = /(?!)/;

function escape(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}
