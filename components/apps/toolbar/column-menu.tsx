'use client';

import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { Menu, MenuCheckItem, MenuItem, MenuSeparator } from '@/components/ui/overlay/menu';
import { columnKeys, type ColumnKey } from '../state/apps-url';

interface ColumnMenuProps {
  readonly shown: readonly ColumnKey[];
  readonly onChange: (shown: ColumnKey[] | null) => void;
}

export function ColumnMenu({ shown, onChange }: ColumnMenuProps) {
  const t = useTranslations('apps');
  return (
    <Menu
      label={t('chooseColumns')}
      trigger={
        <Button variant="quiet" size="small" icon={<Columns3 aria-hidden size={16} />}>
          {t('columnsCount', { count: shown.length + 1 })}
        </Button>
      }
    >
      {columnKeys.map((key) => (
        <MenuCheckItem
          key={key}
          checked={shown.includes(key)}
          onChange={(checked) =>
            onChange(columnKeys.filter((other) => (other === key ? checked : shown.includes(other))))
          }
        >
          {t(`columns.${key}`)}
        </MenuCheckItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => onChange(null)}>{t('defaultColumns')}</MenuItem>
    </Menu>
  );
}
