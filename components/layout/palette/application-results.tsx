'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useDeferredValue } from 'react';
import { healthFaces } from '@/components/status/health-faces';
import { Glyph } from '@/components/ui/glyph/glyph';
import { applicationPageQuery } from '@/lib/client/queries/application-queries';
import { pageRoutes } from '@/lib/client/routes';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import { PaletteItem } from './palette-item';

interface ApplicationResultsProps {
  readonly typed: string;
  readonly groupLook: string;
  readonly onClose: () => void;
}

/** Applications that the server finds for what was typed; the worst health shows before opening. */
export function ApplicationResults({ typed, groupLook, onClose }: ApplicationResultsProps) {
  const t = useTranslations('shell.palette');
  const router = useRouter();
  const wanted = useDeferredValue(typed.trim());
  const found = useQuery({ ...applicationPageQuery({ q: wanted, limit: 8 }), enabled: wanted !== '' });
  if (wanted === '') return null;
  if (found.isError) return <p className="px-3 py-2 text-meta text-bad-t">{t('failed')}</p>;
  const rows = found.data?.items ?? [];
  if (rows.length === 0) return found.isPending && <Command.Loading>{t('searching')}</Command.Loading>;
  return (
    <Command.Group heading={t('apps')} className={groupLook}>
      {rows.map((row) => {
        const id = formatApplicationRef(row);
        const face = healthFaces[row.health.status];
        return (
          <PaletteItem
            key={id}
            id={id}
            label={row.name}
            typed={wanted}
            icon={<Glyph name={face.glyph} tone={face.tone} label={row.health.status} />}
            context={[row.environment ?? row.destination.cluster, row.sync.status, row.health.status].join(
              ', ',
            )}
            onSelect={() => {
              onClose();
              router.push(pageRoutes.application(row, 'tree'));
            }}
          />
        );
      })}
    </Command.Group>
  );
}
