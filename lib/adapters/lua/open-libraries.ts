import { lauxlib, lua, lualib, to_jsstring, to_luastring, type LuaFunction, type LuaState } from 'fengari';
import { pushValue } from './convert-value';
import { formatDate } from './format-date';

const SAFE = { _G: lualib.luaopen_base, table: lualib.luaopen_table };
const OPEN = {
  string: lualib.luaopen_string,
  math: lualib.luaopen_math,
  coroutine: lualib.luaopen_coroutine,
  utf8: lualib.luaopen_utf8,
};

/** Functions of the base library that reach files or other code. */
const REMOVED = ['dofile', 'loadfile', 'load', 'loadstring', 'collectgarbage'];

const MAX_REPEATED_BYTES = 1_000_000;

/**
 * Opens what a script may use: base and table, the time functions of os, and with `useOpenLibs` string, math, coroutine
 * and utf8 too. There is no io, no debug, no package loader; `require("os")` answers the same safe table.
 */
export function openLibraries(L: LuaState, useOpenLibs: boolean, now: () => Date): void {
  for (const [name, open] of Object.entries(useOpenLibs ? { ...SAFE, ...OPEN } : SAFE)) {
    lauxlib.luaL_requiref(L, to_luastring(name), open, 1);
    lua.lua_pop(L, 1);
  }
  for (const name of REMOVED) setGlobal(L, name, undefined);
  setGlobal(L, 'print', () => 0);
  openTimeFunctions(L, now);
  setGlobal(L, 'require', (state) => {
    const name = to_jsstring(lauxlib.luaL_checkstring(state, 1));
    lua.lua_getglobal(state, to_luastring(['os', 'table', ...Object.keys(OPEN)].includes(name) ? name : ''));
    if (lua.lua_type(state, -1) === lua.LUA_TTABLE) return 1;
    return lauxlib.luaL_error(state, to_luastring(`module '${name}' not found`));
  });
  addLua51(L);
  if (useOpenLibs) limitRepetition(L);
}

function openTimeFunctions(L: LuaState, now: () => Date): void {
  lua.lua_createtable(L, 0, 2);
  setField(L, 'time', (state) => {
    const isAsked = lua.lua_type(state, 1) === lua.LUA_TTABLE;
    const seconds = isAsked ? secondsOf(state) : Math.floor(now().getTime() / 1000);
    pushValue(state, seconds);
    return 1;
  });
  setField(L, 'date', (state) => {
    const format = to_jsstring(lauxlib.luaL_optstring(state, 1, to_luastring('%c')));
    const seconds = lua.lua_type(state, 2) === lua.LUA_TNUMBER ? lua.lua_tonumber(state, 2) : undefined;
    const date = seconds === undefined ? now() : new Date(seconds * 1000);
    lua.lua_pushstring(state, to_luastring(formatDate(format, date)));
    return 1;
  });
  lua.lua_setglobal(L, to_luastring('os'));
}

/** `os.time{year=…, month=…, day=…}`; noon where no hour is given, as Lua has it. */
function secondsOf(state: LuaState): number {
  const field = (name: string, fallback: number): number => {
    lua.lua_pushstring(state, to_luastring(name));
    lua.lua_rawget(state, 1);
    const value = lua.lua_type(state, -1) === lua.LUA_TNIL ? fallback : lua.lua_tonumber(state, -1);
    lua.lua_pop(state, 1);
    return value;
  };
  const day = [field('year', 1970), field('month', 1) - 1, field('day', 1)] as const;
  return Math.floor(Date.UTC(...day, field('hour', 12), field('min', 0), field('sec', 0)) / 1000);
}

/** One call of string.rep can fill the memory before any limit of time is asked. */
function limitRepetition(L: LuaState): void {
  lua.lua_getglobal(L, to_luastring('string'));
  setField(L, 'rep', (state) => {
    const [text, times] = [lauxlib.luaL_checkstring(state, 1), lauxlib.luaL_checkinteger(state, 2)];
    const separator = lauxlib.luaL_optstring(state, 3, to_luastring(''));
    if (times > 0 && (text.length + separator.length) * times > MAX_REPEATED_BYTES)
      return lauxlib.luaL_error(state, to_luastring('resulting string too large'));
    const parts = Array.from({ length: Math.max(0, times) }, () => to_jsstring(text));
    lua.lua_pushstring(state, to_luastring(parts.join(to_jsstring(separator))));
    return 1;
  });
  lua.lua_pop(L, 1);
}

/** What Lua 5.1, Argo CD's version, has and later ones dropped. */
function addLua51(L: LuaState): void {
  withTable(L, 'table', () => {
    setField(L, 'getn', (state) => {
      lua.lua_pushinteger(state, lua.lua_rawlen(state, 1));
      return 1;
    });
    setField(L, 'maxn', (state) => {
      pushValue(state, greatestKey(state));
      return 1;
    });
    lua.lua_getfield(L, -1, to_luastring('unpack'));
    lua.lua_setglobal(L, to_luastring('unpack'));
  });
  withTable(L, 'math', () => {
    setField(L, 'pow', (state) => {
      pushValue(state, lua.lua_tonumber(state, 1) ** lua.lua_tonumber(state, 2));
      return 1;
    });
  });
  withTable(L, 'string', () => {
    lua.lua_getfield(L, -1, to_luastring('gmatch'));
    lua.lua_setfield(L, -2, to_luastring('gfind'));
  });
}

function greatestKey(state: LuaState): number {
  let greatest = 0;
  lua.lua_pushnil(state);
  while (lua.lua_next(state, 1) !== 0) {
    lua.lua_pop(state, 1);
    if (lua.lua_type(state, -1) === lua.LUA_TNUMBER)
      greatest = Math.max(greatest, lua.lua_tonumber(state, -1));
  }
  return greatest;
}

/** Works on a library's table, if that library is open. */
function withTable(L: LuaState, name: string, work: () => void): void {
  if (lua.lua_getglobal(L, to_luastring(name)) === lua.LUA_TTABLE) work();
  lua.lua_pop(L, 1);
}

function setGlobal(L: LuaState, name: string, fn: LuaFunction | undefined): void {
  if (fn) lua.lua_pushcfunction(L, fn);
  else lua.lua_pushnil(L);
  lua.lua_setglobal(L, to_luastring(name));
}

function setField(L: LuaState, name: string, fn: LuaFunction): void {
  lua.lua_pushcfunction(L, fn);
  lua.lua_setfield(L, -2, to_luastring(name));
}
