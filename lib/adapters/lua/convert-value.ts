import { lua, to_jsstring, to_luastring, type LuaState } from 'fengari';

const MAX_DEPTH = 100;
/** Lua grants 20 slots unasked; nested data needs some for each level. */
const SLOTS_PER_LEVEL = 5;

/** Pushes JSON as Lua data. Null becomes nil, so that a null field is an absent one, as in Argo CD. */
export function pushValue(L: LuaState, value: unknown): void {
  lua.lua_checkstack(L, SLOTS_PER_LEVEL);
  if (Array.isArray(value)) {
    lua.lua_createtable(L, value.length, 0);
    value.forEach((item, index) => {
      pushValue(L, item);
      lua.lua_rawseti(L, -2, index + 1);
    });
  } else if (typeof value === 'object' && value !== null) {
    lua.lua_createtable(L, 0, 0);
    for (const [key, field] of Object.entries(value)) {
      pushValue(L, field);
      lua.lua_setfield(L, -2, to_luastring(key));
    }
  } else if (typeof value === 'string') lua.lua_pushstring(L, to_luastring(value));
  else if (typeof value === 'boolean') lua.lua_pushboolean(L, value);
  // Fengari's integers have 32 bits; as such they print without a fraction.
  else if (typeof value === 'number')
    if ((value | 0) === value) lua.lua_pushinteger(L, value);
    else lua.lua_pushnumber(L, value);
  else lua.lua_pushnil(L);
}

/** Reads the value at the index as JSON; a table with positions from 1 is a list, and so is an empty one. */
export function readValue(L: LuaState, index: number, depth = 0): unknown {
  switch (lua.lua_type(L, index)) {
    case lua.LUA_TBOOLEAN:
      return lua.lua_toboolean(L, index);
    case lua.LUA_TNUMBER:
      return lua.lua_tonumber(L, index);
    case lua.LUA_TSTRING:
      return textAt(L, index);
    case lua.LUA_TTABLE:
      return readTable(L, lua.lua_absindex(L, index), depth);
    default:
      return undefined;
  }
}

export function textAt(L: LuaState, index: number): string {
  const text = lua.lua_tostring(L, index);
  return text === null ? '' : to_jsstring(text, undefined, undefined, true);
}

function readTable(L: LuaState, index: number, depth: number): unknown {
  if (depth > MAX_DEPTH)
    throw new Error('the table that the script returned is nested too deeply, or holds itself');
  lua.lua_checkstack(L, SLOTS_PER_LEVEL);
  const entries: [key: string, value: unknown][] = [];
  let isList = true;
  lua.lua_pushnil(L);
  while (lua.lua_next(L, index) !== 0) {
    isList &&= lua.lua_type(L, -2) === lua.LUA_TNUMBER;
    const value = readValue(L, -1, depth + 1);
    // The key is copied: turning it into text in place would confuse the traversal.
    lua.lua_pushvalue(L, -2);
    entries.push([textAt(L, -1), value]);
    lua.lua_pop(L, 2);
  }
  if (!isList) return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
}
