import { clsx } from 'clsx';

/** A grey bar where a word will be. */
export function Bar({ className }: { readonly className?: string }) {
  return <span aria-hidden className={clsx('block h-2 rounded-chip bg-press', className)} />;
}

interface SkeletonProps {
  /** What is being loaded, for screen readers. */
  readonly label: string;
  readonly rows?: number;
}

const widths = ['w-2/5', 'w-1/3', 'w-1/2', 'w-2/5', 'w-1/4'] as const;

/** Rows in the same box as the content to come; nothing shimmers. */
export function SkeletonRows({ label, rows = 4 }: SkeletonProps) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div
          key={index}
          className="flex h-(--row) items-center gap-3 border-b border-line-2 px-4 last:border-b-0"
        >
          <span aria-hidden className="size-4 rounded-chip bg-press" />
          <Bar className={widths[index % widths.length] ?? 'w-1/3'} />
          <Bar className="ml-auto w-12" />
        </div>
      ))}
    </div>
  );
}
