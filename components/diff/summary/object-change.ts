/** One field that differs. `path` holds keys, and for items of named lists the item's name in brackets ("[web]"). */
export interface ObjectChange {
  path: string[];
  before?: unknown;
  after?: unknown;
}
