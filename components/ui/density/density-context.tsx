'use client';

import { createContext, use } from 'react';
import type { Density } from './row-heights';

/** The density in force below; set by the shell from the stored preference. */
export const DensityContext = createContext<Density>('comfortable');

export function useDensity(): Density {
  return use(DensityContext);
}
