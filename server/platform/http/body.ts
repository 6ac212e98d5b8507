import { platformErrors } from '../errors.ts';

/**
 * Reads a body of at most `limit` bytes; without a Content-Length it stops reading at the limit.
 * Throws `platform.body_too_large`.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => platformErrors.body_too_large({ limit, megabytes: Math.round(limit / 104_857.6) / 10 });
  const length = request.headers.get('content-length');
  if (Number(length ?? 0) > limit) throw tooLarge();
  // A declared length is what the HTTP parser lets through; read at once it costs a tenth of a stream.
  if (length !== null) return new Uint8Array(await request.arrayBuffer());
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Reads a JSON body; throws `platform.wrong_content_type`, `platform.malformed_json` or `platform.body_too_large`. */
export async function readBody(request: Request, limit: number): Promise<{ text: string; json: unknown }> {
  const type = request.headers.get('content-type') ?? '';
  const text = new TextDecoder().decode(await readBytes(request, limit));
  if (text === '') return { text, json: {} };
  // Requiring the type also keeps plain HTML forms of other sites out: they can't send it without a preflight.
  if (!/^application\/json\b/i.test(type)) throw platformErrors.wrong_content_type({ expected: 'application/json' });
  try {
    return { text, json: JSON.parse(text) as unknown };
  } catch (error) {
    throw platformErrors.malformed_json(undefined, error);
  }
}
