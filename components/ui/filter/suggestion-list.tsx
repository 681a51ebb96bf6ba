import { clsx } from 'clsx';
import { Glyph } from '../glyph/glyph';
import type { GlyphName } from '../glyph/glyph-names';
import type { Tone } from '../glyph/tone';

export interface FilterSuggestion {
  /** What is added to the filter. */
  readonly text: string;
  /** How many rows would remain, as counted by the server. */
  readonly count?: number | undefined;
  readonly glyph?: GlyphName;
  readonly tone?: Tone;
}

interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly typed: string;
  readonly suggestions: readonly FilterSuggestion[];
  readonly active: number;
  readonly onPick: (suggestion: FilterSuggestion) => void;
}

/** The list box below a filter; the matching part is bold. */
export function SuggestionList({ id, label, typed, suggestions, active, onPick }: SuggestionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className="absolute top-full left-0 z-30 mt-1.5 max-h-80 w-72 max-w-full overflow-auto rounded-panel bg-raised p-1 shadow-pop"
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.text}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(suggestion);
          }}
          className={clsx(
            'flex h-7 cursor-pointer items-center gap-2 rounded-control px-2 text-body text-fg',
            index === active ? 'bg-over' : 'hover:bg-over',
          )}
        >
          {suggestion.glyph && (
            <Glyph name={suggestion.glyph} {...(suggestion.tone ? { tone: suggestion.tone } : {})} />
          )}
          <span className="truncate">
            <Match text={suggestion.text} typed={typed} />
          </span>
          {suggestion.count !== undefined && (
            <span className="nums ml-auto text-meta text-fg-3">{suggestion.count}</span>
          )}
        </div>
      ))}
    </div>
  );
}

function Match({ text, typed }: { readonly text: string; readonly typed: string }) {
  const start = typed === '' ? -1 : text.toLowerCase().indexOf(typed.toLowerCase());
  if (start === -1) return text;
  const end = start + typed.length;
  return (
    <>
      {text.slice(0, start)}
      <b>{text.slice(start, end)}</b>
      {text.slice(end)}
    </>
  );
}
