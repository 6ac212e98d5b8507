/** Members' own invitations: who brought whom is known, and an invitation ends with the stay of the inviter. */
import { findLink, findGroupById, type Group } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newCode } from '../platform/ids.ts';
import { getSettings } from '../platform/settings.ts';
import { peopleErrors } from './errors.ts';
import { peopleSettings } from './settings.ts';
import { selectInvite, upsertInvite } from './store/entrance.ts';

/** What a code at the door leads to. */
export type Entrance =
  | { ok: true; group: Group; linkId: string | null; source: string; inviterId: string | null }
  | { ok: false; reason: 'unknown' | 'expired' | 'used_up' | 'revoked' | 'dissolved' };

/** Longest code that is looked up; real ones have 10 or 12 characters. */
export const longestCode = 40;

/** The member's invitation to a group: always the same link while they are in it. */
export async function inviteToGroup(
  ctx: Ctx,
  seat: { communityId: string; groupId: string; identityId: string },
): Promise<{ code: string; url: string }> {
  const { membersMayInvite } = await getSettings(ctx, peopleSettings, seat.communityId);
  if (!membersMayInvite) throw peopleErrors.invites_closed();
  const { code } = await upsertInvite(ctx, { ...seat, code: newCode(12) });
  return { code, url: `${ctx.publicUrl}/j/${code}` };
}

/** Where a code leads: a link of the team, or a member's invitation. */
export async function findEntrance(ctx: Ctx, code: string): Promise<Entrance> {
  const found = await findLink(ctx, code);
  if (found.ok) {
    return { ok: true, group: found.group, linkId: found.link.id, source: found.link.channel, inviterId: null };
  }
  if (found.reason !== 'unknown') return found;
  const invite = /^[0-9A-Z]{12}$/.test(code) ? await selectInvite(ctx, code) : undefined;
  if (!invite) return found;
  const group = await findGroupById(ctx, invite.groupId);
  if (!group) return found;
  if (group.lifecycle === 'dissolved') return { ok: false, reason: 'dissolved' };
  const { membersMayInvite } = await getSettings(ctx, peopleSettings, invite.communityId);
  if (!membersMayInvite) return { ok: false, reason: 'revoked' };
  return { ok: true, group, linkId: null, source: 'member', inviterId: invite.identityId };
}
