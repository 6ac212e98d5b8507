/**
 * Making two persons one, and taking them apart again. Authors, counters and points hang on accounts, so only the accounts change hands;
 * card and switches of both are kept as they were, and the stricter switch counts while they are one.
 */
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { peopleErrors } from './errors.ts';
import { accountsMoved, identityChanged } from './events.ts';
import { deleteLikenessesOf, upsertRefusal } from './store/likeness.ts';
import {
  insertMerge,
  lockMerge,
  lockPersons,
  moveIdentities,
  restorePerson,
  selectMerges,
  updateUnmerged,
  type Belongings,
} from './store/merge.ts';
import { selectIdentitiesOfPerson, type Identity } from './store/identity.ts';
import { deletePersons, updatePerson } from './store/person.ts';

/** Makes one person of two; everything of `otherId` belongs to `personId` then. Call inside a transaction. */
export async function mergePeople(
  ctx: Ctx,
  which: { communityId: string; personId: string; otherId: string },
): Promise<{ mergeId: string }> {
  const { communityId, personId: keptId, otherId: goneId } = which;
  if (keptId === goneId) throw peopleErrors.same_person();
  const locked = await lockPersons(ctx, communityId, [keptId, goneId]);
  const kept = locked.find(({ id }) => id === keptId);
  const gone = locked.find(({ id }) => id === goneId);
  if (!kept || !gone) throw platformErrors.not_found();
  const identityIds = await moveIdentities(ctx, communityId, { from: goneId, to: keptId });
  const merged = mergeBelongings(kept, gone);
  await updatePerson(ctx, { communityId, id: keptId }, merged);
  await deletePersons(ctx, communityId, [goneId]);
  await deleteLikenessesOf(ctx, communityId, goneId);
  const id = newId(ctx.now());
  await insertMerge(ctx, communityId, {
    id,
    keptId,
    goneId,
    identityIds,
    keptBefore: belongingsOf(kept),
    goneBefore: belongingsOf(gone),
    merged,
    goneSince: gone.createdAt,
    mergedBy: actorKey(ctx.actor),
  });
  await tellMoved(ctx, communityId, keptId);
  const detail = { goneId, accounts: identityIds.length };
  await recordAudit(ctx, {
    communityId,
    action: 'people.merge_people',
    target: { kind: 'person', id: keptId },
    detail,
  });
  return { mergeId: id };
}

/** Takes two persons apart as they were; what has come since stays with the one who was kept. Call inside a transaction. */
export async function unmergePeople(
  ctx: Ctx,
  which: { communityId: string; mergeId: string },
): Promise<{ personId: string; otherId: string }> {
  const { communityId } = which;
  const merge = await lockMerge(ctx, communityId, which.mergeId);
  if (!merge || merge.undoneAt !== null) throw platformErrors.not_found();
  const { keptId, goneId } = merge;
  const [kept] = await lockPersons(ctx, communityId, [keptId]);
  // Whoever was merged further since is first taken apart there.
  if (!kept) throw peopleErrors.merged_further();
  const moved = await moveIdentities(ctx, communityId, { from: keptId, to: goneId, only: merge.identityIds });
  if (moved.length === 0) throw peopleErrors.merged_further();
  await restorePerson(ctx, communityId, { ...merge.goneBefore, id: goneId, createdAt: merge.goneSince });
  await updatePerson(ctx, { communityId, id: keptId }, unmergeBelongings(kept, merge));
  await updateUnmerged(ctx, { communityId, id: merge.id, by: actorKey(ctx.actor) });
  const [oneId, otherId] = [keptId, goneId].toSorted() as [string, string];
  await upsertRefusal(ctx, { communityId, oneId, otherId }, { by: actorKey(ctx.actor), refused: true });
  await tellMoved(ctx, communityId, keptId);
  await tellMoved(ctx, communityId, goneId);
  await recordAudit(ctx, {
    communityId,
    action: 'people.unmerge_people',
    target: { kind: 'person', id: keptId },
    detail: { goneId },
  });
  return { personId: keptId, otherId: goneId };
}

/** A merge as the drawer shows it. */
export interface ShownMerge {
  id: string;
  mergedAt: Date;
  undoneAt: Date | null;
  /** Accounts that moved and are still here. */
  accounts: Pick<Identity, 'id' | 'carrier' | 'name'>[];
}

/** What was merged into a person, latest first. */
export async function listMerges(ctx: Ctx, communityId: string, personId: string): Promise<ShownMerge[]> {
  const identities = new Map((await selectIdentitiesOfPerson(ctx, communityId, personId)).map((one) => [one.id, one]));
  return (await selectMerges(ctx, communityId, personId)).map(({ id, mergedAt, undoneAt, identityIds }) => ({
    id,
    mergedAt,
    undoneAt,
    accounts: identityIds
      .flatMap((one) => identities.get(one) ?? [])
      .map(({ carrier, name, ...one }) => ({ id: one.id, carrier, name })),
  }));
}

async function tellMoved(ctx: Ctx, communityId: string, personId: string): Promise<void> {
  const identityIds = (await selectIdentitiesOfPerson(ctx, communityId, personId)).map(({ id }) => id);
  ctx.emit(accountsMoved, communityId, { identityIds });
  ctx.emit(identityChanged, communityId, { identityIds });
}

function belongingsOf({ card, privacy }: Belongings): Belongings {
  return { card, privacy };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** What somebody has refused holds for all of them; what they have agreed to, only if both have. */
const refusals = new Set(['uncontacted']);

function mergeBelongings(kept: Belongings, gone: Belongings): Belongings {
  const lines = new Set([...Object.keys(kept.card), ...Object.keys(gone.card)]);
  const switches = new Set([...Object.keys(kept.privacy), ...Object.keys(gone.privacy)]);
  return {
    card: Object.fromEntries(
      [...lines].map((line) => [line, isEmpty(kept.card[line]) ? (gone.card[line] ?? null) : kept.card[line]]),
    ),
    privacy: Object.fromEntries(
      [...switches].map((one) => {
        const [first, second] = [kept.privacy[one] === true, gone.privacy[one] === true];
        return [one, refusals.has(one) ? first || second : first && second];
      }),
    ),
  };
}

/** What nobody has changed since goes back to what it was; what was changed is the person's own word and stays. */
function unmergeBelongings(
  now: Belongings,
  { keptBefore, merged }: { keptBefore: Belongings; merged: Belongings },
): Belongings {
  const back = (part: keyof Belongings) => {
    const keys = new Set([...Object.keys(now[part]), ...Object.keys(keptBefore[part])]);
    return Object.fromEntries(
      [...keys].flatMap((key) => {
        const isOurs = JSON.stringify(now[part][key]) === JSON.stringify(merged[part][key]);
        const value = isOurs ? keptBefore[part][key] : now[part][key];
        return value === undefined ? [] : [[key, value]];
      }),
    );
  };
  return { card: back('card'), privacy: back('privacy') };
}
