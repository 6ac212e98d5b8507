import { z } from 'zod';
import { recordAudit } from '../../platform/audit/audit.ts';
import { anyOperator, can, canInstall } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute } from '../../platform/http/route.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { canvasSchema } from '../canvas.ts';
import { getCommunity, listCommunities, saveCanvas, updateCommunity, type Community } from '../community.ts';
import { exportCommunity } from '../export.ts';
import { createCommunity } from '../founding.ts';
import { kindSchema, stages } from '../kinds.ts';
import { describeCanvas } from '../purpose.ts';
import { singleLine } from '../wording.ts';

const params = z.strictObject({ communityId: z.uuid() });
const zone = z.string().min(1).max(60);
const name = singleLine(60);

const communityShape = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: kindSchema,
    stage: z.enum(stages),
    zone: z.string(),
    zoneVersion: z.number(),
    purpose: canvasSchema.nullable().describe('The adopted canvas; null before it is adopted for the first time.'),
    purposeAdoptedAt: z.string().nullable(),
    official: z.object({ name: z.string(), pictureId: z.string().nullable() }),
    foundedAt: z.string(),
  })
  .meta({ id: 'Community' });

const explained = z.object({ key: z.string(), text: z.string() });

const canvasShape = z.object({
  draft: canvasSchema,
  purpose: canvasSchema.nullable(),
  adoptedAt: z.string().nullable(),
  fit: z.object({
    verdict: z.enum(['fits', 'with_care', 'does_not_fit', 'open']),
    text: z.string(),
    reasons: z.array(
      z.object({ factor: z.string(), answer: z.string(), pull: z.enum(['for', 'against', 'stop']), text: z.string() }),
    ),
    instead: z.array(explained),
  }),
  completeness: z.array(
    z.object({
      letter: z.string(),
      title: z.string(),
      score: z.number(),
      checks: z.array(explained.extend({ met: z.boolean() })),
      next: explained.nullable(),
    }),
  ),
  missing: z.array(explained),
});

/** The community as the API gives it. */
export function showCommunity(community: Community): z.input<typeof communityShape> {
  const { draft: _draft, purposeAdoptedAt, foundedAt, purpose, ...facts } = community;
  return {
    ...facts,
    purpose: purposeAdoptedAt === null ? null : purpose,
    purposeAdoptedAt: purposeAdoptedAt?.toISOString() ?? null,
    foundedAt: foundedAt.toISOString(),
  };
}

/** Communities, their canvas and their full export. */
export const communityRoutes = [
  defineRoute({
    name: 'communities.list_communities',
    method: 'get',
    path: '/api/communities',
    summary: 'The communities in which the caller has a role',
    access: anyOperator,
    query: pageQuery,
    response: pageOf(communityShape.extend({ role: z.string() })),
    handle: async (ctx, { query }) => {
      const page = await listCommunities(ctx, query);
      return { ...page, items: page.items.map(({ role, ...community }) => ({ ...showCommunity(community), role })) };
    },
  }),
  defineRoute({
    name: 'communities.create_community',
    method: 'post',
    path: '/api/communities',
    summary: 'Found a community, optionally with a built-in playbook; the caller becomes its owner',
    access: canInstall('communities.create'),
    body: z.strictObject({
      name,
      kind: kindSchema,
      zone: zone.optional(),
      canvas: canvasSchema.optional(),
      playbook: z
        .strictObject({
          id: z.string().min(1).max(40),
          parameters: z.record(z.string(), z.union([z.string().max(200), z.number()])).default({}),
        })
        .optional(),
    }),
    status: 201,
    response: communityShape,
    handle: async (ctx, { body }) => showCommunity(await createCommunity(ctx, body)),
  }),
  defineRoute({
    name: 'communities.get_community',
    method: 'get',
    path: '/api/communities/{communityId}',
    summary: 'One community',
    access: can('communities.read'),
    params,
    response: communityShape,
    handle: async (ctx, { params: { communityId } }) => showCommunity(await getCommunity(ctx, communityId)),
  }),
  defineRoute({
    name: 'communities.update_community',
    method: 'patch',
    path: '/api/communities/{communityId}',
    summary: 'Change name, kind, stage, time zone or the official voice',
    access: can('communities.manage'),
    params,
    body: z.strictObject({
      name: name.optional(),
      kind: kindSchema.optional(),
      stage: z.enum(stages).optional(),
      zone: zone.optional(),
      official: z.strictObject({ name: name.optional(), pictureId: z.uuid().nullable().optional() }).optional(),
    }),
    response: communityShape,
    handle: async (ctx, { params: { communityId }, body }) =>
      showCommunity(await updateCommunity(ctx, communityId, body)),
  }),
  defineRoute({
    name: 'communities.get_canvas',
    method: 'get',
    path: '/api/communities/{communityId}/canvas',
    summary: 'The founding canvas: draft, adopted purpose, fit check, completeness by letter, missing answers',
    access: can('communities.read'),
    params,
    response: canvasShape,
    handle: async (ctx, { params: { communityId } }) => describeCanvas(ctx, await getCommunity(ctx, communityId)),
  }),
  defineRoute({
    name: 'communities.save_canvas',
    method: 'put',
    path: '/api/communities/{communityId}/canvas',
    summary: 'Keep the canvas as a draft; with adopt it becomes the purpose that members see',
    access: can('communities.manage'),
    params,
    body: z.strictObject({ canvas: canvasSchema, adopt: z.boolean().default(false) }),
    response: canvasShape,
    handle: async (ctx, { params: { communityId }, body }) =>
      describeCanvas(ctx, await saveCanvas(ctx, communityId, body)),
  }),
  defineRoute({
    name: 'communities.export_community',
    method: 'get',
    path: '/api/communities/{communityId}/export',
    summary: 'Everything kept of the community, one JSON object per line; a complete file ends with part "end"',
    access: can('communities.manage'),
    params,
    response: 'binary',
    handle: async (ctx, { params: { communityId } }) => {
      await noteExport(ctx, communityId);
      const day = ctx.now().toISOString().slice(0, 10);
      return new Response(streamLines(exportCommunity(ctx, communityId)), {
        headers: {
          'content-type': 'application/x-ndjson; charset=utf-8',
          'content-disposition': `attachment; filename="community-${day}.jsonl"`,
        },
      });
    },
  }),
];

async function noteExport(ctx: Ctx, communityId: string): Promise<void> {
  const target = { kind: 'community', id: communityId };
  await inTransaction(ctx, (inner) =>
    recordAudit(inner, { communityId, action: 'communities.export_community', target }),
  );
}

/** Lines as bytes, pulled as fast as the reader takes them. */
function streamLines(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
}
