/** In order of life: rows of a matrix stand in this order. */
const STAGES = [
  ['dev', 'develop', 'development', 'local', 'sandbox'],
  ['test', 'tst', 'ci', 'int', 'integration'],
  ['qa', 'uat', 'acceptance'],
  ['stage', 'stg', 'staging', 'preview'],
  ['preprod', 'pre'],
  ['prod', 'prd', 'production', 'live'],
];
const RANK = new Map(STAGES.flatMap((names, rank) => names.map((name) => [name, rank] as const)));
const LABELS = ['env', 'environment', 'app.kubernetes.io/environment', 'promontory.dev/environment'];

interface Named {
  labels: Record<string, string>;
  /** From the most to the least telling. */
  names: string[];
}

/** A label says it, else the first name with a part that is a stage; null when nothing does. */
export function environmentOf({ labels, names }: Named): string | null {
  for (const label of LABELS) if (labels[label]) return labels[label];
  for (const name of names) {
    const part = name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .find((each) => RANK.has(each));
    if (part) return part;
  }
  return null;
}

/** `dev-shop`, `shop-dev`, `shop.dev` → `shop`: what is the same over environments. */
export function withoutEnvironment(name: string, environment: string | null): string {
  if (!environment) return name;
  const rest = name.split(environment).map((part) => part.replace(/^[-_.]+|[-_.]+$/g, ''));
  return rest.filter(Boolean).join('-') || name;
}

export function compareEnvironments(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || a.localeCompare(b);
}

/** `prod-us` counts as `prod`; unknown names stand before production. */
function rankOf(environment: string): number {
  const known = RANK.get(environment) ?? RANK.get(environment.split(/[^a-z0-9]+/i)[0] ?? '');
  return known ?? STAGES.length - 1.5;
}
