import type { Action } from './action';

/** What can be done now: the shell's actions and those of the page shown, in order of registration. */
export class ActionRegistry {
  private readonly groups = new Map<string, readonly Action[]>();
  private readonly watchers = new Set<() => void>();
  private all: readonly Action[] = [];

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly list = (): readonly Action[] => this.all;

  register(owner: string, actions: readonly Action[]): void {
    this.groups.set(owner, actions);
    this.changed();
  }

  unregister(owner: string): void {
    this.groups.delete(owner);
    this.changed();
  }

  private changed(): void {
    this.all = [...this.groups.values()].flat();
    for (const watcher of this.watchers) watcher();
  }
}
