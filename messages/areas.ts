/** One JSON file per area in each language folder; the area is the namespace of `useTranslations`. */
export const areas = [
  'activity',
  'application',
  'apps',
  'common',
  'overview',
  'settings',
  'shell',
  'status',
] as const;
export type Area = (typeof areas)[number];
