export interface ServerSentEvent {
  id: string | undefined;
  data: string;
}

/** Incremental reader of `text/event-stream`. Comments (heartbeats) yield nothing. */
export class EventStreamParser {
  #rest = '';
  #id: string | undefined;
  #data: string[] = [];

  push(text: string): ServerSentEvent[] {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line: string): ServerSentEvent[] {
    if (line === '') {
      const event = { id: this.#id, data: this.#data.join('\n') };
      const isEmpty = this.#data.length === 0;
      this.#data = [];
      return isEmpty ? [] : [event];
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    if (field === 'id') this.#id = value;
    return [];
  }
}
