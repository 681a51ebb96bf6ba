const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/gy;
const NANOSECONDS: Record<string, number> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** A Go duration as Go prints it (`60s` → `1m0s`, `90m` → `1h30m0s`); undefined where the text is none. */
export function canonicalDuration(text: string): string | undefined {
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/.exec(text) ?? [];
  if (body === '0') return '0s';
  let [total, position] = [0, 0];
  PART.lastIndex = 0;
  for (let match = PART.exec(body); match; match = PART.exec(body)) {
    total += Number(match[1]) * (NANOSECONDS[match[2] ?? ''] ?? 0);
    position = PART.lastIndex;
  }
  if (body === '' || position !== body.length) return undefined;
  return total === 0 ? '0s' : `${sign === '-' ? '-' : ''}${print(Math.round(total))}`;
}

function print(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${nanoseconds}ns`;
  if (nanoseconds < 1e6) return `${trim(nanoseconds / 1e3)}µs`;
  if (nanoseconds < 1e9) return `${trim(nanoseconds / 1e6)}ms`;
  const hours = Math.floor(nanoseconds / 3600e9);
  const minutes = Math.floor((nanoseconds % 3600e9) / 60e9);
  const seconds = trim((nanoseconds % 60e9) / 1e9);
  if (hours > 0) return `${hours}h${minutes}m${seconds}s`;
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}

function trim(value: number): string {
  return String(Number(value.toFixed(9)));
}
