/**
 * Bans: from one group or from the whole community, by identity and by the browsers it used. Without accounts a ban is
 * only as strong as the cookie; approval mode and invitations that end with the inviter do the rest.
 */
import { actorKey } from '../platform/auth/actor.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { peopleErrors } from './errors.ts';
import { memberBanned, memberUnbanned } from './events.ts';
import { findIdentity } from './identity.ts';
import { tellDevices } from './live.ts';
import { endMemberships, type ActRefusal } from './membership.ts';
import type { JoinGate } from './slots.ts';
import { insertBan, liftBans, selectBan, selectBanInForce } from './store/ban.ts';
import { withdrawApplications } from './store/entrance.ts';
import { selectMembershipsOf } from './store/membership.ts';

export type { Ban } from './store/ban.ts';

/** Who is banned from where; `groupId` null = the whole community. */
export interface BanScope {
  communityId: string;
  groupId: string | null;
  identityId: string;
}

/** Bans an identity and its devices; stays in the scope end. Banning twice changes nothing. */
export async function banMember(ctx: Ctx, act: BanScope & { reason: string }): Promise<{ ok: true } | ActRefusal> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, groupId, identityId } = act;
    const identity = await findIdentity(inner, communityId, identityId);
    if (!identity || identity.kind === 'tombstone') return { ok: false, reason: 'not_a_member' };
    const stays = await selectMembershipsOf(inner, communityId, [identityId]);
    const inScope = stays.filter((stay) => stay.leftAt === null && (groupId === null || stay.groupId === groupId));
    if (identity.kind === 'official' || inScope.some((stay) => stay.role === 'owner' || stay.role === 'admin')) {
      return { ok: false, reason: 'protected' };
    }
    const ban = { id: newId(inner.now()), communityId, groupId, identityId };
    const fresh = await insertBan(inner, { ...ban, reason: act.reason, bannedBy: actorKey(inner.actor) });
    if (!fresh) return { ok: true };
    await withdrawApplications(inner, { communityId, groupId, identityIds: [identityId] });
    const ended = await endMemberships(inner, { communityId, groupId, identityIds: [identityId] }, { how: 'banned' });
    if (ended.length === 0 && groupId !== null) {
      await tellDevices(inner, communityId, { identityIds: [identityId], frame: { groupId, state: 'banned' } });
    }
    inner.emit(memberBanned, communityId, { groupId, identityIds: [identityId] });
    await audit(inner, 'people.ban_member', act);
    return { ok: true };
  });
}

/** Lifts a ban of this scope; the person may come back through an entrance. */
export async function unbanMember(
  ctx: Ctx,
  act: BanScope,
): Promise<{ ok: true } | { ok: false; reason: 'not_banned' }> {
  return inTransaction(ctx, async (inner) => {
    const lifted = await liftBans(inner, act, actorKey(inner.actor));
    if (lifted.length === 0) return { ok: false, reason: 'not_banned' };
    inner.emit(memberUnbanned, act.communityId, { groupId: act.groupId, identityIds: [act.identityId] });
    await audit(inner, 'people.unban_member', act);
    return { ok: true };
  });
}

/** Lifts one ban of the list; throws when it is unknown or lifted already. */
export async function liftBan(ctx: Ctx, communityId: string, banId: string): Promise<void> {
  const ban = await selectBan(ctx, communityId, banId);
  if (!ban) throw platformErrors.not_found();
  const answer = await unbanMember(ctx, ban);
  if (!answer.ok) throw peopleErrors.already_lifted();
}

/** The first gate: who is banned stays out, whatever else they answer. */
export const banGate: JoinGate = {
  name: 'ban',
  consider: async (ctx, attempt) => {
    const { identityId, deviceId } = attempt;
    if (identityId === null && deviceId === null) return { ok: true };
    const ban = await selectBanInForce(ctx, attempt, { identityId, deviceId });
    return ban ? { refused: 'banned', text: ctx.t('people:refused.banned') } : { ok: true };
  },
};

async function audit(ctx: Ctx, action: string, act: BanScope): Promise<void> {
  const target = { kind: 'identity', id: act.identityId };
  await recordAudit(ctx, { communityId: act.communityId, action, target, detail: { groupId: act.groupId } });
}
