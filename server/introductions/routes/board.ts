/** Routes of members: "find me someone who …", and the exchange board. */
import { z } from 'zod';
import { singleLine } from '../../communities/index.ts';
import { memberOfCommunity } from '../../people/index.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { currentAsker } from '../asker.ts';
import { listBoard, listOwnEntries, takeEntryDown, writeEntry, type ShownEntry } from '../board.ts';
import { findSomeone } from '../someone.ts';
import { countEntries, entryKinds } from '../store/entry.ts';
import { communityParams, entryShape, fittingShape, memberBase, someoneText } from './shapes.ts';

const base = `${memberBase}/board`;

/** An entry as members see it. */
function showEntry(entry: ShownEntry) {
  const { id, identityId, kind, text, name, pictureId, createdAt, validUntil } = entry;
  return { id, identityId, kind, text, name, pictureId, createdAt, validUntil, hiddenReason: entry.hiddenReason };
}

/** Routes of the board. */
export const boardRoutes: readonly Route[] = [
  defineRoute({
    name: 'introductions.find_someone',
    method: 'get',
    path: `${memberBase}/people/someone`,
    summary: 'People whose offers, profession and city fit free words, each with the lines that fit',
    access: memberOfCommunity,
    limit: { name: 'introductions.find', per: 'actor', burst: 60, perMinute: 60 },
    params: communityParams,
    query: z.strictObject({ text: someoneText }),
    response: z.object({ words: z.array(z.string()), items: z.array(fittingShape) }),
    handle: async (ctx, { params, query }) => findSomeone(ctx, await currentAsker(ctx, params.communityId), query.text),
  }),
  defineRoute({
    name: 'introductions.list_board',
    method: 'get',
    path: base,
    summary: 'What people of the community offer and need, newest first; how much has come about',
    access: memberOfCommunity,
    params: communityParams,
    query: z.strictObject({
      kind: z.enum(entryKinds).optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: pageOf(entryShape).extend({ made: z.int() }),
    handle: async (ctx, { params, query }) => {
      const page = await listBoard(ctx, await currentAsker(ctx, params.communityId), query);
      const { made } = await countEntries(ctx, params.communityId);
      return { ...page, items: page.items.map(showEntry), made };
    },
  }),
  defineRoute({
    name: 'introductions.list_own_entries',
    method: 'get',
    path: `${base}/mine`,
    summary: 'Own entries with what fits each of them, and the words in common',
    access: memberOfCommunity,
    params: communityParams,
    response: z.object({
      items: z.array(entryShape.extend({ matches: z.array(entryShape.extend({ words: z.array(z.string()) })) })),
    }),
    handle: async (ctx, { params }) => {
      const own = await listOwnEntries(ctx, await currentAsker(ctx, params.communityId));
      return {
        items: own.map((entry) => ({
          ...showEntry(entry),
          matches: entry.matches.map((match) => ({ ...showEntry(match), words: match.words })),
        })),
      };
    },
  }),
  defineRoute({
    name: 'introductions.write_entry',
    method: 'post',
    path: base,
    summary: 'Put an offer or a need on the board for some days; everybody in the community sees it',
    access: memberOfCommunity,
    limit: { name: 'introductions.board', per: 'actor', burst: 10, perMinute: 5 },
    params: communityParams,
    body: z.strictObject({
      kind: z.enum(entryKinds),
      text: singleLine(200),
      days: z.int().min(1).max(90).default(30),
    }),
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (ctx, { params, body }) => ({
      id: await writeEntry(ctx, await currentAsker(ctx, params.communityId), body),
    }),
  }),
  defineRoute({
    name: 'introductions.take_entry_down',
    method: 'post',
    path: `${base}/{entryId}/close`,
    summary: 'Take the own entry down; `isMade` = it came about here',
    access: memberOfCommunity,
    params: communityParams.extend({ entryId: z.uuid() }),
    body: z.strictObject({ isMade: z.boolean().default(false) }),
    handle: async (ctx, { params, body }) =>
      takeEntryDown(ctx, await currentAsker(ctx, params.communityId), { id: params.entryId, isMade: body.isMade }),
  }),
];
