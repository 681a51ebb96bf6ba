'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from './button';
import type { ButtonSize, ButtonVariant } from './button-styles';
import { IconButton } from './icon-button';

interface CopyButtonProps {
  readonly text: string | (() => string);
  /** What is copied, as the button says it; without it the button is an icon. */
  readonly label?: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

/** Copies text and says so in place. */
export function CopyButton({ text, label, variant = 'quiet', size = 'normal' }: CopyButtonProps) {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    void navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(() => setCopied(true));
  };
  const icon = copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />;
  const word = copied ? t('copied') : (label ?? t('copy'));
  if (label === undefined) return <IconButton label={word} icon={icon} variant={variant} onClick={copy} />;
  return (
    <Button variant={variant} size={size} icon={icon} onClick={copy}>
      <span aria-live="polite">{word}</span>
    </Button>
  );
}
