'use client';

import { ListFilter, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { KeyCap } from '../text/key-cap';
import { addToFilter, readToken, removeFromFilter, splitFilter } from './filter-token';
import { SuggestionList, type FilterSuggestion } from './suggestion-list';

interface FilterTokenInputProps {
  readonly label: string;
  /** The whole filter as text; what the address holds. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  readonly suggestions: readonly FilterSuggestion[];
  /** "58 of 214 apps". */
  readonly summary?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A combobox whose chosen conditions stand before the caret as tokens. */
export function FilterTokenInput({ inputRef, ...props }: FilterTokenInputProps) {
  const t = useTranslations('common.filter');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const tokens = splitFilter(props.value);
  const shown = open ? props.suggestions.slice(0, 12) : [];
  const add = (text: string) => {
    props.onChange(addToFilter(props.value, text));
    props.onDraft('');
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const picked = shown[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((current) => (current + step + shown.length + 1) % (shown.length + 1 || 1));
    } else if (event.key === 'Enter' && (picked || props.draft.trim() !== '')) {
      event.preventDefault();
      add(picked?.text ?? props.draft.trim());
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === 'Backspace' && props.draft === '' && tokens.length > 0) {
      props.onChange(removeFromFilter(props.value, tokens.at(-1) ?? ''));
    }
  };
  return (
    <div className="relative flex min-h-8 min-w-0 flex-1 basis-64 flex-wrap max-md:basis-full items-center gap-1 rounded-control border border-line bg-surface px-2 py-[3px] focus-within:outline-2 focus-within:outline-focus">
      <ListFilter aria-hidden size={16} className="mr-1 text-fg-3" />
      {tokens.map((token) => (
        <Token
          key={token}
          text={token}
          onRemove={() => props.onChange(removeFromFilter(props.value, token))}
        />
      ))}
      <input
        ref={inputRef}
        role="combobox"
        aria-label={props.label}
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${id}-list-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={props.draft}
        placeholder={tokens.length === 0 ? t('placeholder') : t('more')}
        onChange={(event) => {
          props.onDraft(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="h-6 min-w-24 flex-1 bg-transparent text-body text-fg outline-none placeholder:text-fg-3"
      />
      <span className="nums text-meta text-fg-3 max-sm:hidden">{props.summary}</span>
      <span className="max-md:hidden">
        <KeyCap>/</KeyCap>
      </span>
      {shown.length > 0 && (
        <SuggestionList
          id={`${id}-list`}
          label={t('suggestions')}
          typed={props.draft}
          suggestions={shown}
          active={active}
          onPick={(suggestion) => add(suggestion.text)}
        />
      )}
    </div>
  );
}

function Token({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  const t = useTranslations('common.filter');
  const token = readToken(text);
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-chip bg-press pl-1.5 text-body">
      {token.key !== undefined && (
        <span className="text-fg-2">
          {token.negated && '-'}
          {token.key}
          {token.operator}
        </span>
      )}
      <span className="truncate font-medium text-fg">
        {token.key === undefined && token.negated && '-'}
        {token.value}
      </span>
      <button
        type="button"
        aria-label={t('remove', { token: text })}
        onClick={onRemove}
        className="grid size-6 place-items-center rounded-chip text-fg-3 hover:text-fg focus-inset"
      >
        <X aria-hidden size={14} />
      </button>
    </span>
  );
}
