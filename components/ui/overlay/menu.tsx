'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

interface MenuProps {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly align?: 'start' | 'end';
  readonly children: ReactNode;
}

const itemLook =
  'flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 text-body text-fg outline-none select-none data-highlighted:bg-over [&>svg]:size-4 [&>svg]:text-fg-3';

export function Menu({ trigger, label, align = 'end', children }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-auto rounded-panel bg-raised p-1 shadow-pop"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly danger?: boolean;
  /** The item stays reachable, says this and does nothing. */
  readonly blocked?: string | undefined;
  readonly onSelect: () => void;
}

export function MenuItem({ icon, children, danger = false, blocked, onSelect }: MenuItemProps) {
  return (
    <Primitive.Item
      aria-disabled={blocked !== undefined || undefined}
      onSelect={(event) => {
        if (blocked === undefined) onSelect();
        else event.preventDefault();
      }}
      className={clsx(itemLook, danger && 'text-bad-t', blocked !== undefined && 'text-fg-3')}
    >
      {icon}
      <span className="flex flex-col py-1">
        <span>{children}</span>
        {blocked !== undefined && <span className="text-meta text-fg-3">{blocked}</span>}
      </span>
    </Primitive.Item>
  );
}

interface MenuCheckItemProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** Stays open, so that several can be chosen. */
export function MenuCheckItem({ checked, onChange, disabled = false, children }: MenuCheckItemProps) {
  return (
    <Primitive.CheckboxItem
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={clsx(itemLook, disabled && 'text-fg-3')}
    >
      <span className="grid size-4 place-items-center">{checked && <Check aria-hidden size={16} />}</span>
      {children}
    </Primitive.CheckboxItem>
  );
}

export interface MenuChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface MenuChoicesProps<Value extends string> {
  readonly value: Value;
  readonly choices: readonly MenuChoice<Value>[];
  readonly onChange: (value: Value) => void;
}

export function MenuChoices<Value extends string>({ value, choices, onChange }: MenuChoicesProps<Value>) {
  const pick = (next: string) => {
    const choice = choices.find((candidate) => candidate.value === next);
    if (choice) onChange(choice.value);
  };
  return (
    <Primitive.RadioGroup value={value} onValueChange={pick}>
      {choices.map((choice) => (
        <Primitive.RadioItem key={choice.value} value={choice.value} className={itemLook}>
          <span className="grid size-4 place-items-center">
            {choice.value === value && <Check aria-hidden size={16} />}
          </span>
          {choice.label}
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  );
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Primitive.Label className="px-2 pt-2 pb-1 text-meta text-fg-3">{children}</Primitive.Label>;
}

export function MenuSeparator() {
  return <Primitive.Separator className="my-1 h-px bg-line" />;
}
