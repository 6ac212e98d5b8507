/**
 * From stored rows to what people see: authors, quotes, reactions, readers. Quotes are read from the quoted message each time, so a
 * recalled or erased text lives on nowhere.
 */
import type { Author, Message } from '../carriers/index.ts';
import type { Ctx } from '../platform/context.ts';
import { listAuthors } from './authors.ts';
import { excerptOf } from './draft.ts';
import { selectDeliveries, selectReactions } from './store/change.ts';
import { selectByIds } from './store/read.ts';
import { countReaders } from './store/reads.ts';
import type { MessageRow, Place } from './store/row.ts';

/** Who looks: a member with their identity, or the team (null), who also sees deliveries. */
export interface Viewer {
  identityId: string | null;
}

/** The team's view. */
export const teamViewer: Viewer = { identityId: null };

/** What is known around some rows. */
export interface Surroundings {
  authors: ReadonlyMap<string, Author>;
  parents: ReadonlyMap<string, MessageRow>;
  reactions: ReadonlyMap<string, Message['reactions']>;
  readers: ReadonlyMap<string, number>;
  deliveries: ReadonlyMap<string, { state: string }>;
}

/** Shows rows of one community, in their order. Over several groups authors appear without their role in each of them. */
export async function presentMessages(
  ctx: Ctx,
  communityId: string,
  what: { rows: readonly MessageRow[]; viewer: Viewer },
): Promise<Message[]> {
  const { rows, viewer } = what;
  if (rows.length === 0) return [];
  const around = await lookAround(ctx, communityId, what);
  return rows.map((row) => showMessage(row, around, viewer));
}

/** Messages as their own authors see them, by id. */
export async function presentOwn(ctx: Ctx, rows: readonly MessageRow[]): Promise<Map<string, Message>> {
  const shown = new Map<string, Message>();
  for (const row of rows) {
    const [message] = await presentMessages(ctx, row.communityId, {
      rows: [row],
      viewer: { identityId: row.authorId },
    });
    if (message) shown.set(row.id, message);
  }
  return shown;
}

async function lookAround(
  ctx: Ctx,
  communityId: string,
  { rows, viewer }: { rows: readonly MessageRow[]; viewer: Viewer },
): Promise<Surroundings> {
  const byGroup = Map.groupBy(rows, (row) => row.groupId);
  const groupIds = [...byGroup.keys()];
  const parents = new Map<string, MessageRow>();
  const readers = new Map<string, number>();
  const deliveries = new Map<string, { state: string }>();
  // Answers, announcements and sent messages are few; most groups ask nothing here.
  for (const [groupId, some] of byGroup) {
    const place = { communityId, groupId };
    for (const [id, parent] of await listParents(ctx, place, some)) parents.set(id, parent);
    const announced = some.filter((row) => row.kind === 'announcement');
    for (const [id, count] of await countReaders(ctx, place, announced)) readers.set(id, count);
    const sent = some.filter((row) => row.operatorId !== null).map((row) => row.id);
    for (const [id, delivery] of await selectDeliveries(ctx, place, sent)) deliveries.set(id, delivery);
  }
  const messageIds = rows.map((row) => row.id);
  const reactions = await selectReactions(ctx, communityId, { groupIds, messageIds, viewerId: viewer.identityId });
  const authorIds = [...rows, ...parents.values()].map((row) => row.authorId);
  return {
    authors: await listAuthors(ctx, { communityId, groupId: groupIds.length === 1 ? groupIds[0]! : null }, authorIds),
    parents,
    reactions: Map.groupBy(
      reactions as (Message['reactions'][number] & { messageId: string })[],
      (row) => row.messageId,
    ),
    readers,
    deliveries,
  };
}

/** The messages that some rows answer. */
export async function listParents(
  ctx: Ctx,
  place: Place,
  rows: readonly { replyTo: string | null }[],
): Promise<Map<string, MessageRow>> {
  const ids = [...new Set(rows.flatMap((row) => row.replyTo ?? []))];
  return new Map((await selectByIds(ctx, place, ids)).map((row) => [row.id, row]));
}

/** One row as a viewer sees it. */
export function showMessage(row: MessageRow, around: Surroundings, viewer: Viewer | 'everybody'): Message {
  const own = viewer === 'everybody' || viewer.identityId === row.authorId;
  const readers = around.readers.get(row.id);
  const delivery = around.deliveries.get(row.id)?.state as Message['delivery'];
  return {
    id: row.id,
    groupId: row.groupId,
    seq: row.seq,
    changedSeq: row.changedSeq,
    at: row.at.toISOString(),
    author: around.authors.get(row.authorId) ?? gone(row.authorId),
    kind: row.kind,
    text: row.text,
    picture: row.picture,
    replyTo: row.replyTo === null ? null : quote(row.replyTo, around),
    mentions: row.mentions ?? [],
    reactions: [...(around.reactions.get(row.id) ?? [])],
    pinned: row.pinnedAt !== null,
    recalledAt: row.recalledAt?.toISOString() ?? null,
    editedAt: row.editedAt?.toISOString() ?? null,
    clientId: own ? row.clientId : null,
    ...(row.kind === 'announcement' && row.recalledAt === null ? { readers: readers ?? 0 } : {}),
    ...(delivery && viewer !== 'everybody' && viewer.identityId === null ? { delivery } : {}),
  };
}

function quote(parentId: string, around: Surroundings): Message['replyTo'] {
  const parent = around.parents.get(parentId);
  if (!parent) return { id: parentId, authorName: '', excerpt: '', recalled: true };
  const authorName = around.authors.get(parent.authorId)?.name ?? '';
  const recalled = parent.recalledAt !== null;
  return { id: parentId, authorName, excerpt: recalled ? '' : excerptOf(parent), recalled };
}

function gone(identityId: string): Author {
  return { identityId, name: '', pictureId: null, role: 'member', kind: 'tombstone' };
}
