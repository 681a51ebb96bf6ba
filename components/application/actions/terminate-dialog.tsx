'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button/button';
import { Dialog } from '@/components/ui/overlay/dialog';
import { showToast } from '@/components/ui/overlay/toast';
import { useTerminate } from '@/lib/client/mutations/application-mutations';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';

interface TerminateDialogProps {
  readonly application: ApplicationRef;
  readonly onClose: () => void;
}

/** Asks before a running sync is ended; says what stays. */
export function TerminateDialog({ application, onClose }: TerminateDialogProps) {
  const t = useTranslations('application.terminate');
  const common = useTranslations('common');
  const safe = useRef<HTMLButtonElement>(null);
  const terminate = useTerminate(application);
  const confirm = () =>
    terminate.mutate(undefined, {
      onSuccess: onClose,
      onError: (error) =>
        showToast({
          tone: 'bad',
          glyph: 'door-cross',
          title: t('refused'),
          detail: error.message,
          closeLabel: common('close'),
        }),
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { name: application.name, namespace: application.namespace })}
      description={t('body')}
      initialFocus={safe}
      actions={
        <>
          <Button ref={safe} onClick={onClose}>
            {t('keep')}
          </Button>
          <Button variant="destroy" busy={terminate.isPending} onClick={confirm}>
            {t('confirm')}
          </Button>
        </>
      }
    />
  );
}
