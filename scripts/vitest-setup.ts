import { afterEach, beforeEach, expect, vi } from 'vitest';

/** A test that logs an error has found one: `console.error` fails it. */
beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls;
  vi.mocked(console.error).mockRestore();
  expect(calls, 'console.error was called').toEqual([]);
});
