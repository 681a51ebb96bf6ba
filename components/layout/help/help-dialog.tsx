'use client';

import { useTranslations } from 'next-intl';
import { useActionList, useLetterKeys } from '@/components/ui/actions/action-context';
import { Button } from '@/components/ui/button/button';
import { Dialog } from '@/components/ui/overlay/dialog';
import { KeyCap } from '@/components/ui/text/key-cap';

/** Every shortcut of this page, made from the same registry that runs them. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('shell.help');
  const letters = useLetterKeys();
  const actions = useActionList().filter((action) => action.keys !== undefined);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={letters ? t('on') : t('off')}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <dl className="flex flex-col">
        {actions.map((action) => (
          <Line key={action.id} label={action.label} keys={action.keys ?? ''} />
        ))}
        <Line label={t('move')} keys="j k" />
        <Line label={t('open')} keys="Enter" />
        <Line label={t('select')} keys={t('space')} />
      </dl>
    </Dialog>
  );
}

function Line({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <div className="flex h-8 items-center justify-between gap-4 border-b border-line-2 last:border-b-0">
      <dt className="text-body text-fg">{label}</dt>
      <dd className="flex gap-1">
        {keys.split(' ').map((key, index) => (
          <KeyCap key={index}>{key.replace('mod+', '⌘ ').toUpperCase()}</KeyCap>
        ))}
      </dd>
    </div>
  );
}
