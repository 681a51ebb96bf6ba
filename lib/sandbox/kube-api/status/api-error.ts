import type { JsonObject } from '@/lib/domain/resource/json';
import { qualifiedKind, qualifiedResource, type KindDefinition } from '../registry/kind-definition';
import type { FieldError } from './field-error';

type Named = Pick<KindDefinition, 'group' | 'kind' | 'plural'>;

interface StatusCause {
  reason?: string;
  message: string;
  field?: string;
}

/** An answer that is no success; `toStatus` is the body that the API server sends. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: number;
  readonly reason: string;
  readonly details: JsonObject | undefined;

  constructor(code: number, reason: string, message: string, details?: JsonObject) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  toStatus(): JsonObject {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      ...(this.reason === '' ? {} : { reason: this.reason }),
      ...(this.details ? { details: this.details } : {}),
      code: this.code,
    };
  }
}

export const apiErrors = {
  notFound: (kind: Named, name: string): ApiError =>
    new ApiError(404, 'NotFound', `${qualifiedResource(kind)} "${name}" not found`, detailsOf(kind, name)),
  /** A path that no resource is served under. */
  noSuchPath: (): ApiError =>
    new ApiError(404, 'NotFound', 'the server could not find the requested resource', {}),
  alreadyExists: (kind: Named, name: string): ApiError =>
    new ApiError(
      409,
      'AlreadyExists',
      `${qualifiedResource(kind)} "${name}" already exists`,
      detailsOf(kind, name),
    ),
  conflict: (kind: Named, name: string, detail: string): ApiError =>
    new ApiError(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${qualifiedResource(kind)} "${name}": ${detail}`,
      detailsOf(kind, name),
    ),
  modified: (kind: Named, name: string): ApiError =>
    apiErrors.conflict(
      kind,
      name,
      'the object has been modified; please apply your changes to the latest version and try again',
    ),
  /** Conflicting owners in server-side apply. */
  applyConflict: (message: string, causes: StatusCause[]): ApiError =>
    new ApiError(409, 'Conflict', message, { causes: causes.map((cause) => ({ ...cause })) }),
  forbidden: (kind: Named, name: string, detail: string, causes: StatusCause[] = []): ApiError =>
    new ApiError(403, 'Forbidden', `${qualifiedResource(kind)} "${name}" is forbidden: ${detail}`, {
      ...detailsOf(kind, name),
      ...(causes.length > 0 ? { causes: causes.map((cause) => ({ ...cause })) } : {}),
    }),
  invalid: (kind: Named, name: string, errors: readonly FieldError[]): ApiError => {
    const lines = errors.map((error) => `${error.field}: ${error.message}`);
    const text = lines.length === 1 ? (lines[0] ?? '') : `[${lines.join(', ')}]`;
    return new ApiError(422, 'Invalid', `${qualifiedKind(kind)} "${name}" is invalid: ${text}`, {
      ...detailsOf({ ...kind, plural: kind.kind }, name),
      causes: errors.map(({ reason, message, field }) => ({ reason, message, field })),
    });
  },
  /** A patch that cannot be applied; the API server names no object then. */
  invalidPatch: (message: string): ApiError => new ApiError(422, 'Invalid', message, {}),
  badRequest: (message: string): ApiError => new ApiError(400, 'BadRequest', message),
  expired: (message: string): ApiError => new ApiError(410, 'Expired', message),
  methodNotAllowed: (): ApiError =>
    new ApiError(
      405,
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
      {},
    ),
  unsupportedMediaType: (supported: readonly string[]): ApiError =>
    new ApiError(
      415,
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: ${supported.join(', ')}`,
    ),
  tooLarge: (limit: number): ApiError =>
    new ApiError(413, 'RequestEntityTooLarge', `Request entity too large: limit is ${limit}`),
  internal: (message: string): ApiError =>
    new ApiError(500, 'InternalError', `Internal error occurred: ${message}`),
};

function detailsOf(kind: Named, name: string): JsonObject {
  return { name, ...(kind.group === '' ? {} : { group: kind.group }), kind: kind.plural };
}
