'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button/button';
import { Menu, MenuChoices, type MenuChoice } from '../overlay/menu';

interface ChoiceMenuProps<Value extends string> {
  /** What is chosen, as in "Sort". */
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly MenuChoice<Value>[];
  readonly onChange: (value: Value) => void;
}

/** A button that says "Sort: Problems first" and opens the other choices. */
export function ChoiceMenu<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: ChoiceMenuProps<Value>) {
  const t = useTranslations('common');
  const current = choices.find((choice) => choice.value === value)?.label ?? '';
  return (
    <Menu
      label={label}
      trigger={
        <Button>
          {t('labelled', { label, value: current })}
          <ChevronDown aria-hidden size={16} className="text-fg-3" />
        </Button>
      }
    >
      <MenuChoices value={value} choices={choices} onChange={onChange} />
    </Menu>
  );
}
