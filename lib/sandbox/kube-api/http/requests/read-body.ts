import type { IncomingMessage } from 'node:http';
import { parse as parseYaml } from 'yaml';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { decodeProtobuf } from '../../schema/decode-protobuf';
import { apiErrors } from '../../status/api-error';

/** What the API server reads of one request. Bytes. */
const LIMIT_BYTES = 3 * 1024 * 1024;

/** JSON, or YAML or protobuf where the content type says so. An empty body is undefined. */
export async function readBody(request: IncomingMessage): Promise<JsonValue | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LIMIT_BYTES) throw apiErrors.tooLarge(LIMIT_BYTES);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? 'application/json';
  if (contentType.includes('protobuf')) {
    const decoded = body.length === 0 ? {} : decodeProtobuf(body);
    if (decoded) return decoded;
    throw apiErrors.unsupportedMediaType(['application/json', 'application/yaml']);
  }
  const text = body.toString('utf8').trim();
  if (text === '') return undefined;
  try {
    const isYaml = contentType.includes('yaml') && !text.startsWith('{');
    return (isYaml ? parseYaml(text) : JSON.parse(text)) as JsonValue;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw apiErrors.badRequest(`the object provided is unrecognized (must be of type Object): ${detail}`);
  }
}

export async function readObject(request: IncomingMessage): Promise<JsonObject> {
  const body = await readBody(request);
  if (isJsonObject(body)) return body;
  throw apiErrors.badRequest('the body of the request must be an object');
}
