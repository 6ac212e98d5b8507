/**
 * Being forgotten, taking one's data along, exporting a community. Erasure goes over everything that a person said and everything that
 * names them, in chunks; what quotes them needs nothing, because quotes are read from the quoted message.
 */
import { cleanText } from '../carriers/index.ts';
import type { ExportPart } from '../communities/index.ts';
import { listIdentities, type PersonEraser, type PersonExporter } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { deletePictures } from '../platform/files/index.ts';
import {
  blankMessages,
  deleteReactionsOf,
  deleteReadsOf,
  replaceMention,
  selectMentionsOf,
  selectReactionsOf,
} from './store/erase.ts';
import { selectAllById, selectByAuthors, selectByIds, selectTalkingGroups } from './store/read.ts';
import { takeNumber, lockSequence } from './store/record.ts';
import { deleteTokens, upsertTokens } from './store/search.ts';
import type { MessageRow, Place } from './store/row.ts';
import { tokensOfMessage } from './tokens.ts';

/** Forgets what a person said, their name in what others said, their reactions and read marks. */
export const eraseTalk: PersonEraser = {
  name: 'messages',
  erase: async (ctx, who, budget) => {
    const { communityId, identityIds } = who;
    const said = await selectByAuthors(ctx, { communityId, authorIds: identityIds }, { after: null, limit: budget });
    if (said.length > 0) {
      for (const [groupId, rows] of Map.groupBy(said, (row) => row.groupId))
        await eraseSaid(ctx, { groupId, rows, who });
      return { done: false, rows: said.length };
    }
    const naming = await selectMentionsOf(ctx, { communityId, identityIds, limit: budget });
    if (naming.length > 0) {
      for (const mention of naming) await eraseMention(ctx, mention, who);
      return { done: false, rows: naming.length };
    }
    const reactions = await deleteReactionsOf(ctx, { communityId, identityIds, limit: budget });
    if (reactions > 0) return { done: false, rows: reactions };
    return { done: true, rows: await deleteReadsOf(ctx, communityId, identityIds) };
  },
};

interface Who {
  communityId: string;
  identityIds: readonly string[];
  tombstoneId: string;
}

/** The messages stay as places in the talk, without words, under the tombstone; phones that show them learn it by the new number. */
async function eraseSaid(ctx: Ctx, said: { groupId: string; rows: readonly MessageRow[]; who: Who }): Promise<void> {
  const { groupId, rows, who } = said;
  const place = { communityId: who.communityId, groupId };
  await lockSequence(ctx, place);
  const changedSeq = await takeNumber(ctx, place, rows.length);
  const first = changedSeq - rows.length + 1;
  const ids = rows.map((row) => row.id);
  await blankMessages(ctx, place, { ids, first, tombstoneId: who.tombstoneId });
  for (const row of rows) await deleteTokens(ctx, who.communityId, row);
  const pictures = rows.flatMap((row) => (row.picture ? [row.picture.id] : []));
  if (pictures.length > 0) await deletePictures(ctx, pictures);
  ctx.afterCommit(() => ctx.services.live.publish('group', groupId, { type: 'resync' }));
}

/** Takes the name out of what somebody else said, and out of search. */
async function eraseMention(
  ctx: Ctx,
  mention: { groupId: string; messageId: string; identityId: string },
  who: Who,
): Promise<void> {
  const place = { communityId: who.communityId, groupId: mention.groupId };
  await lockSequence(ctx, place);
  const [row] = await selectByIds(ctx, place, [mention.messageId]);
  const spoken = row?.mentions?.find((one) => one.identityId === mention.identityId);
  const name = ctx.t('messages:erased_name');
  const text = row && spoken ? cleanText(row.text.replaceAll(`@${spoken.name}`, `@${name}`)) : row?.text;
  const mentions = row?.mentions?.filter((one) => one.identityId !== mention.identityId) ?? null;
  await replaceMention(ctx, place, {
    ...mention,
    text: text ?? '',
    mentions,
    changedSeq: await takeNumber(ctx, place),
  });
  if (row && row.recalledAt === null) {
    await upsertTokens(ctx, place, {
      at: row.at,
      id: row.id,
      tokens: tokensOfMessage(who.communityId, { ...row, text: text! }),
    });
  }
  ctx.afterCommit(() => ctx.services.live.publish('group', mention.groupId, { type: 'resync' }));
}

/** What a person said and how they reacted. */
export const exportTalk: PersonExporter = {
  name: 'messages',
  export: async (ctx, { communityId, identityIds }) => {
    const messages: object[] = [];
    for (let after: string | null = null; ;) {
      const rows: MessageRow[] = await selectByAuthors(
        ctx,
        { communityId, authorIds: identityIds },
        { after, limit: 1000 },
      );
      messages.push(...rows.map(exportRow));
      if (rows.length < 1000) break;
      after = rows.at(-1)!.id;
    }
    return { messages, reactions: await selectReactionsOf(ctx, communityId, identityIds) };
  },
};

/** All messages of a community, group by group, with their authors' names as they are now. */
export const exportMessages: ExportPart = {
  name: 'messages.message',
  rows: async function* (ctx, communityId) {
    for (const groupId of await selectTalkingGroups(ctx, communityId))
      yield* exportGroup(ctx, { communityId, groupId });
  },
};

async function* exportGroup(ctx: Ctx, place: Place): AsyncGenerator<Record<string, unknown>> {
  for (let after: string | null = null; ;) {
    const rows: MessageRow[] = await selectAllById(ctx, place, { after, limit: 500 });
    const authors = await listIdentities(ctx, place.communityId, [...new Set(rows.map((row) => row.authorId))]);
    const names = new Map(authors.map((author) => [author.id, author.name]));
    for (const row of rows) yield { ...exportRow(row), authorName: names.get(row.authorId) ?? '' };
    if (rows.length < 500) return;
    after = rows.at(-1)!.id;
  }
}

function exportRow(row: MessageRow): Record<string, unknown> {
  const { communityId: _community, changedSeq: _changed, clientId: _client, operatorId: _operator, ...kept } = row;
  return kept;
}
