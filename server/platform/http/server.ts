import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createContext, type Services } from '../context.ts';
import { platformErrors } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import { newSecret } from '../ids.ts';
import { createApi, type Api } from './api.ts';
import type { ActorSource } from '../auth/actor-source.ts';
import { securityHeaders } from './headers.ts';
import { describeApi } from './openapi.ts';
import { toProblemResponse } from './problem.ts';
import { createRateLimiter } from './rate-limit.ts';
import { createOriginReader, type Origin } from './request.ts';
import type { Route } from './route.ts';
import type { Web } from './web.ts';
import { dressPage, type ShareTags } from './share-tags.ts';

/** The HTTP side of the process: API routes, operator sign-in, health, metrics, and the built pages. */
export interface HttpApp {
  readonly api: Api;
  readonly readOrigin: (headers: Headers, peer: string) => Origin;
  readonly routes: readonly Route[];
  /** Answers a request as if it came from `peer`; what tests call. */
  fetch(request: Request, peer?: string): Promise<Response>;
  /** A server that listens once `listen` is called on it. */
  createServer(): Server;
}

/** What the HTTP side is made of. */
export interface HttpOptions {
  services: Services;
  routes: readonly Route[];
  sources: readonly ActorSource[];
  metrics: Metrics;
  isReady: () => Promise<boolean>;
  web: Web | undefined;
  shareTags: ShareTags | undefined;
  version: string;
}

type Env = { Bindings: { peer: string } };

/** Builds the HTTP app; throws when two routes share a name or an address. */
export function createHttp(options: HttpOptions): HttpApp {
  const { services, routes, metrics } = options;
  checkRoutes(routes);
  const limiter = createRateLimiter(services.clock);
  const api = createApi({ services, sources: options.sources, limiter, metrics });
  const readOrigin = createOriginReader(services.config);
  const app = new Hono<Env>();

  for (const route of routes) {
    const path = route.path.replace(/\{([a-zA-Z]+)\}/g, ':$1');
    app.on(route.method.toUpperCase(), path, (c) =>
      api.handle(route, c.req.raw, c.req.param() as Record<string, string>, readOrigin(c.req.raw.headers, c.env.peer)),
    );
  }
  let document: string | undefined;
  app.get('/api/openapi.json', (c) => {
    document ??= JSON.stringify(describeApi(routes, { version: options.version }));
    return c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' });
  });
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => ((await options.isReady()) ? c.text('ready\n') : c.text('not ready\n', 503)));
  app.get('/metrics', (c) => {
    if (!mayReadMetrics(services, c.env.peer, c.req.raw.headers)) return c.text('forbidden\n', 403);
    return c.text(metrics.render(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  app.all('*', async (c) => {
    const origin = readOrigin(c.req.raw.headers, c.env.peer);
    const page = await servePage(options, api, c.req.raw, origin);
    return page ?? refuse(services, api, c.req.raw);
  });

  const answer = async (request: Request, peer: string): Promise<Response> => {
    const origin = readOrigin(request.headers, peer);
    const response = await app.fetch(request, { peer });
    for (const [name, value] of Object.entries(securityHeaders(origin))) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
  return {
    api,
    readOrigin,
    routes,
    fetch: (request, peer = '127.0.0.1') => answer(request, peer),
    createServer: () => {
      const timeouts = { requestTimeout: 60_000, headersTimeout: 15_000, keepAliveTimeout: 65_000 };
      const listener = getRequestListener((request, env) => answer(request, peerOf(env)));
      return createServer(timeouts, (incoming, outgoing) => void listener(incoming, outgoing));
    },
  };
}

function peerOf(env: unknown): string {
  const { incoming } = env as { incoming: { socket: { remoteAddress?: string } } };
  return incoming.socket.remoteAddress ?? '';
}

async function servePage(
  options: HttpOptions,
  api: Api,
  request: Request,
  origin: Origin,
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!options.web || (request.method !== 'GET' && request.method !== 'HEAD') || pathname.startsWith('/api/'))
    return undefined;
  const accepts = request.headers.get('accept-encoding') ?? '';
  return options.web.serve(pathname, accepts, async (html) => {
    const locale = api.readLocale(request.headers, request.url);
    const ctx = createContext(options.services, {
      actor: { kind: 'anonymous' },
      requestId: newSecret(9),
      locale,
      publicUrl: origin.url,
    });
    const tags = (await options.shareTags?.(ctx, pathname)) ?? '';
    return dressPage(html, { locale, tags });
  });
}

function refuse(services: Services, api: Api, request: Request): Response {
  const requestId = newSecret(9);
  return toProblemResponse(platformErrors.not_found(), {
    i18n: services.i18n,
    locale: api.readLocale(request.headers),
    requestId,
    log: services.log,
    route: 'none',
  });
}

/** Metrics tell nothing personal, yet they are for the machine's owner: from this machine, or with the token. */
function mayReadMetrics(services: Services, peer: string, headers: Headers): boolean {
  const token = services.config.metricsToken;
  if (token !== undefined && headers.get('authorization') === `Bearer ${token}`) return true;
  const local = /^(::1|(::ffff:)?127\.)/.test(peer);
  return local && headers.get('x-forwarded-for') === null;
}

function checkRoutes(routes: readonly Route[]): void {
  const names = new Set<string>();
  const places = new Set<string>();
  for (const route of routes) {
    const place = `${route.method} ${route.path.replace(/\{[^}]+\}/g, '{}')}`;
    if (names.has(route.name)) throw new Error(`route ${route.name} is declared twice`);
    if (places.has(place)) throw new Error(`two routes answer ${place}`);
    names.add(route.name);
    places.add(place);
    const inPath = [...route.path.matchAll(/\{([a-zA-Z]+)\}/g)].map((match) => match[1]!);
    const declared = Object.keys(route.params?.shape ?? {});
    if (inPath.sort().join() !== declared.sort().join())
      throw new Error(`route ${route.name}: params differ from its path`);
  }
}
