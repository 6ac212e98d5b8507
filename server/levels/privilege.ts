import { listPersonsOf } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Privilege } from './definition.ts';
import { presentDay } from './evaluation.ts';
import { readStanding, settle } from './standing.ts';
import { selectLadders } from './store/ladder.ts';
import { selectStandings } from './store/standing.ts';

/** What the levels of an account's person give now, over all ladders. Who is on a level has what that level lists, not what lower ones do. */
export async function listPrivileges(ctx: Ctx, communityId: string, identityId: string): Promise<Privilege[]> {
  const [person] = await listPersonsOf(ctx, communityId, [identityId]);
  if (!person) return [];
  const today = await presentDay(ctx, communityId);
  const privileges: Privilege[] = [];
  for (const ladder of await selectLadders(ctx, communityId)) {
    const rows = await selectStandings(ctx, { communityId, ladderId: ladder.id }, person.identityIds);
    privileges.push(...ladder.levels[settle(readStanding(ladder, rows), today).at]!.privileges);
  }
  return privileges;
}

/** The privileges of one kind that somebody has now; empty = none. Modules that give something for a level ask this. */
export async function hasPrivilege<Kind extends Privilege['kind']>(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  kind: Kind,
): Promise<Extract<Privilege, { kind: Kind }>[]> {
  const all = await listPrivileges(ctx, who.communityId, who.identityId);
  return all.filter((one): one is Extract<Privilege, { kind: Kind }> => one.kind === kind);
}
