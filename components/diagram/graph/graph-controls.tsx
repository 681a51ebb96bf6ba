'use client';

import { Minus, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { IconButton } from '@/components/ui/button/icon-button';

interface GraphControlsProps {
  readonly scale: number;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
}

export function GraphControls({ scale, onZoom, onFit }: GraphControlsProps) {
  const t = useTranslations('common.diagram');
  const format = useFormatter();
  return (
    <div className="flex cursor-auto items-center gap-2">
      <span className="flex h-7 items-center rounded-control border border-line bg-surface">
        <IconButton
          label={t('zoomOut')}
          size={24}
          icon={<Minus aria-hidden size={14} />}
          onClick={() => onZoom(0.8)}
        />
        <span className="nums w-11 text-center text-meta text-fg-2">
          {format.number(scale, { style: 'percent' })}
        </span>
        <IconButton
          label={t('zoomIn')}
          size={24}
          icon={<Plus aria-hidden size={14} />}
          onClick={() => onZoom(1.25)}
        />
      </span>
      <Button size="small" onClick={onFit}>
        {t('fit')}
      </Button>
    </div>
  );
}
