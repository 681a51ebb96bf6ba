interface LogLine {
  at: Date;
  text: string;
}

export interface LogQuery {
  tailLines?: number;
  sinceSeconds?: number;
  timestamps?: boolean;
}

type LogListener = (line: LogLine) => void;

const MAX_LINES = 5_000;

/** What containers wrote, by Pod uid and container; forgotten with the Pod. */
export class PodLogs {
  readonly #lines = new Map<string, LogLine[]>();
  readonly #listeners = new Map<string, Set<LogListener>>();

  append(uid: string, container: string, lines: readonly string[], at: Date): void {
    const key = `${uid}/${container}`;
    const kept = this.#lines.get(key) ?? [];
    for (const text of lines) {
      const line = { at, text };
      kept.push(line);
      for (const listener of this.#listeners.get(key) ?? []) listener(line);
    }
    this.#lines.set(key, kept.slice(-MAX_LINES));
  }

  read(uid: string, container: string, query: LogQuery, now: Date): string[] {
    const { sinceSeconds, tailLines } = query;
    const since = sinceSeconds === undefined ? 0 : now.getTime() - sinceSeconds * 1000;
    const lines = (this.#lines.get(`${uid}/${container}`) ?? []).filter((line) => line.at.getTime() >= since);
    const tail = tailLines === undefined ? lines : tailLines === 0 ? [] : lines.slice(-tailLines);
    return tail.map((line) => formatLine(line, query));
  }

  follow(uid: string, container: string, query: LogQuery, onLine: (text: string) => void): () => void {
    const key = `${uid}/${container}`;
    const listeners = this.#listeners.get(key) ?? new Set<LogListener>();
    const listener: LogListener = (line) => onLine(formatLine(line, query));
    listeners.add(listener);
    this.#listeners.set(key, listeners);
    return () => listeners.delete(listener);
  }

  forget(uid: string): void {
    for (const key of this.#lines.keys()) if (key.startsWith(`${uid}/`)) this.#lines.delete(key);
  }
}

function formatLine(line: LogLine, query: LogQuery): string {
  return query.timestamps === true
    ? `${line.at.toISOString().replace('Z', '000000Z')} ${line.text}`
    : line.text;
}
