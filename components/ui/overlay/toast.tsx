'use client';

import { toast } from 'sonner';
import { X } from 'lucide-react';
import { Button } from '../button/button';
import { IconButton } from '../button/icon-button';
import { Glyph } from '../glyph/glyph';
import type { GlyphName } from '../glyph/glyph-names';
import type { Tone } from '../glyph/tone';

export interface ToastContent {
  readonly tone: Tone;
  readonly glyph: GlyphName;
  readonly title: string;
  /** What follows. */
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
  readonly closeLabel: string;
}

/** Tells the result of the viewer's own action, and nothing else. */
export function showToast(content: ToastContent): void {
  toast.custom((id) => <ToastCard content={content} onClose={() => toast.dismiss(id)} />, { duration: 6000 });
}

function ToastCard({ content, onClose }: { readonly content: ToastContent; readonly onClose: () => void }) {
  const { action } = content;
  return (
    <div className="flex w-96 max-w-[calc(100vw-32px)] items-start gap-3 rounded-panel bg-raised p-3 shadow-pop">
      <span className="pt-0.5">
        <Glyph name={content.glyph} tone={content.tone} />
      </span>
      <div className="min-w-0 flex-1 font-sans">
        <p className="text-body font-medium text-fg">{content.title}</p>
        {content.detail !== undefined && <p className="text-meta text-fg-2">{content.detail}</p>}
      </div>
      {action && (
        <Button
          size="small"
          onClick={() => {
            action.onClick();
            onClose();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={content.closeLabel} icon={<X aria-hidden size={16} />} size={24} onClick={onClose} />
    </div>
  );
}
