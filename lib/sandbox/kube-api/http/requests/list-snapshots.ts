import { randomUUID } from 'node:crypto';
import { apiErrors } from '../../status/api-error';
import type { StoredObject } from '../../store/stored-object';

interface Snapshot {
  objects: readonly StoredObject[];
  resourceVersion: string;
}

export interface ListPage extends Snapshot {
  /** '' on the last page. */
  next: string;
  remaining: number;
}

const MAX_SNAPSHOTS = 64;

/** Lists that are being paged through, so that all pages show the same moment. The oldest are dropped, which is 410. */
export class ListSnapshots {
  readonly #snapshots = new Map<string, Snapshot>();

  first(objects: readonly StoredObject[], resourceVersion: string, limit: number): ListPage {
    if (limit === 0 || objects.length <= limit) return { objects, resourceVersion, next: '', remaining: 0 };
    const id = randomUUID();
    this.#snapshots.set(id, { objects, resourceVersion });
    const [oldest] = this.#snapshots.keys();
    if (this.#snapshots.size > MAX_SNAPSHOTS && oldest !== undefined) this.#snapshots.delete(oldest);
    return this.#page(id, { objects, resourceVersion }, 0, limit);
  }

  next(token: string, limit: number): ListPage {
    const [id = '', offset = ''] = Buffer.from(token, 'base64url').toString().split(':');
    const snapshot = this.#snapshots.get(id);
    if (!snapshot)
      throw apiErrors.expired(
        'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
      );
    return this.#page(id, snapshot, Number(offset), limit === 0 ? snapshot.objects.length : limit);
  }

  #page(id: string, { objects, resourceVersion }: Snapshot, offset: number, limit: number): ListPage {
    const end = offset + limit;
    const remaining = Math.max(0, objects.length - end);
    const next = remaining > 0 ? Buffer.from(`${id}:${end}`).toString('base64url') : '';
    return { objects: objects.slice(offset, end), resourceVersion, next, remaining };
  }
}
