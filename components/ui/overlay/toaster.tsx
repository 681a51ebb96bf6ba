'use client';

import { Toaster as Sonner } from 'sonner';

/** Bottom right, 16 px in; paused on hover and focus. */
export function Toaster({ label }: { readonly label: string }) {
  return <Sonner position="bottom-right" offset={16} mobileOffset={16} gap={8} containerAriaLabel={label} />;
}
