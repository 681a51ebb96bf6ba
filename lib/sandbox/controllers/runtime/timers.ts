/** The cluster's time: delays are divided by the scale, so that a demo may run faster than life. */
export class SandboxTimers {
  readonly #scale: number;
  readonly #handles = new Set<NodeJS.Timeout>();

  /** @param scale 10 makes a ten-second delay take one second. */
  constructor(scale = 1) {
    this.#scale = scale;
  }

  now(): Date {
    return new Date();
  }

  /** Second precision, as the API server writes times. */
  timestamp(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  /** Milliseconds of cluster time that have passed since an API timestamp. */
  sinceMs(timestamp: string): number {
    return (this.now().getTime() - Date.parse(timestamp)) * this.#scale;
  }

  after(ms: number, run: () => void): void {
    const handle = setTimeout(() => {
      this.#handles.delete(handle);
      run();
    }, ms / this.#scale);
    handle.unref();
    this.#handles.add(handle);
  }

  stop(): void {
    for (const handle of this.#handles) clearTimeout(handle);
    this.#handles.clear();
  }
}

/** `2s`, `500ms`, `1m30s` → milliseconds; undefined for anything else. */
export function parseDelayMs(text: string | undefined): number | undefined {
  if (!text || !/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(text)) return undefined;
  const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)].reduce(
    (sum, [, number, unit = 's']) => sum + Number(number) * (units[unit] ?? 0),
    0,
  );
}
