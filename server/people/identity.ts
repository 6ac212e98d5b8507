/**
 * Identities: accounts on carriers, the authors of everything. Finds or makes them for whole batches of senders and
 * keeps the community's own voice.
 */
import { getCommunity } from '../communities/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { identityChanged } from './events.ts';
import { checkName, foldName, isTeamName, tidyForeignName, type NameProblem } from './name.ts';
import {
  identifyRows,
  insertIdentity,
  insertPerson,
  selectAccount,
  selectIdentities,
  selectIdentitiesNamed,
  selectKnownSenders,
  selectTeamKeys,
  updateIdentity,
  type Identity,
} from './store/identity.ts';

export type { Identity } from './store/identity.ts';

/** The carrier of members who joined with this program's own pages. */
export const webCarrier = 'web';

/**
 * Identities of the senders of a batch, known or new; safe against other batches with the same senders. One statement
 * when all are known under these names, a second one for the rest. A new name replaces the old one; an empty name
 * changes nothing.
 */
export async function identifySenders(
  ctx: Ctx,
  communityId: string,
  carrier: string,
  senders: readonly { externalId: string; name: string }[],
): Promise<Map<string, string>> {
  const nameOf = new Map(senders.map((sender) => [sender.externalId, sender.name]));
  if (nameOf.size === 0) return new Map();
  const account = { communityId, carrier };
  const known = await selectKnownSenders(ctx, account, [...nameOf.keys()]);
  const found = new Map(known.map((row) => [row.externalId, row.id]));
  for (const { externalId, name } of known) {
    const given = nameOf.get(externalId)!;
    if (given === '' || given === name) nameOf.delete(externalId);
  }
  if (nameOf.size === 0) return found;
  const renamed = known.filter(({ externalId }) => nameOf.has(externalId)).map(({ id }) => id);
  if (renamed.length > 0) ctx.emit(identityChanged, communityId, { identityIds: renamed });
  const rows = [...nameOf].map(([externalId, raw]) => {
    const name = tidyForeignName(raw);
    return { externalId, name, key: foldName(name), id: newId(ctx.now()), personId: newId(ctx.now()) };
  });
  for (const row of await identifyRows(ctx, account, rows)) found.set(row.externalId, row.id);
  return found;
}

/** The identity under which the team's robot and official posts speak; made on first use. */
export async function officialIdentity(ctx: Ctx, communityId: string): Promise<Identity> {
  const account = { communityId, carrier: 'official', externalId: 'official' };
  const known = await selectAccount(ctx, account);
  if (known) return known;
  const { official } = await getCommunity(ctx, communityId);
  const id = newId(ctx.now());
  const { name, pictureId } = official;
  await insertIdentity(ctx, { ...account, id, personId: null, kind: 'official', name, pictureId, key: foldName(name) });
  // Another request may have been first; then its row counts.
  return (await selectAccount(ctx, account))!;
}

/** Takes over the official name and picture after a community changed. */
export async function refreshOfficial(ctx: Ctx, communityId: string): Promise<void> {
  const { official } = await getCommunity(ctx, communityId);
  const identity = await officialIdentity(ctx, communityId);
  const { name, pictureId } = official;
  if (identity.name === name && identity.pictureId === pictureId) return;
  await updateIdentity(ctx, { communityId, id: identity.id }, { name, pictureId, key: foldName(name) });
  ctx.emit(identityChanged, communityId, { identityIds: [identity.id] });
}

/** An identity, undefined when there is none in this community. */
export async function findIdentity(ctx: Ctx, communityId: string, identityId: string): Promise<Identity | undefined> {
  return (await selectIdentities(ctx, communityId, [identityId]))[0];
}

/** Identities by id; unknown ids are left out. */
export async function listIdentities(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Identity[]> {
  return selectIdentities(ctx, communityId, identityIds);
}

/** Identities with a part of a name in theirs, five hundred at most; none for a part without letters. */
export async function listIdentitiesNamed(ctx: Ctx, communityId: string, part: string): Promise<Identity[]> {
  const nameKey = foldName(part);
  return nameKey === '' ? [] : selectIdentitiesNamed(ctx, communityId, { nameKey, limit: 500 });
}

/** Cleans a member's name and makes sure that it passes for nobody of the team. `self` = who may keep their own name. */
export async function checkMemberName(
  ctx: Ctx,
  communityId: string,
  wish: { name: string; self: string | null },
): Promise<{ ok: true; name: string; key: string } | { ok: false; problem: NameProblem }> {
  const checked = checkName(wish.name);
  if (!checked.ok) return checked;
  const { official } = await getCommunity(ctx, communityId);
  const keys = [foldName(official.name), ...(await selectTeamKeys(ctx, communityId, wish.self))];
  return isTeamName(checked.name, keys) ? { ok: false, problem: 'team_name' } : checked;
}

/** A new member of the built-in group with the person behind; `name` has been checked. */
export async function createMember(
  ctx: Ctx,
  communityId: string,
  checked: { name: string; key: string },
): Promise<Identity> {
  const id = newId(ctx.now());
  const personId = newId(ctx.now());
  // The account of our own carrier is the identity itself.
  const identity: Identity = {
    id,
    communityId,
    personId,
    carrier: webCarrier,
    externalId: id,
    name: checked.name,
    pictureId: null,
    kind: 'member',
  };
  await insertPerson(ctx, { communityId, id: personId });
  await insertIdentity(ctx, { ...identity, key: checked.key });
  return identity;
}

/** An identity that must be there; throws `platform.not_found`. */
export async function getIdentity(ctx: Ctx, communityId: string, identityId: string): Promise<Identity> {
  const identity = await findIdentity(ctx, communityId, identityId);
  if (!identity) throw platformErrors.not_found();
  return identity;
}
