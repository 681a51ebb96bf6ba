'use client';

import {
  createContext,
  use,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Action } from './action';
import { ActionRegistry } from './action-registry';
import { matchKeys } from './match-keys';

interface ActionContextValue {
  readonly registry: ActionRegistry;
  readonly letters: boolean;
}

const ActionContext = createContext<ActionContextValue | undefined>(undefined);

interface ActionProviderProps {
  /** Whether single-letter shortcuts are on. */
  readonly letters: boolean;
  readonly children: ReactNode;
}

const sequenceMs = 1200;

/** Holds the registry and listens for its keys. */
export function ActionProvider({ letters, children }: ActionProviderProps) {
  const [registry] = useState(() => new ActionRegistry());
  const pending = useRef<{ prefix: string; at: number } | undefined>(undefined);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const mod = event.metaKey || event.ctrlKey;
      if (event.defaultPrevented || event.altKey || (!mod && isTyping(event.target))) return;
      const open =
        pending.current && event.timeStamp - pending.current.at < sequenceMs
          ? pending.current.prefix
          : undefined;
      const match = matchKeys(registry.list(), { key: event.key, mod }, open, letters);
      pending.current = match.kind === 'pending' ? { prefix: match.prefix, at: event.timeStamp } : undefined;
      if (match.kind === 'none') return;
      event.preventDefault();
      if (match.kind === 'run') match.action.run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [registry, letters]);
  return <ActionContext value={{ registry, letters }}>{children}</ActionContext>;
}

/** Offers actions while the caller is mounted. Their identity may change on each render. */
export function useActions(actions: readonly Action[]): void {
  const context = use(ActionContext);
  const owner = useId();
  const registry = context?.registry;
  const latest = useRef(actions);
  const face = actions
    .map((action) => [action.id, action.label, action.context, action.blocked, action.keys].join('|'))
    .join('\n');
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const stable = latest.current.map((action) => ({
      ...action,
      run: () => latest.current.find((candidate) => candidate.id === action.id)?.run(),
    }));
    registry?.register(owner, stable);
    return () => registry?.unregister(owner);
  }, [registry, owner, face]);
}

const noActions: readonly Action[] = [];
const never = () => () => undefined;

export function useActionList(): readonly Action[] {
  const registry = use(ActionContext)?.registry;
  return useSyncExternalStore(
    registry?.subscribe ?? never,
    registry?.list ?? (() => noActions),
    () => noActions,
  );
}

/** Whether `j`, `k` and the other single keys are on. */
export function useLetterKeys(): boolean {
  return use(ActionContext)?.letters ?? true;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
    ? !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type))
    : false;
}
