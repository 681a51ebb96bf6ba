import { AppError } from '../app-error';

/** The body as it was sent. Refuses more than `maxBytes` without reading on. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

/** JSON of a request; undefined for an empty body. A page of another site cannot send this type without asking first. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  const text = (await readBody(request, maxBytes)).toString('utf8');
  if (text === '') return undefined;
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type))
    throw new AppError(
      'unsupported-media-type',
      `The body has the type "${type}"; it must be application/json.`,
      {
        fix: 'Send the header Content-Type: application/json.',
      },
    );
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new AppError('invalid-request', `The body is not JSON: ${(error as Error).message}.`, {
      field: 'body',
    });
  }
}

const tooLarge = (maxBytes: number) =>
  new AppError('too-large', `The body is larger than ${maxBytes} bytes.`, { field: 'body' });
