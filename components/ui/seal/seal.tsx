import { sealHeights } from './seal-heights';

interface SealProps {
  /** Hex digest of the plan, with or without an algorithm prefix. */
  readonly digest: string;
  readonly boxed?: boolean;
}

/** Eight bars drawn from the first eight hex digits: a changed plan is seen. The digest stands beside it. */
export function Seal({ digest, boxed = false }: SealProps) {
  const bars = (
    <svg viewBox="0 0 23 12" width="23" height="12" fill="currentColor" aria-hidden>
      {sealHeights(digest).map((height, index) => (
        <rect key={index} x={index * 3} y={12 - height} width="2" height={height} rx=".5" />
      ))}
    </svg>
  );
  if (!boxed) return bars;
  return <span className="grid h-9 w-10 shrink-0 place-items-center rounded-control border">{bars}</span>;
}
