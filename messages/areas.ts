/** One JSON file per area in each language folder; the area is the namespace of `useTranslations`. */
export const areas = [
  'activity',
  'application',
  'apps',
  'common',
  'diff',
  'events',
  'history',
  'logs',
  'node',
  'overview',
  'settings',
  'shell',
  'status',
  'sync',
  'tree',
  'windows',
] as const;
export type Area = (typeof areas)[number];
