import { lauxlib, lua, to_jsstring, to_luastring, type LuaState } from 'fengari';
import type { LuaOutcome, LuaScript } from '@/lib/domain/health/custom/lua-script';
import type { LuaEvaluator } from '@/lib/engine/ports/lua-evaluator';
import { pushValue, readValue, textAt } from './convert-value';
import { openLibraries } from './open-libraries';

const LIMIT_MS = 1_000;
const INSTRUCTIONS_PER_CHECK = 10_000;
const REST_MS = 60_000;

interface LuaEvaluatorOptions {
  limitMs?: number;
  /** Time as scripts see it (`os.date`), and by which a script that ran too long rests. */
  now?: () => Date;
}

/**
 * A {@link LuaEvaluator} on fengari, a Lua 5.3 in JavaScript. Every run has a state of its own. As a run holds the
 * process up, a script that went over the limit is not run again for a minute: its last outcome stands.
 */
export function createLuaEvaluator(options: LuaEvaluatorOptions = {}): LuaEvaluator {
  const { limitMs = LIMIT_MS, now = () => new Date() } = options;
  const resting = new Map<string, number>();
  const message = `the script ran longer than ${limitMs} ms`;
  return {
    evaluate(script, object, params = {}) {
      const restsUntil = resting.get(script.script);
      if (restsUntil !== undefined && now().getTime() < restsUntil) return { ok: false, message };
      const outcome = runOnce(script, { obj: object, actionParams: params }, limitMs, now);
      if (outcome === 'too-long') {
        resting.set(script.script, now().getTime() + REST_MS);
        return { ok: false, message };
      }
      resting.delete(script.script);
      return outcome;
    },
  };
}

function runOnce(
  { script, useOpenLibs }: LuaScript,
  globals: Readonly<Record<string, unknown>>,
  limitMs: number,
  now: () => Date,
): LuaOutcome | 'too-long' {
  const L = lauxlib.luaL_newstate();
  openLibraries(L, useOpenLibs, now);
  for (const [name, value] of Object.entries(globals)) {
    pushValue(L, value);
    lua.lua_setglobal(L, to_luastring(name));
  }
  const bytes = to_luastring(script);
  if (lauxlib.luaL_loadbuffer(L, bytes, bytes.length, to_luastring('=script')) !== lua.LUA_OK)
    return { ok: false, message: textAt(L, -1) };
  const deadline = setDeadline(L, limitMs);
  const status = lua.lua_pcall(L, 0, 1, 0);
  if (deadline.isOver()) return 'too-long';
  if (status !== lua.LUA_OK) return { ok: false, message: errorAt(L) };
  try {
    return { ok: true, value: readValue(L, -1) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Ends the run after `limitMs`. Once over, every further instruction fails, so that a script cannot catch the error
 * with pcall and go on.
 */
function setDeadline(L: LuaState, limitMs: number): { isOver: () => boolean } {
  const end = performance.now() + limitMs;
  let isOver = false;
  const hook = (state: LuaState): void => {
    if (!isOver && performance.now() < end) return;
    isOver = true;
    // A coroutine has a hook of its own; the main program must not wait for its next turn.
    for (const each of [state, L]) lua.lua_sethook(each, hook, lua.LUA_MASKCOUNT, 1);
    lauxlib.luaL_error(state, to_luastring('time is up'));
  };
  lua.lua_sethook(L, hook, lua.LUA_MASKCOUNT, INSTRUCTIONS_PER_CHECK);
  return { isOver: () => isOver };
}

/** The text of an error; an error value that is no text is named by its type. */
function errorAt(L: LuaState): string {
  if (lua.lua_type(L, -1) === lua.LUA_TSTRING) return textAt(L, -1);
  return `the script raised a ${to_jsstring(lua.lua_typename(L, lua.lua_type(L, -1)))}`;
}
