/**
 * People whom the team writes down from a list of its own: real persons with accounts and stays, but nobody has arrived just now, so
 * nobody is welcomed and no wave of newcomers is suspected. What was written down can be taken back while nothing has happened with it.
 */
import { countSeats, freeSeats, type Group } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { emptyCard, readCard, type Card } from './card.ts';
import { identityChanged } from './events.ts';
import type { Identity } from './identity.ts';
import { publishPeople } from './live.ts';
import { countMoves } from './membership.ts';
import { foldName } from './name.ts';
import { selectMembershipsOf, type Membership } from './store/membership.ts';
import {
  deleteStays,
  deleteWritten,
  insertStays,
  insertWritten,
  selectAccountsNamed,
  selectCards,
  selectIdentitiesOfPersons,
  selectLived,
  updateCards,
  updateNames,
} from './store/written-down.ts';

/** An account by which somebody is known. */
export interface Account {
  carrier: string;
  externalId: string;
}

/** What is known of somebody before more is written down. */
export interface KnownPerson {
  personId: string;
  identities: Identity[];
  /** All stays, also those that have ended. */
  stays: Membership[];
  card: Card;
}

/** The persons behind accounts, with everything that a list could change. */
export async function listKnownPeople(
  ctx: Ctx,
  communityId: string,
  accounts: readonly Account[],
): Promise<{ people: Map<string, KnownPerson>; personOf: (account: Account) => string | undefined }> {
  const found = await selectAccountsNamed(ctx, communityId, accounts);
  const personIds = [...new Set(found.flatMap(({ personId }) => personId ?? []))];
  const identities = await selectIdentitiesOfPersons(ctx, communityId, personIds);
  const stays = await selectMembershipsOf(
    ctx,
    communityId,
    identities.map(({ id }) => id),
  );
  const cards = new Map((await selectCards(ctx, communityId, personIds)).map((row) => [row.personId, row.card]));
  const people = new Map(
    personIds.map((personId) => {
      const own = identities.filter((identity) => identity.personId === personId);
      const ids = new Set(own.map(({ id }) => id));
      const mine = stays.filter(({ identityId }) => ids.has(identityId));
      return [personId, { personId, identities: own, stays: mine, card: readCard(cards.get(personId) ?? {}) }];
    }),
  );
  const byAccount = new Map(found.map(({ carrier, externalId, personId }) => [`${carrier} ${externalId}`, personId]));
  return { people, personOf: ({ carrier, externalId }) => byAccount.get(`${carrier} ${externalId}`) ?? undefined };
}

/** Somebody to be written down: a new person, or more accounts of one who is there. */
export interface ToWriteDown {
  personId: string | null;
  name: string;
  accounts: readonly Account[];
  /** Of a new person. */
  card?: Partial<Card>;
}

/** Writes down persons and accounts; gives each one's person and new identities, in order. Call inside a transaction. */
export async function writeDownPeople(
  ctx: Ctx,
  communityId: string,
  people: readonly ToWriteDown[],
): Promise<{ personId: string; identityIds: string[] }[]> {
  const rows = people.map(({ personId, name, accounts, card }) => ({
    personId: personId ?? newId(ctx.now()),
    isNew: personId === null,
    card: { ...emptyCard, ...card },
    accounts: accounts.map((account) => ({ ...account, id: newId(ctx.now()), name, key: foldName(name) })),
  }));
  await insertWritten(ctx, communityId, rows);
  return rows.map(({ personId, accounts }) => ({ personId, identityIds: accounts.map(({ id }) => id) }));
}

/** Gives accounts other names. Call inside a transaction. */
export async function renameAccounts(
  ctx: Ctx,
  communityId: string,
  names: readonly { id: string; name: string }[],
): Promise<void> {
  if (names.length === 0) return;
  await updateNames(
    ctx,
    communityId,
    names.map((one) => ({ ...one, key: foldName(one.name) })),
  );
  ctx.emit(identityChanged, communityId, { identityIds: names.map(({ id }) => id) });
}

/** Replaces cards of persons. Call inside a transaction. */
export async function replaceCards(
  ctx: Ctx,
  communityId: string,
  cards: readonly { personId: string; card: Card }[],
): Promise<void> {
  if (cards.length > 0) await updateCards(ctx, communityId, cards);
}

/** Cards of persons. */
export async function listCards(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<Map<string, Card>> {
  return new Map(
    (await selectCards(ctx, communityId, personIds)).map(({ personId, card }) => [personId, readCard(card)]),
  );
}

/** A stay that is written down. */
export interface WrittenStay extends Pick<Membership, 'groupId' | 'identityId' | 'source' | 'joinedAt'> {
  /** The day of coming is known, so it counts among the comings of that day. */
  isDated: boolean;
}

/** A stay that was written down. */
export interface MadeStay {
  id: string;
  identityId: string;
  isDated: boolean;
}

/** Writes down stays, whether they fit into the group or not: they are there already. Call inside a transaction. */
export async function writeDownStays(
  ctx: Ctx,
  communityId: string,
  stays: readonly WrittenStay[],
): Promise<MadeStay[]> {
  if (stays.length === 0) return [];
  const rows = stays.map((stay) => ({ ...stay, id: newId(ctx.now()) }));
  const dated = new Set(rows.filter(({ isDated }) => isDated).map(({ id }) => id));
  const opened = await insertStays(ctx, communityId, rows);
  await countStays(ctx, opened, { by: 1, dated });
  return opened.map(({ id, identityId }) => ({ id, identityId, isDated: dated.has(id) }));
}

/**
 * Of some accounts those with which something has happened since they were written down with these stays; another account of the same
 * person counts as something, unless `mayShare`.
 */
export async function findLived(
  ctx: Ctx,
  communityId: string,
  which: { identityIds: readonly string[]; stayIds: readonly string[]; mayShare?: boolean },
): Promise<Set<string>> {
  return new Set(await selectLived(ctx, communityId, which));
}

/** Takes back stays, accounts and persons that were written down. Call inside a transaction. */
export async function takeBackPeople(
  ctx: Ctx,
  communityId: string,
  which: {
    stays: readonly Omit<MadeStay, 'identityId'>[];
    identityIds: readonly string[];
    personIds: readonly string[];
  },
): Promise<void> {
  const dated = new Set(which.stays.filter(({ isDated }) => isDated).map(({ id }) => id));
  const gone = await deleteStays(
    ctx,
    communityId,
    which.stays.map(({ id }) => id),
  );
  await countStays(ctx, gone, { by: -1, dated });
  if (which.identityIds.length > 0) await deleteWritten(ctx, communityId, which);
}

type CountedStay = Pick<Membership, 'id' | 'groupId' | 'joinedAt'>;

async function countStays(
  ctx: Ctx,
  stays: readonly CountedStay[],
  { by, dated }: { by: 1 | -1; dated: ReadonlySet<string> },
): Promise<void> {
  // Groups in the order of their ids, so that two lists never wait for each other.
  for (const [groupId, here] of [...Map.groupBy(stays, (stay) => stay.groupId)].toSorted()) {
    const group: Group =
      by > 0 ? await countSeats(ctx, groupId, here.length) : await freeSeats(ctx, groupId, here.length);
    const known = here.filter(({ id }) => dated.has(id));
    await countMoves(
      ctx,
      group,
      known.map((stay) => ({ at: stay.joinedAt, joins: by })),
    );
    publishPeople(ctx, group);
  }
}
