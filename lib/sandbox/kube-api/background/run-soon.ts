/** Work of the server's own controllers: after the present request, in order, never after `stop`. */
export class RunSoon {
  readonly #queue: (() => void)[] = [];
  #isScheduled = false;
  #isStopped = false;

  add(task: () => void): void {
    if (this.#isStopped) return;
    this.#queue.push(task);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      // What the tasks add waits for the next turn, so that requests come in between.
      for (const task of this.#queue.splice(0)) if (!this.#isStopped) task();
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#queue.length = 0;
  }
}
