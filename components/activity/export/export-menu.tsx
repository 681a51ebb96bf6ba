'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button/button';
import { Menu, MenuItem } from '@/components/ui/overlay/menu';
import { showToast } from '@/components/ui/overlay/toast';
import type { ActivityQueryInput } from '@/lib/contracts/platform/activity';
import { activityMedia, writeActivity, type ActivityFormat } from './activity-file';
import { readAllActivity } from './read-all-activity';

/** Saves everything that the filters match, not only what is on the page. */
export function ExportMenu({ query }: { readonly query: Omit<ActivityQueryInput, 'continue' | 'limit'> }) {
  const t = useTranslations('activity');
  const common = useTranslations('common');
  const [busy, setBusy] = useState(false);
  const save = async (format: ActivityFormat) => {
    setBusy(true);
    try {
      const entries = await readAllActivity(query);
      download(
        new Blob([writeActivity(entries, format)], { type: activityMedia[format] }),
        `activity.${format}`,
      );
      showToast({
        tone: 'ok',
        glyph: 'door-tick',
        title: t('exported', { count: entries.length }),
        closeLabel: common('close'),
      });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      showToast({
        tone: 'bad',
        glyph: 'door-cross',
        title: t('exportFailed'),
        detail,
        closeLabel: common('close'),
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu
      label={t('export')}
      trigger={
        <Button busy={busy} icon={<Download aria-hidden size={16} />}>
          {t('export')}
        </Button>
      }
    >
      <MenuItem onSelect={() => void save('ndjson')}>{t('ndjson')}</MenuItem>
      <MenuItem onSelect={() => void save('csv')}>{t('csv')}</MenuItem>
    </Menu>
  );
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
