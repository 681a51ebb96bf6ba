'use client';

import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { NODE_TABS } from '@/components/node-panel/node-panel';
import { TREE_VIEWS } from '@/components/resource-tree/view/tree-toolbar';

const parsers = {
  view: parseAsStringLiteral(TREE_VIEWS).withDefault('outline'),
  q: parseAsString.withDefault(''),
  /** Unset: problems only where the tree is large. */
  problems: parseAsBoolean,
  waves: parseAsBoolean.withDefault(true),
  node: parseAsString,
  panel: parseAsStringLiteral(NODE_TABS).withDefault('summary'),
};

/** What is worth showing someone is in the address; what was opened by hand is not. */
export function useTreeState() {
  const [state, setState] = useQueryStates(parsers, { history: 'replace' });
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const toggle = (id: string, isOpen: boolean) => setToggled((before) => new Map(before).set(id, isOpen));
  return { state, setState, toggled, toggle };
}
