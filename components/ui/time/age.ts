export type AgeUnit = 'day' | 'hour' | 'minute' | 'second';

export interface AgePart {
  readonly unit: AgeUnit;
  readonly count: number;
}

const seconds = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const satisfies Record<AgeUnit, number>;
const order = ['day', 'hour', 'minute', 'second'] as const;

/**
 * How long ago, in at most two neighbouring units, largest first. Ages are calm: no seconds from one
 * minute on, no hours from ten days on. Negative durations (ms) count as none.
 */
export function splitAge(ms: number): AgePart[] {
  return splitDuration(ms >= 60_000 ? ms - (ms % 60_000) : ms);
}

/** How long something took or takes, to the second below ten minutes: "1 min 57 s". */
export function splitDuration(ms: number): AgePart[] {
  const total = Math.max(0, Math.floor(ms / 1000));
  const first = order.findIndex((unit) => total >= seconds[unit]);
  if (first === -1) return [{ unit: 'second', count: 0 }];
  const large = order[first] ?? 'second';
  const small = order[first + 1];
  const largeCount = Math.floor(total / seconds[large]);
  const rest = small === undefined ? 0 : Math.floor((total % seconds[large]) / seconds[small]);
  const alone = largeCount >= 10 && (large === 'day' || large === 'minute');
  if (small === undefined || rest === 0 || alone) return [{ unit: large, count: largeCount }];
  return [
    { unit: large, count: largeCount },
    { unit: small, count: rest },
  ];
}
