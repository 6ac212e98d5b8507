/**
 * A small API client with a cookie jar: a phone or an operator without a browser. Retries like the member app does: same
 * client id, until there is an answer.
 */

/** An answer of the API. */
export interface Answer {
  status: number;
  body: any;
  headers: Headers;
}

/** One visitor with cookies of their own. */
export interface Client {
  readonly cookies: Map<string, string>;
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** As `request`, but throws with the problem's text unless the answer is 2xx. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<any>;
  cookieHeader(): string;
}

/** Makes a visitor of the server at `url()`; the address is asked anew for each request, because it may restart. */
export function createClient(url: () => string, token?: string): Client {
  const cookies = new Map<string, string>();
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const request: Client['request'] = async (method, path, body, headers = {}) => {
    const raw = body instanceof Uint8Array;
    const response = await fetch(new URL(path, url()), {
      method,
      headers: {
        origin: new URL(url()).origin,
        ...(cookies.size > 0 ? { cookie: cookieHeader() } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
  };
  return {
    cookies,
    cookieHeader,
    request,
    call: async (method, path, body, headers) => {
      const answer = await request(method, path, body, headers);
      if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
  if (value === '' || /max-age=0\b/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}
