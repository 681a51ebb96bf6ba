/** Names of one character that a shell knows; after a `$` each is a name of its own. */
const SPECIAL = '*#$@!?-0123456789';

/**
 * Replaces `$NAME` and `${NAME}` as Argo CD does with build variables: an unknown name becomes empty, `$$` is one
 * dollar, and a dollar before anything that is no name stays.
 */
export function expandVariables(text: string, variables: Readonly<Record<string, string>>): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return result + text.slice(at);
    result += text.slice(at, dollar);
    const { name, length } = nameAfter(text.slice(dollar + 1));
    if (length === 0) result += '$';
    else if (name === '$') result += '$';
    else if (Object.hasOwn(variables, name)) result += variables[name] ?? '';
    at = dollar + 1 + length;
  }
  return result;
}

/** `length` counts the characters to skip; broken braces are skipped without a name. */
function nameAfter(text: string): { name: string; length: number } {
  const first = text.charAt(0);
  if (first === '{') {
    const special = text.charAt(1);
    if (text.length > 2 && SPECIAL.includes(special) && text.charAt(2) === '}')
      return { name: special, length: 3 };
    const end = text.indexOf('}');
    if (end === 1) return { name: '', length: 2 };
    return end < 0 ? { name: '', length: 1 } : { name: text.slice(1, end), length: end + 1 };
  }
  if (first !== '' && SPECIAL.includes(first)) return { name: first, length: 1 };
  const name = /^\w+/.exec(text)?.[0] ?? '';
  return { name, length: name.length };
}
