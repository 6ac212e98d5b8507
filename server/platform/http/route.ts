import type { z } from 'zod';
import type { Access } from './access.ts';
import type { Ctx } from '../context.ts';
import type { RateLimit } from './rate-limit.ts';

/** What a handler gets beside the context: everything already checked against the route's schemas. */
export interface RouteInput<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  /** The raw request, for the few handlers that read streams or headers. */
  request: Request;
  /** Headers of the answer, e.g. for a cookie. */
  reply: Headers;
}

/**
 * A route as a list of promises: name, address, who may, how often, what goes in, what comes out. Routes that write run
 * in one transaction together with their idempotency key, unless they say `transaction: false`.
 */
export interface Route {
  /** `module.verb_noun`, the operation id of the OpenAPI document. */
  readonly name: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI form: `/api/communities/{communityId}/groups`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject | undefined;
  readonly query?: z.ZodObject | undefined;
  /** A strict object: unknown fields are refused. `'binary'` leaves the body to the handler. */
  readonly body?: z.ZodType | 'binary' | undefined;
  /** Shape of the answer; absent = 204, `'binary'` = the handler returns a `Response`. */
  readonly response?: z.ZodType | 'binary' | undefined;
  readonly status: 200 | 201 | 202 | 204;
  readonly limit: RateLimit | undefined;
  readonly maxBodyBytes: number;
  readonly transaction: boolean;
  /** The answer holds a secret that is shown once: what is stored of it for a repeat is sealed. */
  readonly secretAnswer: boolean;
  readonly handle: (ctx: Ctx, input: RouteInput<never, never, never>) => Promise<unknown>;
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Answer<Schema> = Schema extends z.ZodType ? z.input<Schema> : Schema extends 'binary' ? Response : void;

/** What `defineRoute` takes; types of handler input and output follow from the schemas. */
export interface RouteDefinition<Params, Query, Body, Reply> {
  name: string;
  method: Route['method'];
  path: string;
  summary: string;
  access: Access;
  params?: Params;
  query?: Query;
  body?: Body;
  response?: Reply;
  status?: Route['status'];
  limit?: RateLimit;
  maxBodyBytes?: number;
  transaction?: boolean;
  secretAnswer?: boolean;
  handle: (ctx: Ctx, input: RouteInput<Output<Params>, Output<Query>, Output<Body>>) => Promise<Answer<Reply>>;
}

const defaultBodyLimit = 64 * 1024;

/** Declares a route. */
export function defineRoute<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | 'binary' | undefined = undefined,
  Reply extends z.ZodType | 'binary' | undefined = undefined,
>(definition: RouteDefinition<Params, Query, Body, Reply>): Route {
  const { status, limit, maxBodyBytes, transaction, secretAnswer, handle, ...rest } = definition;
  return {
    ...rest,
    status: status ?? (definition.response === undefined ? 204 : 200),
    limit,
    maxBodyBytes: maxBodyBytes ?? defaultBodyLimit,
    transaction: transaction ?? definition.method !== 'get',
    secretAnswer: secretAnswer ?? false,
    handle: handle as unknown as Route['handle'],
  };
}
