import { healthFaces } from '@/components/status/health-faces';
import { syncFaces } from '@/components/status/sync-faces';
import type { FilterSuggestion } from '@/components/ui/filter/suggestion-list';
import type { Facets } from '@/lib/contracts/application/application-query';
import { AGE_KEYS, FILTER_KEYS } from '@/lib/contracts/application/application-query';
import type { Face } from '@/components/status/sync-faces';

const spans = ['1h', '1d', '7d'] as const;

/**
 * What could follow what was typed: values of the server's facets with their counts, biggest first, then
 * keys whose values are free.
 */
export function suggest(typed: string, facets: Facets): FilterSuggestion[] {
  const negated = typed.startsWith('-') ? '-' : '';
  const text = typed.slice(negated.length).toLowerCase();
  const values = Object.entries(facets).flatMap(([key, counts]) =>
    counts
      .filter(({ value }) => value !== '')
      .map(({ value, count }) => ({
        ...faceOf(key, value),
        text: `${negated}${key}:${write(key, value)}`,
        count,
      })),
  );
  const ages = AGE_KEYS.flatMap((key) => spans.map((span) => ({ text: `${negated}${key}<${span}` })));
  const keys = FILTER_KEYS.filter((key) => !(key in facets)).map((key) => ({ text: `${negated}${key}:` }));
  const matching = [...values.sort((a, b) => b.count - a.count), ...ages, ...keys].filter(
    (suggestion: FilterSuggestion) => text === '' || suggestion.text.toLowerCase().includes(text),
  );
  return text === ''
    ? matching.filter((suggestion: FilterSuggestion) => suggestion.count !== undefined)
    : matching;
}

function write(key: string, value: string): string {
  if (/\s/.test(value)) return `"${value}"`;
  return key === 'health' || key === 'sync' ? value.toLowerCase() : value;
}

function faceOf(key: string, value: string): Partial<Face> {
  const faces: Readonly<Record<string, Face>> =
    key === 'health' ? healthFaces : key === 'sync' ? syncFaces : {};
  return faces[value] ?? {};
}
