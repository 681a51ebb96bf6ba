type Listener = () => void;

/** Whether the server still knows who we are: any 401 says no, and everyone who listens can say so once. */
class SessionState {
  #isSignedOut = false;
  readonly #listeners = new Set<Listener>();

  readonly isSignedOut = (): boolean => this.#isSignedOut;

  readonly set = (isSignedOut: boolean): void => {
    if (isSignedOut === this.#isSignedOut) return;
    this.#isSignedOut = isSignedOut;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const sessionState = new SessionState();
