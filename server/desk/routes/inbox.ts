/** Routes of the inbox over all groups, and of what the community promises. */
import { z } from 'zod';
import { listIdentities } from '../../people/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { getSettings, setSettings } from '../../platform/settings.ts';
import { inboxFilters, listInbox, readInbox, type InboxLine } from '../inbox.ts';
import { deskSettings } from '../promise.ts';

const base = '/api/communities/{communityId}';
const params = z.object({ communityId: z.uuid() });

const lineShape = z.object({
  groupId: z.string(),
  name: z.string(),
  tier: z.string(),
  carrier: z.string(),
  pictureId: z.string().nullable(),
  members: z.int(),
  last: z
    .object({
      messageId: z.string(),
      at: z.string(),
      authorName: z.string(),
      /** `text`, `image`, `announcement`, `system`, or `recalled`. */
      kind: z.string(),
      excerpt: z.string(),
    })
    .nullable(),
  unread: z.int(),
  mentions: z.int(),
  open: z.int(),
  overdue: z.int(),
  dueAt: z.string().nullable(),
});
const totalsShape = z.object({ unread: z.int(), mentions: z.int(), open: z.int(), overdue: z.int() });

async function show(ctx: Ctx, communityId: string, lines: readonly InboxLine[]): Promise<z.input<typeof lineShape>[]> {
  const authors = [...new Set(lines.flatMap(({ last }) => last?.authorId ?? []))];
  const found = authors.length > 0 ? await listIdentities(ctx, communityId, authors) : [];
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return lines.map(({ group, last, dueAt, unread, mentions, open, overdue }) => ({
    groupId: group.id,
    name: group.name,
    tier: group.tier,
    carrier: group.carrier,
    pictureId: group.pictureId,
    members: group.members,
    last: last && {
      messageId: last.messageId,
      at: last.at.toISOString(),
      authorName: names.get(last.authorId) ?? '',
      kind: last.kind,
      excerpt: last.excerpt,
    },
    unread,
    mentions,
    open,
    overdue,
    dueAt: dueAt?.toISOString() ?? null,
  }));
}

/** Routes of the inbox and of the promise. */
export const inboxRoutes: readonly Route[] = [
  defineRoute({
    name: 'desk.list_inbox',
    method: 'get',
    path: `${base}/inbox`,
    summary:
      'All groups in one list: running and broken promises first, then the latest talk; totals are over all groups',
    access: can('desk.read'),
    params,
    query: pageQuery.extend({ filter: z.enum(inboxFilters).default('all'), q: z.string().max(60).optional() }),
    response: pageOf(lineShape).extend({ totals: totalsShape }),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor, totals } = await listInbox(ctx, communityId, query);
      return { items: await show(ctx, communityId, items), nextCursor, totals };
    },
  }),
  defineRoute({
    name: 'desk.read_group',
    method: 'post',
    path: `${base}/inbox/{groupId}/read`,
    summary: 'I have read what this group has said so far',
    access: can('desk.read'),
    params: params.extend({ groupId: z.uuid() }),
    body: z.strictObject({}),
    handle: (ctx, { params: place }) => readInbox(ctx, place),
  }),
  defineRoute({
    name: 'desk.get_desk_settings',
    method: 'get',
    path: `${base}/desk-settings`,
    summary: 'How soon questions are answered, in which hours, and when they are laid aside',
    access: can('desk.read'),
    params,
    response: deskSettings.schema,
    handle: (ctx, { params: { communityId } }) => getSettings(ctx, deskSettings, communityId),
  }),
  defineRoute({
    name: 'desk.set_desk_settings',
    method: 'put',
    path: `${base}/desk-settings`,
    summary: 'Change the promise; questions that are open already keep theirs',
    access: can('desk.manage'),
    params,
    body: deskSettings.schema,
    response: deskSettings.schema,
    handle: async (ctx, { params: { communityId }, body }) => {
      const before = await getSettings(ctx, deskSettings, communityId);
      const after = await setSettings(ctx, deskSettings, { communityId, value: body });
      await recordAudit(ctx, { communityId, action: 'desk.set_desk_settings', detail: { before, after } });
      return after;
    },
  }),
];
