/**
 * `testApp()`: the real app on a database of its own, with a fake clock, called without a socket. Requests are made as
 * anybody through a header that only this file understands; everything behind the header is the real thing.
 */
import { after } from 'node:test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App, type AppOptions } from '../app.ts';
import type { Actor } from './auth/actor.ts';
import { setGrant } from './auth/grants.ts';
import { createUser } from './auth/index.ts';
import type { TeamRole } from './auth/permissions.ts';
import { fakeClock, type FakeClock } from './clock.ts';
import { readConfig } from './config.ts';
import { inTransaction, type Ctx } from './context.ts';
import { newCode } from './ids.ts';
import { createLog } from './log.ts';
import { cloneDatabase } from './testing-database.ts';

/** A request in a test. */
export interface TestRequest {
  body?: unknown;
  /** Raw bytes instead of JSON. */
  bytes?: Uint8Array;
  as?: Actor;
  headers?: Record<string, string>;
  /** Address that the request seems to come from. */
  peer?: string;
}

/** An answer in a test. */
export interface TestAnswer {
  status: number;
  /** Parsed JSON; `any`, because tests look at it freely. */
  // eslint-disable-next-line typescript/no-explicit-any
  body: any;
  text: string;
  headers: Headers;
}

/** The app with what tests need around it. */
export interface TestApp extends App {
  readonly clock: FakeClock;
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Everything that was logged, one JSON line each. */
  readonly logged: string[];
  request(method: string, path: string, request?: TestRequest): Promise<TestAnswer>;
  /** A context of the system on the pool. */
  readonly ctx: Ctx;
  /** Delivers events and runs due jobs until nothing is left. */
  settle(): Promise<void>;
  /** An operator with a role in a community (null = the installation); without a password. */
  operator(role: TeamRole | 'installer', communityId: string | null): Promise<Actor & { kind: 'operator' }>;
}

/** Boots an app; it is closed and its database dropped when the test file ends. */
export async function testApp(
  options: { env?: Record<string, string>; modules?: AppOptions['modules']; webFolder?: string } = {},
): Promise<TestApp> {
  const database = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'miaohui-test-'));
  const clock = fakeClock('2026-11-19T11:42:00Z');
  const logged: string[] = [];
  const read = readConfig({ PUBLIC_URL: 'http://fair.test', DATABASE_CONNECTIONS: '10', ...options.env }, dataDir);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const app = await createApp({
    config: read.config,
    connection: database.url,
    log: createLog({ level: 'debug', write: (line) => logged.push(line) }),
    clock,
    background: false,
    sources: [{ name: 'test', via: 'header', read: async (_services, headers) => readTestActor(headers) }],
    ...(options.modules ? { modules: options.modules } : {}),
    ...(options.webFolder ? { webFolder: options.webFolder } : {}),
  });
  after(async () => {
    await app.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const ctx = app.context({ requestId: 'test' });
  return {
    ...app,
    clock,
    dataDir,
    logged,
    ctx,
    databaseUrl: database.url,
    request: (method, path, request = {}) => send(app, { method, path, ...request }),
    settle: async () => {
      await app.bus.drain();
      await app.jobs.runDue();
      await app.bus.drain();
    },
    operator: async (role, communityId) => {
      const name = `${role} ${newCode(4)}`;
      const user = await inTransaction(ctx, async (inner) => {
        const made = await createUser(inner, { name, email: `${newCode(12).toLowerCase()}@fair.test` });
        await setGrant(inner, { userId: made.id, communityId, role });
        return made;
      });
      return { kind: 'operator', userId: user.id, name };
    },
  };
}

const actorHeader = 'x-test-actor';

/** Headers with which a browser acts as somebody. */
export function headersOf(actor: Actor): Record<string, string> {
  return { [actorHeader]: Buffer.from(JSON.stringify(actor)).toString('base64') };
}

function readTestActor(headers: Headers): Actor | undefined {
  const text = headers.get(actorHeader);
  return text === null ? undefined : (JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as Actor);
}

async function send(app: App, request: TestRequest & { method: string; path: string }): Promise<TestAnswer> {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(request.as ? headersOf(request.as) : {})) headers.set(name, value);
  let body: BodyInit | undefined;
  if (request.bytes) body = request.bytes as BodyInit;
  else if (request.body !== undefined) {
    body = typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  }
  const url = new URL(request.path, 'http://fair.test');
  headers.set('host', url.host);
  const init: RequestInit = { method: request.method, headers, ...(body === undefined ? {} : { body }) };
  const response = await app.http.fetch(new Request(url, init), request.peer);
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
  return { status: response.status, text, headers: response.headers, body: json ? JSON.parse(text) : undefined };
}
