import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Until the transaction ends, nobody else changes this team: two owners can't each remove the other at the same moment. */
export async function lockTeam(ctx: Ctx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`team:${communityId}`}, 0))`.execute(ctx.db);
}
