import { z } from 'zod';
import { can, canInstall } from '../http/access.ts';
import { pageOf, pageQuery } from '../http/cursor.ts';
import { defineRoute } from '../http/route.ts';
import { listAudit, type AuditFilter, type AuditLine } from './list.ts';

const lineShape = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  action: z.string(),
  target: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  sentence: z.string(),
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string(),
});

const moment = z.iso.datetime({ offset: true });

const auditQuery = pageQuery.extend({
  actorId: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  targetKind: z.string().max(60).optional(),
  targetId: z.string().max(100).optional(),
  from: moment.optional(),
  to: moment.optional(),
});

function readFilter(query: z.output<typeof auditQuery>): AuditFilter {
  const { actorId, action, targetKind, targetId, from, to } = query;
  return {
    actorId,
    action,
    targetKind,
    targetId,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}

function show(page: { items: AuditLine[]; nextCursor: string | null }) {
  return { ...page, items: page.items.map((line) => ({ ...line, at: line.at.toISOString() })) };
}

/** Routes of the audit log. */
export const auditRoutes = [
  defineRoute({
    name: 'audit.list_lines',
    method: 'get',
    path: '/api/communities/{communityId}/audit',
    summary: 'Who did what in this community, newest first, each line with a sentence in the language of the reader',
    access: can('audit.read'),
    params: z.object({ communityId: z.uuid() }),
    query: auditQuery,
    response: pageOf(lineShape),
    handle: async (ctx, { params, query }) => {
      const { cursor, limit } = query;
      return show(await listAudit(ctx, params.communityId, { filter: readFilter(query), cursor, limit }));
    },
  }),
  defineRoute({
    name: 'audit.list_installation_lines',
    method: 'get',
    path: '/api/audit',
    summary: 'Sign-ins, users and whatever else concerns no single community',
    access: canInstall('audit.read_installation'),
    query: auditQuery,
    response: pageOf(lineShape),
    handle: async (ctx, { query }) => {
      const { cursor, limit } = query;
      return show(await listAudit(ctx, null, { filter: readFilter(query), cursor, limit }));
    },
  }),
];
