import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { renderError } from '../render-error';

/** `name[=newName][:tag][@digest]`, as `kustomize edit set image` takes it. `*` keeps what the file says. */
function parseImageOverride(text: string): JsonObject {
  const equals = text.indexOf('=');
  const name = equals > 0 ? text.slice(0, equals) : undefined;
  const { image, tag, digest } = splitImage(equals > 0 ? text.slice(equals + 1) : text);
  if ((name ?? image) === '')
    throw renderError(`kustomize.images "${text}" names no image: write name=newName:tag`);
  if (name === undefined && !tag && !digest) {
    throw renderError(
      `kustomize.images "${text}" has neither a tag nor a new name: write ${text}:tag or ${text}=newName`,
    );
  }
  return {
    name: name ?? image,
    ...(name === undefined ? {} : { newName: image }),
    ...(tag ? { newTag: tag } : {}),
    ...(digest ? { digest } : {}),
  };
}

function splitImage(text: string): { image: string; tag: string | undefined; digest: string | undefined } {
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  const rest = at < 0 ? text : text.slice(0, at);
  const colon = rest.lastIndexOf(':');
  // A colon before a slash belongs to a registry's port.
  const hasTag = colon > rest.lastIndexOf('/');
  return {
    image: hasTag ? rest.slice(0, colon) : rest,
    tag: hasTag ? rest.slice(colon + 1) : undefined,
    digest,
  };
}

/** The `images` field with overrides in place, in order of names as kustomize writes it. */
export function withImages(existing: JsonValue | undefined, overrides: readonly string[]): JsonObject[] {
  const images = new Map<string, JsonObject>();
  for (const text of overrides) {
    const image = parseImageOverride(text);
    images.set(nameOf(image), image);
  }
  for (const old of Array.isArray(existing) ? existing.filter(isJsonObject) : []) {
    const name = nameOf(old);
    const override = images.get(name);
    images.set(name, override ? keepingStars(override, old) : old);
  }
  return [...images].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, image]) => image);
}

function nameOf(image: JsonObject): string {
  return typeof image['name'] === 'string' ? image['name'] : '';
}

function keepingStars(override: JsonObject, old: JsonObject): JsonObject {
  const result = { ...override };
  for (const field of ['newName', 'newTag', 'digest']) {
    if (result[field] !== '*') continue;
    if (old[field] === undefined) Reflect.deleteProperty(result, field);
    else result[field] = old[field];
  }
  return result;
}
