import type { KubernetesObject } from '../../resource/kubernetes-object';

/** A script of `argocd-cm`; without `useOpenLibs` it has only the base, table and safe os functions. */
export interface LuaScript {
  script: string;
  useOpenLibs: boolean;
}

/** What a script returned, as JSON (undefined: nil), or why it did not come to an end. */
export type LuaOutcome = { ok: true; value: unknown } | { ok: false; message: string };

/** Runs a script on an object; the engine passes its evaluator in. */
export type EvaluateLua = (
  script: LuaScript,
  object: KubernetesObject,
  params?: Readonly<Record<string, string>>,
) => LuaOutcome;
