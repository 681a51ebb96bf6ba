/**
 * A glob of `directory.include` and `directory.exclude` as Argo CD reads it: no separator, so `*` and `?` match
 * slashes too; `{a,b}` are alternatives and `[a-z]`, `[!x]` are classes. undefined when the pattern is broken.
 */
export function globPattern(glob: string): RegExp | undefined {
  let source = '';
  let depth = 0;
  for (let at = 0; at < glob.length; at++) {
    const char = glob.charAt(at);
    if (char === '\\') source += escape(glob.charAt(++at));
    else if (char === '*') source += '[^]*';
    else if (char === '?') source += '[^]';
    else if (char === '[') {
      const end = glob.indexOf(']', at + 2);
      if (end < 0) return undefined;
      source += classOf(glob.slice(at + 1, end));
      at = end;
    } else if (char === '{') {
      depth++;
      source += '(?:';
    } else if (char === '}' && depth > 0) {
      depth--;
      source += ')';
    } else source += char === ',' && depth > 0 ? '|' : escape(char);
  }
  return depth === 0 ? new RegExp(`^${source}$`) : undefined;
}

function classOf(body: string): string {
  const isNegated = body.startsWith('!') || body.startsWith('^');
  return `[${isNegated ? '^' : ''}${body.slice(isNegated ? 1 : 0).replace(/[\\\]^]/g, '\\$&')}]`;
}

function escape(char: string): string {
  return char.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
