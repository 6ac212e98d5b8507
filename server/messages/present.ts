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

/** Shows rows of one group, in their order. */
export async function presentMessages(
  ctx: Ctx,
  place: Place,
  what: { rows: readonly MessageRow[]; viewer: Viewer },
): Promise<Message[]> {
  const { rows, viewer } = what;
  if (rows.length === 0) return [];
  const parents = await listParents(ctx, place, rows);
  const authorIds = [...rows, ...parents.values()].map((row) => row.authorId);
  const ids = rows.map((row) => row.id);
  const reactions = await selectReactions(ctx, place, { messageIds: ids, viewerId: viewer.identityId });
  const announced = rows.filter((row) => row.kind === 'announcement');
  const surroundings: Surroundings = {
    authors: await listAuthors(ctx, place, authorIds),
    parents,
    reactions: Map.groupBy(
      reactions as (Message['reactions'][number] & { messageId: string })[],
      (row) => row.messageId,
    ),
    readers: await countReaders(ctx, place, announced),
    deliveries: await selectDeliveries(
      ctx,
      place,
      rows.filter((row) => row.operatorId !== null).map((row) => row.id),
    ),
  };
  return rows.map((row) => showMessage(row, surroundings, viewer));
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
