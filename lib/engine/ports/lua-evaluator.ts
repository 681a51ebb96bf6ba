import type { EvaluateLua } from '@/lib/domain/health/custom/lua-script';

/** Runs the Lua that an installation puts into `argocd-cm`: health checks and resource actions. */
export interface LuaEvaluator {
  /**
   * Runs a script with the globals `obj` and `actionParams` and answers what it returns, as JSON. Synchronous, without
   * any I/O, ended after the evaluator's limit (1 s). Never throws for what a user wrote: that is an outcome.
   */
  evaluate: EvaluateLua;
}
