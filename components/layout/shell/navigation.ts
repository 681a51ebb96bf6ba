import { Boxes, CalendarClock, House, ScrollText, Settings, type LucideIcon } from 'lucide-react';

/** A page of the product that exists. Entries come with their page, never before it. */
export interface NavigationEntry {
  readonly key: 'overview' | 'apps' | 'windows' | 'activity' | 'settings';
  readonly href: '/' | '/apps' | '/windows' | '/activity' | '/settings';
  readonly icon: LucideIcon;
  readonly section: 'main' | 'reference' | 'foot';
  /** `g` and this letter go there. */
  readonly letter: string;
}

export const navigation: readonly NavigationEntry[] = [
  { key: 'overview', href: '/', icon: House, section: 'main', letter: 'o' },
  { key: 'apps', href: '/apps', icon: Boxes, section: 'main', letter: 'a' },
  { key: 'windows', href: '/windows', icon: CalendarClock, section: 'main', letter: 'w' },
  { key: 'activity', href: '/activity', icon: ScrollText, section: 'reference', letter: 'y' },
  { key: 'settings', href: '/settings', icon: Settings, section: 'foot', letter: 's' },
];

/** The entry that a path belongs to; the longest address wins. */
export function currentEntry(path: string): NavigationEntry | undefined {
  return navigation
    .filter((entry) => path === entry.href || (entry.href !== '/' && path.startsWith(`${entry.href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
