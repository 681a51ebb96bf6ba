'use client';

import { Ellipsis, FileCog, RefreshCw, Square, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/button/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/overlay/menu';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { DeleteDialog } from './delete-dialog';
import { DetailsSheet } from './details-sheet';
import { TerminateDialog } from './terminate-dialog';

interface ApplicationMenuProps {
  readonly application: ApplicationRef;
  readonly detail: ApplicationDetail;
  readonly onHardRefresh: () => void;
}

export function ApplicationMenu({ application, detail, onHardRefresh }: ApplicationMenuProps) {
  const t = useTranslations('application.actions');
  const [open, setOpen] = useState<'delete' | 'terminate' | 'details' | null>(null);
  const isRunning = detail.row.operation?.phase === 'Running';
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        label={t('more')}
        trigger={<IconButton label={t('more')} size={32} icon={<Ellipsis aria-hidden size={16} />} />}
      >
        <MenuItem icon={<FileCog aria-hidden />} onSelect={() => setOpen('details')}>
          {t('details')}
        </MenuItem>
        <MenuItem icon={<RefreshCw aria-hidden />} onSelect={onHardRefresh}>
          {t('hardRefresh')}
        </MenuItem>
        <MenuItem
          icon={<Square aria-hidden />}
          blocked={isRunning ? undefined : t('nothingRuns')}
          onSelect={() => setOpen('terminate')}
        >
          {t('terminate')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          danger
          icon={<Trash2 aria-hidden />}
          blocked={detail.row.deletingSince === null ? undefined : t('deletingNow')}
          onSelect={() => setOpen('delete')}
        >
          {t('delete')}
        </MenuItem>
      </Menu>
      {open === 'delete' && <DeleteDialog application={application} detail={detail} onClose={close} />}
      {open === 'terminate' && <TerminateDialog application={application} onClose={close} />}
      {open === 'details' && <DetailsSheet application={application} detail={detail} onClose={close} />}
    </>
  );
}
