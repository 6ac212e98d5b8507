/** Who says something: senders of a batch before it is recorded, and authors of rows when they are shown. */
import type { Author, IncomingBatch } from '../carriers/index.ts';
import { identifySenders, listIdentities, listMemberships } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';

/** A sender with their standing in the group. */
export interface Sender {
  author: Author;
  mutedUntil: Date | null;
}

/** The sender of each item; unknown ones of other platforms become identities, all in one statement. */
export async function identifyAuthors(ctx: Ctx, batch: IncomingBatch): Promise<Sender[]> {
  const foreign = batch.items.flatMap(({ sender }) => ('externalId' in sender ? [sender] : []));
  if (foreign.length === 0) return batch.items.map(({ sender }) => sender as Sender);
  const known = await inTransaction(ctx, (inner) => identifySenders(inner, batch.communityId, batch.carrier, foreign));
  const authors = await listAuthors(ctx, batch, [...known.values()]);
  return batch.items.map(({ sender }) => {
    if (!('externalId' in sender)) return sender;
    return { author: authors.get(known.get(sender.externalId)!)!, mutedUntil: null };
  });
}

/**
 * Names of those whom the batch speaks to. In the built-in group only its members can be spoken to: the id of somebody of
 * another group must not tell their name.
 */
export async function namesOf(
  ctx: Ctx,
  batch: Pick<IncomingBatch, 'communityId' | 'groupId' | 'carrier' | 'origin' | 'items'>,
): Promise<Map<string, string>> {
  const { communityId, groupId } = batch;
  const ids = [...new Set(batch.items.flatMap(({ mentions }) => mentions).filter((id) => id !== 'all'))];
  if (ids.length === 0) return new Map();
  const identities = (await listIdentities(ctx, communityId, ids)).filter((one) => one.kind !== 'tombstone');
  const isClosed = batch.carrier === 'web' && batch.origin === 'live';
  const stays = isClosed ? await listMemberships(ctx, { communityId, groupId, identityIds: ids }) : [];
  const inside = new Set(stays.map(({ identityId }) => identityId));
  const reached = identities.filter((one) => !isClosed || one.kind === 'official' || inside.has(one.id));
  return new Map(reached.map((one) => [one.id, one.name]));
}

/** Authors as they are now: name, picture, and role in the group; without a group nobody has a role. */
export async function listAuthors(
  ctx: Ctx,
  place: { communityId: string; groupId: string | null },
  identityIds: readonly string[],
): Promise<Map<string, Author>> {
  const ids = [...new Set(identityIds)];
  if (ids.length === 0) return new Map();
  const { communityId, groupId } = place;
  const stays = groupId === null ? [] : await listMemberships(ctx, { communityId, groupId, identityIds: ids });
  const roles = new Map(stays.map(({ identityId, role }) => [identityId, role]));
  return new Map(
    (await listIdentities(ctx, place.communityId, ids)).map(({ id, name, pictureId, kind }) => {
      const role = kind === 'official' ? 'admin' : (roles.get(id) ?? 'member');
      return [id, { identityId: id, name, pictureId, kind, role }];
    }),
  );
}
