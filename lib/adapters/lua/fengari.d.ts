/** The part of fengari that the adapter uses; the package ships no types. */
declare module 'fengari' {
  /** A Lua state; opaque. */
  export interface LuaState {
    readonly __luaState: never;
  }
  /** A hook's activation record; opaque. */
  export interface LuaDebug {
    readonly __luaDebug: never;
  }
  export type LuaString = Uint8Array;
  export type LuaFunction = (L: LuaState) => number;

  export function to_luastring(text: string): LuaString;
  export function to_jsstring(text: LuaString, from?: number, to?: number, isReplacing?: boolean): string;

  export const lua: {
    readonly LUA_OK: number;
    readonly LUA_MASKCOUNT: number;
    readonly LUA_TNIL: number;
    readonly LUA_TBOOLEAN: number;
    readonly LUA_TNUMBER: number;
    readonly LUA_TSTRING: number;
    readonly LUA_TTABLE: number;
    lua_absindex(L: LuaState, index: number): number;
    lua_checkstack(L: LuaState, slots: number): boolean;
    lua_createtable(L: LuaState, items: number, fields: number): void;
    lua_error(L: LuaState): number;
    lua_getfield(L: LuaState, index: number, name: LuaString): number;
    lua_getglobal(L: LuaState, name: LuaString): number;
    lua_gettop(L: LuaState): number;
    lua_next(L: LuaState, index: number): number;
    lua_pcall(L: LuaState, args: number, results: number, handler: number): number;
    lua_pop(L: LuaState, count: number): void;
    lua_pushboolean(L: LuaState, value: boolean): void;
    lua_pushcfunction(L: LuaState, fn: LuaFunction): void;
    lua_pushinteger(L: LuaState, value: number): void;
    lua_pushnil(L: LuaState): void;
    lua_pushnumber(L: LuaState, value: number): void;
    lua_pushstring(L: LuaState, text: LuaString): void;
    lua_pushvalue(L: LuaState, index: number): void;
    lua_rawget(L: LuaState, index: number): number;
    lua_rawlen(L: LuaState, index: number): number;
    lua_rawseti(L: LuaState, index: number, position: number): void;
    lua_setfield(L: LuaState, index: number, name: LuaString): void;
    lua_setglobal(L: LuaState, name: LuaString): void;
    lua_sethook(L: LuaState, hook: (L: LuaState, ar: LuaDebug) => void, mask: number, count: number): void;
    lua_settop(L: LuaState, index: number): void;
    lua_toboolean(L: LuaState, index: number): boolean;
    lua_tonumber(L: LuaState, index: number): number;
    lua_tostring(L: LuaState, index: number): LuaString | null;
    lua_type(L: LuaState, index: number): number;
    lua_typename(L: LuaState, type: number): LuaString;
  };
  export const lauxlib: {
    luaL_checkinteger(L: LuaState, index: number): number;
    luaL_checkstring(L: LuaState, index: number): LuaString;
    luaL_error(L: LuaState, format: LuaString, ...args: unknown[]): number;
    luaL_loadbuffer(L: LuaState, text: LuaString, size: number, name: LuaString): number;
    luaL_newstate(): LuaState;
    luaL_optstring(L: LuaState, index: number, fallback: LuaString): LuaString;
    luaL_requiref(L: LuaState, name: LuaString, open: LuaFunction, isGlobal: number): void;
    luaL_tolstring(L: LuaState, index: number): LuaString;
  };
  export const lualib: {
    luaopen_base: LuaFunction;
    luaopen_coroutine: LuaFunction;
    luaopen_math: LuaFunction;
    luaopen_string: LuaFunction;
    luaopen_table: LuaFunction;
    luaopen_utf8: LuaFunction;
  };
}
