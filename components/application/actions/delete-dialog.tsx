'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button/button';
import { Dialog } from '@/components/ui/overlay/dialog';
import { showToast } from '@/components/ui/overlay/toast';
import { rich } from '@/components/ui/text/rich';
import { useDeleteApplication } from '@/lib/client/mutations/application-mutations';
import { pageRoutes } from '@/lib/client/routes';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';

interface DeleteDialogProps {
  readonly application: ApplicationRef;
  readonly detail: ApplicationDetail;
  readonly onClose: () => void;
}

const CHOICES = ['foreground', 'background', 'keep'] as const;
type Choice = (typeof CHOICES)[number];

/** Deletes the Application; its objects go with it or stay, and the dialog says which and how many. */
export function DeleteDialog({ application, detail, onClose }: DeleteDialogProps) {
  const t = useTranslations('application.delete');
  const common = useTranslations('common');
  const router = useRouter();
  const safe = useRef<HTMLButtonElement>(null);
  const [choice, setChoice] = useState<Choice>('foreground');
  const remove = useDeleteApplication(application);
  const count = detail.row.counts.resources;
  const place = `${detail.row.destination.cluster} / ${detail.row.destination.namespace}`;
  const confirm = () =>
    remove.mutate(choice === 'keep' ? { cascade: false } : { cascade: true, propagationPolicy: choice }, {
      onSuccess: () => {
        onClose();
        router.push(pageRoutes.apps);
        showToast({
          tone: 'ok',
          glyph: 'door-tick',
          title: t('started', { name: application.name }),
          closeLabel: common('close'),
        });
      },
      onError: (error) =>
        showToast({
          tone: 'bad',
          glyph: 'door-cross',
          title: t('refused', { name: application.name }),
          detail: error.message,
          closeLabel: common('close'),
        }),
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { name: application.name, place })}
      description={
        choice === 'keep'
          ? t.rich('bodyKeep', { ...rich, count, place })
          : t.rich('bodyCascade', { ...rich, count, place })
      }
      initialFocus={safe}
      actions={
        <>
          <Button ref={safe} onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="destroy" busy={remove.isPending} onClick={confirm}>
            {choice === 'keep' ? t('confirmKeep') : t('confirmCascade', { count })}
          </Button>
        </>
      }
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-body font-medium">{t('choice')}</legend>
        {CHOICES.map((option) => (
          <label key={option} className="flex items-start gap-2 text-body">
            <input
              type="radio"
              name="cascade"
              className="mt-0.5 size-4 accent-(--you)"
              checked={choice === option}
              onChange={() => setChoice(option)}
            />
            <span>
              {t(`choices.${option}.label`)}
              <span className="block text-meta text-fg-3">{t(`choices.${option}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
