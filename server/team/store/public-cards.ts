/** All SQL on `team_public_cards`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What somebody of the team writes for members. */
export interface CardWords {
  name: string;
  /** What to ask them. */
  asks: string;
  /** When they are there, in their own words. */
  hours: string;
  isShown: boolean;
}

/** A card with whose it is. */
export interface PublicCard extends CardWords {
  userId: string;
  changedAt: Date;
}

const columns = sql`user_id as "userId", name, asks, hours, is_shown as "isShown", changed_at as "changedAt"`;

/** The cards of a community, the oldest first. */
export async function selectCards(ctx: Ctx, communityId: string): Promise<PublicCard[]> {
  const { rows } = await sql<PublicCard>`
    select ${columns} from team_public_cards where community_id = ${communityId} order by changed_at, user_id`.execute(
    ctx.db,
  );
  return rows;
}

/** Keeps the card of a user. */
export async function upsertCard(
  ctx: Ctx,
  who: { communityId: string; userId: string },
  { name, asks, hours, isShown }: CardWords,
): Promise<PublicCard> {
  const { rows } = await sql<PublicCard>`
    insert into team_public_cards (community_id, user_id, name, asks, hours, is_shown, changed_at)
    values (${who.communityId}, ${who.userId}, ${name}, ${asks}, ${hours}, ${isShown}, ${ctx.now()})
    on conflict (community_id, user_id) do update set name = excluded.name, asks = excluded.asks, hours = excluded.hours,
      is_shown = excluded.is_shown, changed_at = excluded.changed_at
    returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** Takes a card out of sight; the words stay with whoever wrote them. False when none was shown. */
export async function hideCard(ctx: Ctx, who: { communityId: string; userId: string }): Promise<boolean> {
  const { rows } = await sql`
    update team_public_cards set is_shown = false
    where community_id = ${who.communityId} and user_id = ${who.userId} and is_shown returning user_id`.execute(ctx.db);
  return rows.length > 0;
}

/** Forgets the card of somebody who is no longer in the team. */
export async function deleteCard(ctx: Ctx, who: { communityId: string; userId: string }): Promise<void> {
  await sql`
    delete from team_public_cards where community_id = ${who.communityId} and user_id = ${who.userId}`.execute(ctx.db);
}
