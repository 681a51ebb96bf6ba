import { manifestLines } from '../lines/manifest-lines';
import { LineText } from './line-text';

interface YamlBlockProps {
  readonly value: unknown;
  readonly label: string;
}

/** A manifest to read: numbered lines, keys in ink, values in code. */
export function YamlBlock({ value, label }: YamlBlockProps) {
  return (
    <div role="group" aria-label={label} className="py-1 font-mono text-code">
      <ol>
        {manifestLines(value).map((line, index) => (
          <li key={index} className="flex">
            <span aria-hidden className="nums w-10 shrink-0 pr-3 text-right text-fg-3 select-none">
              {index + 1}
            </span>
            <code className="min-w-0 pr-4 break-all whitespace-pre-wrap">
              <LineText text={line.text} />
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}
