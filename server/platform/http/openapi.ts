import { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { problemSchema } from './problem.ts';
import type { Route } from './route.ts';

type PathDefinition = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0];

/** The OpenAPI 3.1 document of the given routes. */
export function describeApi(routes: readonly Route[], info: { version: string; publicUrl?: string }): object {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'mh_session' });
  for (const route of routes) registry.registerPath(describeRoute(route));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Miaohui 庙会',
      version: info.version,
      description:
        'Times are ISO 8601 in UTC, ids are UUIDs, lists are `{items, nextCursor}`. Any write may carry an `Idempotency-Key`; ' +
        'repeating it gives the first answer again. Refusals are RFC 9457 problem details.',
    },
    ...(info.publicUrl ? { servers: [{ url: info.publicUrl }] } : {}),
  });
}

const problem = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: problemSchema } },
};

function describeRoute(route: Route): PathDefinition {
  const write = route.method !== 'get' && route.transaction;
  return {
    method: route.method,
    path: route.path,
    operationId: route.name,
    tags: [route.name.split('.')[0]!],
    summary: route.summary,
    description: `Access: ${route.access.name}.`,
    ...(route.access.name === 'anyone' ? {} : { security: [{ token: [] }, { session: [] }] }),
    request: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(write ? { headers: z.object({ 'idempotency-key': z.string().max(200).optional() }) } : {}),
      ...describeBody(route),
    },
    responses: { ...describeAnswer(route), default: problem },
  } as PathDefinition;
}

function describeBody(route: Route): object {
  if (route.body === undefined) return {};
  if (route.body === 'binary') {
    const schema = { type: 'string', format: 'binary' } as const;
    return { body: { required: true, content: { 'application/octet-stream': { schema } } } };
  }
  return { body: { required: true, content: { 'application/json': { schema: route.body } } } };
}

function describeAnswer(route: Route): object {
  if (route.response === undefined) return { [route.status]: { description: 'Done' } };
  if (route.response === 'binary') return { [route.status]: { description: 'The file' } };
  return { [route.status]: { description: 'Done', content: { 'application/json': { schema: route.response } } } };
}
