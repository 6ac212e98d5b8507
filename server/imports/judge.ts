/**
 * What rows would do: compares what they say with what is known of their people, and gives only the difference. The dry run shows it, the
 * import writes it; so the same list a second time finds nothing to do.
 */
import { listGiven, type GivenSoFar, type WrittenValue } from '../profiles/index.ts';
import { listKnownPeople, type Account, type Card, type CardLine, type KnownPerson } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Problem, Wish } from './row.ts';

/** The carrier of people who were written down. */
export const listCarrier = 'manual';

/** What kind of thing a row changes, in the order in which it is told. */
export type ChangeKind = 'account' | 'name' | 'groups' | 'card' | 'tags' | 'fields' | 'note';

/** What is to be written for one row. */
export interface Change {
  person: KnownPerson | null;
  name: string;
  newAccounts: Account[];
  /** Accounts of lists that get another name, with the one they had. */
  renames: { id: string; before: string }[];
  groupIds: string[];
  joinedOn: string | null;
  source: string | null;
  card: Partial<Record<CardLine, string>>;
  /** Names of tags that the person does not have, folded. */
  tags: string[];
  values: { fieldId: string; value: WrittenValue; before: WrittenValue | null }[];
  note: string | null;
}

/** What becomes of a row. */
export interface Judgement {
  verdict: 'new' | 'changed' | 'same' | 'bad';
  problems: Problem[];
  kinds: ChangeKind[];
  change: Change;
}

/** Judges rows against what is known now; a few statements, whatever their number. */
export async function judgeRows(
  ctx: Ctx,
  communityId: string,
  { wishes, tagIds }: { wishes: readonly Wish[]; tagIds: ReadonlyMap<string, string> },
): Promise<Judgement[]> {
  const accounts = wishes.flatMap((wish) => [...listed(wish), ...driven(wish)]);
  const { people, personOf } = await listKnownPeople(ctx, communityId, accounts);
  const identityIds = [...people.values()].flatMap(({ identities }) => identities.map(({ id }) => id));
  const given = await listGiven(ctx, communityId, identityIds);
  return wishes.map((wish) => {
    const ids = new Set([...listed(wish), ...driven(wish)].flatMap((account) => personOf(account) ?? []));
    const [personId] = ids;
    const person = personId === undefined ? null : people.get(personId)!;
    const change = compare(wish, { person, given, tagIds, isKnown: (account) => personOf(account) !== undefined });
    const kinds = kindsOf(change);
    if (ids.size > 1)
      return { verdict: 'bad', problems: [{ column: null, code: 'two_people', data: {} }], kinds, change };
    return { verdict: person === null ? 'new' : kinds.length > 0 ? 'changed' : 'same', problems: [], kinds, change };
  });
}

function listed({ keys }: Wish): Account[] {
  return keys.map((externalId) => ({ carrier: listCarrier, externalId }));
}

/** The same accounts where a driver of their platform would have brought them in. */
function driven({ accounts }: Wish): Account[] {
  return accounts.map(({ platform, account }) => ({ carrier: platform, externalId: account }));
}

interface Known {
  person: KnownPerson | null;
  given: GivenSoFar;
  tagIds: ReadonlyMap<string, string>;
  isKnown: (account: Account) => boolean;
}

function compare(wish: Wish, { person, given, tagIds, isKnown }: Known): Change {
  const own = new Set(person?.identities.map(({ id }) => id));
  const has = new Set(given.tags.flatMap(({ identityId, tagId }) => (own.has(identityId) ? tagId : [])));
  const lastOf = (fieldId: string) =>
    given.values.findLast((one) => own.has(one.identityId) && one.fieldId === fieldId);
  const noted = given.notes.some(({ identityId, text }) => own.has(identityId) && text === wish.note);
  return {
    person,
    name: wish.name,
    newAccounts: listed(wish).filter((account) => !isKnown(account)),
    renames: renamesOf(wish, person),
    // Whoever has been in a group and left it stays out: a list does not bring anybody back.
    groupIds: wish.groupIds.filter((groupId) => !person?.stays.some((stay) => stay.groupId === groupId)),
    joinedOn: wish.joinedOn,
    source: wish.source,
    card: cardChange(wish, person),
    tags: wish.tags.filter((tag) => !has.has(tagIds.get(tag.toLowerCase()) ?? '')),
    values: wish.values.flatMap(({ fieldId, value }) => {
      const before = lastOf(fieldId) ?? null;
      if (before && before.text === value.text && before.num === value.num) return [];
      return { fieldId, value, before: before && { text: before.text, num: before.num } };
    }),
    note: wish.note === null || noted ? null : wish.note,
  };
}

/** Only accounts that lists have made get their name from a list: the others have it from their owner. */
function renamesOf(wish: Wish, person: KnownPerson | null): Change['renames'] {
  const keys = new Set(wish.keys);
  return (person?.identities ?? [])
    .filter(({ carrier, externalId, name }) => carrier === listCarrier && keys.has(externalId) && name !== wish.name)
    .map(({ id, name }) => ({ id, before: name }));
}

/** A list fills what is empty; what a member may have written themselves it leaves alone. */
function cardChange(wish: Wish, person: KnownPerson | null): Change['card'] {
  const isOurs = person?.identities.every(({ carrier }) => carrier === listCarrier) ?? true;
  const lines = Object.entries(wish.card) as [CardLine, string][];
  return Object.fromEntries(
    lines.filter(([line, text]) => {
      const before = person?.card[line] ?? null;
      return before === null || (isOurs && before.visibility === 'team' && before.text !== text);
    }),
  );
}

function kindsOf(change: Change): ChangeKind[] {
  const kinds: Readonly<Record<ChangeKind, boolean>> = {
    account: change.person !== null && change.newAccounts.length > 0,
    name: change.renames.length > 0,
    groups: change.groupIds.length > 0,
    card: Object.keys(change.card).length > 0,
    tags: change.tags.length > 0,
    fields: change.values.length > 0,
    note: change.note !== null,
  };
  return (Object.keys(kinds) as ChangeKind[]).filter((kind) => kinds[kind]);
}

/** A card with what a list says, for the team only: the person has not agreed to show it. */
export function layOver(card: Card, change: Change['card']): Card {
  const lines = (Object.entries(change) as [CardLine, string][]).map(([line, text]) => [
    line,
    { text, visibility: 'team' as const },
  ]);
  return { ...card, ...(Object.fromEntries(lines) as Partial<Card>) };
}
