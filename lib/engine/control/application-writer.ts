import { applicationId, type Application } from '@/lib/domain/application/application';
import type { OperationState } from '@/lib/domain/application/application-status';
import { mergePatchBetween } from '@/lib/domain/manifest/merge-patch';
import type { JsonObject } from '@/lib/domain/resource/json';
import { isAdapterError } from '../ports/adapter-error';
import type { ControlPlane } from './control-plane';

/** Writes an Application's bookkeeping as Argo CD does: merge patches of the custom resource itself. */
export class ApplicationWriter {
  readonly #control: ControlPlane;

  constructor(control: ControlPlane) {
    this.#control = control;
  }

  /** The Application as the API server has it now; undefined when it is gone. */
  async read(id: string, signal: AbortSignal): Promise<Application | undefined> {
    const object = await this.#control.client.get(referenceOf(id), signal);
    const app = object as unknown as Application | undefined;
    if (app) this.#control.observe(app);
    return app;
  }

  /** Sends a patch; undefined when the Application is gone. */
  async patch(id: string, patch: JsonObject, signal: AbortSignal): Promise<Application | undefined> {
    try {
      const object = await this.#control.client.patch(referenceOf(id), 'merge', patch, {}, signal);
      const app = object as unknown as Application;
      this.#control.observe(app);
      return app;
    } catch (error) {
      if (isAdapterError(error, 404)) return undefined;
      throw error;
    }
  }

  /** Sends what of the status changed, and further changes such as a removed annotation; nothing when nothing did. */
  async patchStatus(
    app: Application,
    status: JsonObject,
    more: JsonObject,
    signal: AbortSignal,
  ): Promise<Application | undefined> {
    const change = mergePatchBetween((app.status ?? {}) as unknown as JsonObject, status);
    if (!change && Object.keys(more).length === 0) return app;
    return this.patch(applicationId(app), { ...more, ...(change ? { status: change } : {}) }, signal);
  }

  /**
   * Writes the operation's state as a whole; `isDone` also takes `.operation` away, in the same request. Lists are
   * replaced, absent fields of the state removed.
   */
  async writeOperation(
    id: string,
    state: OperationState,
    more: { isDone: boolean; status?: JsonObject },
    signal: AbortSignal,
  ): Promise<Application | undefined> {
    const present = this.#control.application(id)?.status?.operationState;
    const change = present ? mergePatchBetween(asJson(present), asJson(state)) : asJson(state);
    if (!change && !more.isDone && !more.status) return this.#control.application(id);
    const patch: JsonObject = {
      status: { ...(change ? { operationState: change } : {}), ...more.status },
      ...(more.isDone ? { operation: null } : {}),
    };
    return this.patch(id, patch, signal);
  }
}

function referenceOf(id: string) {
  const [namespace = '', name = ''] = id.split('/');
  return { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', namespace, name };
}

function asJson(state: OperationState): JsonObject {
  return JSON.parse(JSON.stringify(state)) as JsonObject;
}
