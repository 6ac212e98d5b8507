import { createHmac } from 'node:crypto';
import type { z } from 'zod';
import { actorKey, type Actor } from '../auth/actor.ts';
import type { ActorSource } from '../auth/actor-source.ts';
import { createContext, inTransaction, type Ctx, type Services } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { pickLocale, type Locale } from '../i18n.ts';
import { newSecret } from '../ids.ts';
import type { Metrics } from '../metrics.ts';
import { readBody } from './body.ts';
import { claimKey, keepAnswer } from './idempotency.ts';
import { badInput, toProblemResponse } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';
import { isSameOrigin, type Origin } from './request.ts';
import type { Route } from './route.ts';

/**
 * The way of a request: who is it, may they, how often, is the input right, run it (in one transaction with its
 * idempotency key when it writes), shape the answer. Every API route goes this way; there is no other.
 */
export interface Api {
  /** Answers a request to a declared route. */
  handle(route: Route, request: Request, params: Record<string, string>, origin: Origin): Promise<Response>;
  readActor(headers: Headers): Promise<{ actor: Actor; via: ActorSource['via'] | null }>;
  readLocale(headers: Headers, url?: string): Locale;
}

/** What the API needs beside the services. */
export interface ApiOptions {
  services: Services;
  sources: readonly ActorSource[];
  limiter: RateLimiter;
  metrics: Metrics;
}

/** Makes the API of the process. */
export function createApi(options: ApiOptions): Api {
  const { services } = options;
  const readActor: Api['readActor'] = async (headers) => {
    for (const source of options.sources) {
      const actor = await source.read(services, headers);
      if (actor) return { actor, via: source.via };
    }
    return { actor: { kind: 'anonymous' }, via: null };
  };
  const readLocale: Api['readLocale'] = (headers, url) => {
    const wish = (url && new URL(url).searchParams.get('lang')) ?? readCookie(headers, 'mh_lang');
    return pickLocale(wish ?? undefined, headers.get('accept-language') ?? undefined);
  };
  return {
    readActor,
    readLocale,
    handle: async (route, request, params, origin) => {
      const started = performance.now();
      const requestId = newSecret(9);
      const locale = readLocale(request.headers);
      const log = services.log.with({ request: requestId });
      const response = await answer(options, { route, request, params, origin, requestId, locale, readActor }).catch(
        (error: unknown) =>
          toProblemResponse(error, { i18n: services.i18n, locale, requestId, log, route: route.name }),
      );
      response.headers.set('x-request-id', requestId);
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
      const labels = { route: route.name, status: String(response.status) };
      options.metrics.count('miaohui_http_requests_total', labels);
      options.metrics.observe('miaohui_http_request_seconds', (performance.now() - started) / 1000, {
        route: route.name,
      });
      return response;
    },
  };
}

interface Call {
  route: Route;
  request: Request;
  params: Record<string, string>;
  origin: Origin;
  requestId: string;
  locale: Locale;
  readActor: Api['readActor'];
}

async function answer(options: ApiOptions, call: Call): Promise<Response> {
  const { services, limiter } = options;
  const { route, request } = call;
  const { actor, via } = await call.readActor(request.headers);
  if (via === 'cookie' && route.method !== 'get' && !isSameOrigin(request.headers, call.origin)) {
    throw platformErrors.cross_site();
  }
  takeToken(limiter, call, actor);
  const ctx = createContext(services, {
    actor,
    requestId: call.requestId,
    locale: call.locale,
    publicUrl: call.origin.url,
  });
  // An id that is not even an id is as unknown as a foreign one: the same 404, before and after the access check.
  const params = route.params ? route.params.safeParse(call.params) : { success: true as const, data: {} };
  if (!params.success) {
    if (actor.kind === 'anonymous') await route.access.check(ctx, call.params);
    throw platformErrors.not_found();
  }
  await route.access.check(ctx, call.params);
  const query = check('query', route.query, Object.fromEntries(new URL(request.url).searchParams));
  const raw =
    route.body === undefined || route.body === 'binary' ? undefined : await readBody(request, route.maxBodyBytes);
  const body = route.body === undefined || route.body === 'binary' ? undefined : check('body', route.body, raw!.json);
  const headers = new Headers();
  const input = { params: params.data, query, body, request, reply: headers };
  const run = (inner: Ctx) => route.handle(inner, input as never);
  const key = request.headers.get('idempotency-key');
  if (!route.transaction) return toResponse(route, await run(ctx), headers);
  if (key === null || actor.kind === 'anonymous' || route.response === 'binary') {
    return toResponse(route, await inTransaction(ctx, run), headers);
  }
  return runOnce(ctx, { route, key, requestHash: hashRequest(ctx, call, raw?.text), headers, run });
}

