/**
 * Takes back what an import has made. People who are new by it go, as long as nothing has happened with them since; of people who were there
 * before, only what still stands as the import has written it goes back to what it was.
 */
import { listBalancesOf } from '../ledger/index.ts';
import {
  cardLines,
  findLived,
  identityChanged,
  listCards,
  listIdentities,
  renameAccounts,
  replaceCards,
  takeBackPeople,
  type Card,
} from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import {
  forgetTraces,
  listGiven,
  takeBackGiven,
  touchPeople,
  writeDownGiven,
  type GivenSoFar,
} from '../profiles/index.ts';
import type { Made } from './write.ts';

/** One row with what it has made. */
export interface MadeRow {
  number: number;
  made: Made;
}

/** Takes rows back; gives which were taken and which stay. Call inside a transaction. */
export async function takeBack(
  ctx: Ctx,
  communityId: string,
  rows: readonly MadeRow[],
): Promise<{ number: number; undone: 'taken' | 'kept' }[]> {
  const fresh = rows.filter(({ made }) => made.isNew);
  const lived = await findChanged(
    ctx,
    communityId,
    fresh.map(({ made }) => made),
  );
  const going = fresh.filter(({ made }) => !lived.has(made.personId)).map(({ made }) => made);
  await takeBackGiven(ctx, communityId, givenBy(going));
  const identityIds = going.flatMap((made) => made.identityIds);
  await takeBackPeople(ctx, communityId, {
    stays: going.flatMap(({ stays }) => stays),
    identityIds,
    personIds: going.map(({ personId }) => personId),
  });
  await forgetTraces(ctx, communityId, identityIds);
  await revert(
    ctx,
    communityId,
    rows.filter(({ made }) => !made.isNew).map(({ made }) => made),
  );
  return rows.map(({ number, made }) => ({
    number,
    undone: made.isNew && lived.has(made.personId) ? 'kept' : 'taken',
  }));
}

function givenBy(made: readonly Made[]) {
  return {
    tags: made.flatMap(({ identityId, tagIds }) => tagIds.map((tagId) => ({ identityId, tagId }))),
    values: made.flatMap(({ identityId, values }) => values.map(({ fieldId }) => ({ identityId, fieldId }))),
    noteIds: made.flatMap(({ noteIds }) => noteIds),
  };
}

/** New people with whom something has happened: a word, a phone, another account, points, or more than the list has said of them. */
async function findChanged(ctx: Ctx, communityId: string, made: readonly Made[]): Promise<Set<string>> {
  const identityIds = made.flatMap((one) => one.identityIds);
  const stayIds = made.flatMap(({ stays }) => stays.map(({ id }) => id));
  const lived = await findLived(ctx, communityId, { identityIds, stayIds });
  const points = await listBalancesOf(ctx, communityId, { ownerIds: identityIds, unit: 'points' });
  const given = await listGiven(ctx, communityId, identityIds);
  const cards = await listCards(
    ctx,
    communityId,
    made.map(({ personId }) => personId),
  );
  const changed = made.filter(
    (one) =>
      one.identityIds.some((id) => lived.has(id) || points.has(id)) ||
      hasMore(one, given) ||
      !isCardOf(one, cards.get(one.personId)),
  );
  return new Set(changed.map(({ personId }) => personId));
}

function hasMore({ identityIds, tagIds, noteIds, values }: Made, given: GivenSoFar): boolean {
  const own = new Set(identityIds);
  return (
    given.tags.some(({ identityId, tagId }) => own.has(identityId) && !tagIds.includes(tagId)) ||
    given.notes.some(({ identityId, id }) => own.has(identityId) && !noteIds.includes(id)) ||
    given.values.some(
      ({ identityId, fieldId, text, num }) =>
        own.has(identityId) &&
        !values.some((one) => one.fieldId === fieldId && one.value.text === text && one.value.num === num),
    )
  );
}

function isCardOf({ card }: Made, now: Card | undefined): boolean {
  if (now === undefined || cardLines.filter((line) => now[line] !== null).length !== card.length) return false;
  return card.every(({ line, after }) => now[line]?.text === after);
}

/** People who were there before: only what still stands as it was written goes back. */
async function revert(ctx: Ctx, communityId: string, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return;
  const given = await listGiven(
    ctx,
    communityId,
    made.map(({ identityId }) => identityId),
  );
  const stands = ({ identityId }: Made, { fieldId, value }: Made['values'][number]) =>
    given.values.some(
      (now) =>
        now.identityId === identityId && now.fieldId === fieldId && now.text === value.text && now.num === value.num,
    );
  const values = made.flatMap((one) =>
    one.values.filter((value) => stands(one, value)).map((value) => ({ identityId: one.identityId, ...value })),
  );
  await takeBackGiven(ctx, communityId, { ...givenBy(made), values });
  await writeDownGiven(ctx, communityId, {
    tags: [],
    notes: [],
    values: values.flatMap(({ identityId, fieldId, before }) => (before ? { identityId, fieldId, ...before } : [])),
  });
  await revertCards(ctx, communityId, made);
  const renames = made.flatMap((one) => one.renames);
  const names = new Map(
    (
      await listIdentities(
        ctx,
        communityId,
        renames.map(({ id }) => id),
      )
    ).map(({ id, name }) => [id, name]),
  );
  const back = renames
    .filter(({ id, after }) => names.get(id) === after)
    .map(({ id, before }) => ({ id, name: before }));
  await renameAccounts(ctx, communityId, back);
  const stays = made.flatMap((one) => one.stays);
  const accounts = made.flatMap(({ identityIds }) => identityIds);
  const lived = await findLived(ctx, communityId, {
    identityIds: accounts,
    stayIds: stays.map(({ id }) => id),
    mayShare: true,
  });
  const gone = accounts.filter((id) => !lived.has(id));
  await takeBackPeople(ctx, communityId, { stays, identityIds: gone, personIds: [] });
  await forgetTraces(ctx, communityId, gone);
  const left = made.map(({ identityId }) => identityId);
  await touchPeople(ctx, communityId, left);
  ctx.emit(identityChanged, communityId, { identityIds: left });
}

async function revertCards(ctx: Ctx, communityId: string, made: readonly Made[]): Promise<void> {
  const withCard = made.filter(({ card }) => card.length > 0);
  const cards = await listCards(
    ctx,
    communityId,
    withCard.map(({ personId }) => personId),
  );
  const next = withCard.flatMap(({ personId, card }) => {
    const now = cards.get(personId);
    if (!now) return [];
    const back = card.filter(({ line, after }) => now[line]?.text === after && now[line]?.visibility === 'team');
    return {
      personId,
      card: { ...now, ...(Object.fromEntries(back.map(({ line, before }) => [line, before])) as Partial<Card>) },
    };
  });
  await replaceCards(ctx, communityId, next);
}
