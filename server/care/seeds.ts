/**
 * Seed members: volunteers who open topics in a group. The team asks a real member, who alone says yes, on their own page; from then on
 * everybody in the group sees the mark, and they stop whenever they like. There is no way to make one up.
 */
import { getGroup } from '../groups/index.ts';
import {
  currentMembership,
  findIdentity,
  findMembership,
  mayContact,
  memberLeft,
  readIdCursor,
  webCarrier,
} from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { subscribe } from '../platform/bus/event.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { toPage } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { userOf } from '../team/index.ts';
import { careErrors } from './errors.ts';
import {
  insertSeed,
  lockSeed,
  moveSeed,
  selectLastAsked,
  selectOwnSeed,
  selectSeeds,
  selectSeedsAt,
  type RowId,
  type Seed,
  type SeedLine,
  type SeedPlace,
  type SeedState,
} from './store/seeds.ts';

const dayMs = 86_400_000;
/** Who has said no, or nothing, is left alone for so long. */
const daysBetween = 90;

/** Asks a member to be a seed of a group; who does not want to be written to is not asked. */
export async function askSeed(ctx: Ctx, place: SeedPlace, note: string): Promise<string> {
  const { communityId, groupId, identityId } = place;
  return inTransaction(ctx, async (inner) => {
    await getGroup(inner, communityId, groupId);
    const identity = await findIdentity(inner, communityId, identityId);
    const isHere = identity !== undefined && (await findMembership(inner, place)) !== undefined;
    // Elsewhere they have no page on which to say yes themselves.
    if (!isHere || identity.kind !== 'member' || identity.carrier !== webCarrier) throw careErrors.seed_not_possible();
    const open = await mayContact(inner, communityId, { identityIds: [identityId], reason: 'care' });
    if (!open.has(identityId)) throw careErrors.seed_not_possible();
    const last = await selectLastAsked(inner, place);
    if (last !== null && inner.now().getTime() - last.getTime() < daysBetween * dayMs)
      throw careErrors.seed_asked_before({ days: daysBetween });
    const id = newId(inner.now());
    if (!(await insertSeed(inner, { ...place, id, note, by: userOf(inner.actor) }))) throw careErrors.seed_already();
    await audit(inner, 'ask_seed', { communityId, id, identityId });
    return id;
  });
}

/** The team thanks a seed and ends it, or takes its question back. */
export async function endSeed(ctx: Ctx, id: RowId): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const seed = await lockSeed(inner, id);
    if (!seed) throw platformErrors.not_found();
    if (seed.state !== 'asked' && seed.state !== 'active') return;
    await moveSeed(inner, id, 'ended');
    await audit(inner, 'end_seed', seed);
  });
}

/** What the one who asks is, or is asked to be, in a group; undefined = nothing. */
export async function findMySeed(ctx: Ctx, groupId: string): Promise<Seed | undefined> {
  return selectOwnSeed(ctx, await currentMembership(ctx, groupId));
}

/** What a member answers the team: yes, no, or no longer. */
export type SeedAnswer = 'active' | 'declined' | 'left';

/** The member who asks answers the team, or stops. */
export async function answerSeed(ctx: Ctx, groupId: string, to: SeedAnswer): Promise<void> {
  await noteAnswer(ctx, await currentMembership(ctx, groupId), to);
}

/** Keeps an answer of the one whose place it is; no route says it for somebody else. Doing it twice is doing it once. */
export async function noteAnswer(ctx: Ctx, place: SeedPlace, to: SeedAnswer): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const found = await selectOwnSeed(inner, place);
    const seed = found && (await lockSeed(inner, found));
    const from: SeedState = to === 'left' ? 'active' : 'asked';
    if (seed?.state !== from) {
      if (to === 'active' && seed?.state === 'active') return;
      throw platformErrors.not_found();
    }
    await moveSeed(inner, seed, to);
  });
}

/** Who leaves a group is its seed no more. */
export const noteSeedsGone = subscribe('care.note_seeds_gone', memberLeft, async (ctx, events) => {
  const places = events.flatMap(({ communityId, payload: { groupId, members } }) =>
    members.map(({ identityId }) => ({ communityId: communityId!, groupId, identityId })),
  );
  for (const seed of await selectSeedsAt(ctx, places)) {
    // The newest state counts: who was let in again meanwhile has not left.
    if (!(await findMembership(ctx, seed))) await moveSeed(ctx, seed, 'left');
  }
});

/** A page of seeds, the latest first: those asked or active, or those who were. */
export async function listSeeds(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; current: boolean },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: SeedLine[]; nextCursor: string | null }> {
  const before = readIdCursor(page.cursor);
  return toPage(await selectSeeds(ctx, which, { before, limit: page.limit + 1 }), page.limit, ({ id }) => [id]);
}

async function audit(
  ctx: Ctx,
  what: 'ask_seed' | 'end_seed',
  { communityId, id, identityId }: RowId & { identityId: string },
): Promise<void> {
  const target = { kind: 'identity', id: identityId };
  await recordAudit(ctx, { communityId, action: `care.${what}`, target, detail: { seed: id } });
}
