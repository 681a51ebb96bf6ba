import { clsx } from 'clsx';

export type StepState = 'done' | 'current' | 'waits-for-time' | 'waits-for-you' | 'failed' | 'to-come';

export interface Step {
  readonly state: StepState;
  /** Share of the current step that is done, 0 to 1. */
  readonly share?: number;
}

const looks = {
  done: 'bg-fg-2',
  current: 'bg-line',
  'waits-for-time': 'border border-at bg-at-tint hatched [--hatch-ink:var(--at)]',
  'waits-for-you': 'bg-you',
  failed: 'bg-bad',
  'to-come': 'bg-line',
} as const satisfies Record<StepState, string>;

interface StepBarProps {
  readonly steps: readonly Step[];
  /** The progress in words; the bar alone is a picture. */
  readonly label: string;
  readonly className?: string;
}

export function StepBar({ steps, label, className }: StepBarProps) {
  return (
    <span role="img" aria-label={label} className={clsx('flex gap-0.5', className)}>
      {steps.map((step, index) => (
        <span key={index} className={clsx('relative h-1.5 flex-1 overflow-hidden', looks[step.state])}>
          {step.state === 'current' && (
            <span
              className="absolute inset-y-0 left-0 bg-mo"
              style={{ width: `${Math.round((step.share ?? 0) * 100)}%` }}
            />
          )}
        </span>
      ))}
    </span>
  );
}
