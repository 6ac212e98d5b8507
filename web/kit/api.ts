// The one client of the HTTP API for both apps. Types come from /api/openapi.json (api-types.ts); every write carries an
// idempotency key, so a request whose answer was lost on a weak network is repeated with the same key and never doubled.
import createClient from 'openapi-fetch';
import type { paths } from './api-types.ts';
import { waitBefore } from './backoff.ts';
import { currentLanguage } from './i18n.ts';
import { ApiError, problemFrom } from './problem.ts';

/** What the sender needs of the outside; tests give their own. */
export interface Sending {
  fetch: (request: Request) => Promise<Response>;
  wait: (ms: number) => Promise<void>;
  newKey: () => string;
  language: () => string;
  /** Tries after the first one. */
  repeats: number;
}

const realSending: Sending = {
  fetch: (request) => fetch(request),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newKey,
  language: currentLanguage,
  repeats: 3,
};

/** Answers of a proxy or a restarting server: nothing was decided, the same key may be tried again. */
const undecided = new Set([502, 503, 504]);

/** The typed client: `api.GET('/api/…')`. Wrap a call in `answerOf` to get the data or an ApiError. */
export const api = createClient<paths>({ baseUrl: '/', fetch: createSender() });

/** The data of a call; a refusal is thrown as ApiError with its text. */
export async function answerOf<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemFrom(error, response);
  return data as NonNullable<Data>;
}

/** A fetch that repeats on network failure with growing pauses and one idempotency key per write. */
export function createSender(sending: Sending = realSending): (request: Request) => Promise<Response> {
  return async (original) => {
    const request = original.headers.has('accept-language')
      ? original
      : withHeader(original, 'accept-language', sending.language());
    const isWrite = !['GET', 'HEAD'].includes(request.method);
    const keyed =
      isWrite && !request.headers.has('idempotency-key')
        ? withHeader(request, 'idempotency-key', sending.newKey())
        : request;
    for (let tries = 0; ; tries += 1) {
      const last = tries >= sending.repeats;
      try {
        const response = await sending.fetch(keyed.clone());
        if (last || !undecided.has(response.status)) return response;
      } catch (error) {
        if (keyed.signal.aborted) throw error;
        if (last) throw new ApiError({ code: 'network' }, error);
      }
      await sending.wait(waitBefore(tries, { first: 400, most: 5000 }));
    }
  };
}

/** Sends bytes (a picture) with the same promises as `api`; `key` lets a later retry be the same write. */
export async function uploadBytes<Answer>(path: string, bytes: Blob, key = newKey()): Promise<Answer> {
  const request = new Request(new URL(path, location.href), {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': bytes.type || 'application/octet-stream', 'idempotency-key': key },
  });
  const response = await createSender()(request);
  const body = (await response.json().catch(() => undefined)) as unknown;
  if (!response.ok) throw problemFrom(body, response);
  return body as Answer;
}

/** A fresh idempotency key or client id. `randomUUID` exists only on https pages, and phones on a LAN come by http. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function withHeader(request: Request, name: string, value: string): Request {
  const headers = new Headers(request.headers);
  headers.set(name, value);
  return new Request(request, { headers });
}
