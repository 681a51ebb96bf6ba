'use client';

import { Ellipsis, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button/button';
import { IconButton } from '@/components/ui/button/icon-button';
import { Dialog } from '@/components/ui/overlay/dialog';
import { Menu, MenuItem } from '@/components/ui/overlay/menu';
import { showToast } from '@/components/ui/overlay/toast';
import { rich } from '@/components/ui/text/rich';
import { useDeleteResource } from '@/lib/client/mutations/resource-mutations';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceNode } from '@/lib/contracts/resource/resource-tree';

interface NodeMenuProps {
  readonly application: ApplicationRef;
  readonly node: ResourceNode;
  readonly place: string;
  /** Self-heal or its owner brings it back. */
  readonly comesBack: boolean;
  readonly onDeleted: () => void;
}

export function NodeMenu(props: NodeMenuProps) {
  const t = useTranslations('node');
  const [isAsking, setAsking] = useState(false);
  const isLive = props.node.uid !== '';
  return (
    <>
      <Menu
        label={t('more')}
        trigger={<IconButton label={t('more')} icon={<Ellipsis aria-hidden size={16} />} />}
      >
        <MenuItem
          danger
          icon={<Trash2 aria-hidden />}
          blocked={isLive ? undefined : t('delete.notLive')}
          onSelect={() => setAsking(true)}
        >
          {t('delete.item')}
        </MenuItem>
      </Menu>
      {isAsking && <DeleteNodeDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

const CHOICES = ['background', 'orphan', 'force'] as const;
type Choice = (typeof CHOICES)[number];

function DeleteNodeDialog({
  application,
  node,
  place,
  comesBack,
  onDeleted,
  onClose,
}: NodeMenuProps & { readonly onClose: () => void }) {
  const t = useTranslations('node.delete');
  const common = useTranslations('common');
  const safe = useRef<HTMLButtonElement>(null);
  const [choice, setChoice] = useState<Choice>('background');
  const remove = useDeleteResource(application);
  const confirm = () =>
    remove.mutate(
      {
        key: node,
        ...(choice === 'force' ? { force: true } : {}),
        ...(choice === 'orphan' ? { orphan: true } : {}),
      },
      {
        onSuccess: () => {
          onClose();
          onDeleted();
        },
        onError: (error) =>
          showToast({
            tone: 'bad',
            glyph: 'door-cross',
            title: t('refused', { name: node.name }),
            detail: error.message,
            closeLabel: common('close'),
          }),
      },
    );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { kind: node.kind, name: node.name, place })}
      description={t.rich(comesBack ? 'bodyBack' : 'body', rich)}
      initialFocus={safe}
      actions={
        <>
          <Button ref={safe} onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="destroy" busy={remove.isPending} onClick={confirm}>
            {t('confirm', { kind: node.kind })}
          </Button>
        </>
      }
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-body font-medium">{t('choice')}</legend>
        {CHOICES.map((option) => (
          <label key={option} className="flex items-center gap-2 text-body">
            <input
              type="radio"
              name="propagation"
              className="size-4 accent-(--you)"
              checked={choice === option}
              onChange={() => setChoice(option)}
            />
            {t(`choices.${option}`)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