interface Once {
  route: Route;
  key: string;
  requestHash: string;
  headers: Headers;
  run: (ctx: Ctx) => Promise<unknown>;
}

/** Runs a write at most once for its key; a repeat gets the first answer with `Idempotency-Replayed: true`. */
async function runOnce(ctx: Ctx, { route, key, requestHash, headers, run }: Once): Promise<Response> {
  if (key.length > 200 || key.length < 1) throw platformErrors.bad_input({ field: 'Idempotency-Key' });
  const { secrets } = ctx.services;
  const place = `idempotency:${actorKey(ctx.actor)}:${key}`;
  return inTransaction(ctx, async (inner) => {
    const stored = await claimKey(inner, { key, requestHash });
    if (stored) {
      const body = route.secretAnswer && stored.body !== null ? secrets.open(stored.body, place) : stored.body;
      headers.set('idempotency-replayed', 'true');
      if (body !== null) headers.set('content-type', 'application/json; charset=utf-8');
      return new Response(body, { status: stored.status, headers });
    }
    const shaped = shape(route, await run(inner));
    const kept = route.secretAnswer && shaped !== null ? secrets.seal(shaped, place) : shaped;
    await keepAnswer(inner, key, { status: route.status, body: kept });
    if (shaped !== null) headers.set('content-type', 'application/json; charset=utf-8');
    return new Response(shaped, { status: route.status, headers });
  });
}

function toResponse(route: Route, value: unknown, headers: Headers): Response {
  if (route.response === 'binary') {
    const response = value as Response;
    headers.forEach((text, name) => response.headers.append(name, text));
    return response;
  }
  const body = shape(route, value);
  if (body !== null) headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(body, { status: route.status, headers });
}

/** The answer as JSON in the declared shape; fields that the schema does not name stay inside. */
function shape(route: Route, value: unknown): string | null {
  if (route.response === undefined || route.response === 'binary') return null;
  return JSON.stringify(route.response.parse(value));
}

function check(place: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return {};
  const result = schema.safeParse(value);
  if (!result.success) throw badInput(place, result.error);
  return result.data;
}

function takeToken(limiter: RateLimiter, call: Call, actor: Actor): void {
  const { limit } = call.route;
  if (!limit) return;
  const caller = limit.per === 'address' || actor.kind === 'anonymous' ? call.origin.address : actorKey(actor);
  const taken = limiter.take(limit, caller);
  if (!taken.ok)
    throw platformErrors.too_many_requests({
      retryAfterMs: taken.retryAfterMs,
      seconds: Math.ceil(taken.retryAfterMs / 1000),
    });
}

/** Keyed, so that a short secret in a body can't be guessed from the stored hash. */
function hashRequest(ctx: Ctx, call: Call, body: string | undefined): string {
  const { pathname, search } = new URL(call.request.url);
  const hash = createHmac('sha256', ctx.services.secrets.derive('idempotency'));
  return hash.update(`${call.route.name}\0${pathname}${search}\0${body ?? ''}`).digest('base64url');
}

/** One cookie of a request. */
export function readCookie(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
