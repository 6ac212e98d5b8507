/**
 * Invitations into the team by a link that works once, for seven days. Only a hash of the code is kept. At the moment of
 * accepting, whoever invited must still have a role as high as the one they gave.
 */
import { z } from 'zod';
import { getCommunity } from '../communities/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { emailSchema, findUsers, newPasswordSchema, registerOperator, userNameSchema } from '../platform/auth/index.ts';
import { tidyRoles, type TeamRole } from '../platform/auth/permissions.ts';
import { actAs, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isMailReady, queueMail, readAddress, writeLetter } from '../platform/mail/index.ts';
import { badInput } from '../platform/http/problem.ts';
import { hashSecret, isId, newId, newSecret } from '../platform/ids.ts';
import { teamErrors } from './errors.ts';
import { isAbove } from './role.ts';
import * as store from './store/invitations.ts';
import { lockTeam } from './store/team-lock.ts';
import { userOf } from './task.ts';
import { actingRole, admitMember, presentRoles } from './team.ts';

export type { Invitation } from './store/invitations.ts';

const lifeMs = 7 * 24 * 60 * 60 * 1000;
const mostOpen = 100;

/**
 * Makes an invitation; its code and link are shown this once. With an address it is mailed, too. Run it in a transaction.
 * Throws `team.mail_not_set_up`, `team.mail_address_wrong`, `team.mailbox_full`; then there is no invitation.
 */
export async function createInvitation(
  ctx: Ctx,
  wish: { communityId: string; roles: readonly TeamRole[]; note?: string | undefined; email?: string | undefined },
): Promise<{ invitation: store.Invitation; code: string; url: string }> {
  const { communityId, note = '' } = wish;
  const roles = tidyRoles(wish.roles);
  const own = await actingRole(ctx, communityId);
  if (own !== null && isAbove(roles[0]!, own)) throw teamErrors.above_your_role();
  if ((await store.countOpenInvitations(ctx, communityId)) >= mostOpen) {
    throw teamErrors.too_many_invitations({ most: mostOpen });
  }
  const code = newSecret(18);
  const invitation = await store.insertInvitation(ctx, {
    communityId,
    roles,
    note,
    id: newId(ctx.now()),
    codeHash: hashSecret(code),
    createdBy: userOf(ctx.actor),
    expiresAt: new Date(ctx.now().getTime() + lifeMs),
  });
  await audit(ctx, invitation, 'team.create_invitation');
  if (wish.email !== undefined) await mailInvitation(ctx, invitation, { code, email: wish.email });
  return { invitation, code, url: `${ctx.publicUrl}/invite/${code}` };
}

/** Mails the link. Its address is the installation's own, never the request's: whoever asks could put a link of theirs into a stranger's inbox. */
async function mailInvitation(
  ctx: Ctx,
  invitation: store.Invitation,
  { code, email }: { code: string; email: string },
): Promise<void> {
  const { t } = ctx;
  const { publicUrl } = ctx.services.config;
  if (!isMailReady(ctx.services.config) || publicUrl === undefined) throw teamErrors.mail_not_set_up();
  const to = readAddress(email);
  if (!to) throw teamErrors.mail_address_wrong();
  const { name: community } = await getCommunity(ctx, invitation.communityId);
  const inviter = 'name' in ctx.actor ? ctx.actor.name : community;
  const values = { community, inviter };
  const words = writeLetter({
    language: ctx.locale,
    heading: t('team:letter.heading', values),
    lines: [t('team:letter.what', values), t('team:letter.how', values)],
    link: `${publicUrl}/invite/${code}`,
    footer: [t('team:letter.not_you', values)],
  });
  const { expiresAt } = invitation;
  const mail = { subject: t('team:letter.subject', values), ...words, kind: 'team.invitation', to, expiresAt };
  if (!(await queueMail(ctx, mail)).ok) throw teamErrors.mailbox_full();
}

/** An invitation as the team sees it. */
export type ListedInvitation = store.Invitation & { createdByName: string | null };

/** Invitations that wait to be accepted, newest first. */
export async function listInvitations(
  ctx: Ctx,
  communityId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: ListedInvitation[]; nextCursor: string | null }> {
  const before = page.cursor === undefined ? null : String(decodeCursor(page.cursor, 1)[0]);
  if (before !== null && !isId(before)) throw platformErrors.bad_cursor();
  const rows = await store.selectOpenInvitations(ctx, communityId, { before, limit: page.limit + 1 });
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.id]);
  const users = await findUsers(
    ctx,
    items.flatMap(({ createdBy }) => createdBy ?? []),
  );
  const names = new Map(users.map((user) => [user.id, user.name]));
  return { items: items.map((row) => ({ ...row, createdByName: names.get(row.createdBy ?? '') ?? null })), nextCursor };
}

/** Takes an invitation back; throws `platform.not_found` when none waits under this id. */
export async function withdrawInvitation(ctx: Ctx, communityId: string, id: string): Promise<void> {
  const gone = await store.markRevoked(ctx, communityId, id);
  if (!gone) throw platformErrors.not_found();
  await audit(ctx, gone, 'team.withdraw_invitation');
}

/** What an invitation says to whoever opens the link. */
export interface InvitationFace {
  communityName: string;
  roles: TeamRole[];
  invitedBy: string | null;
  expiresAt: Date;
}

/** Reads the invitation of a link; throws what is wrong with it. */
export async function readInvitation(ctx: Ctx, code: string): Promise<InvitationFace> {
  const invitation = await checkInvitation(ctx, await store.selectInvitation(ctx, hashSecret(code)));
  const { name: communityName } = await getCommunity(ctx, invitation.communityId);
  const [inviter] = await findUsers(ctx, invitation.createdBy === null ? [] : [invitation.createdBy]);
  return { communityName, roles: invitation.roles, invitedBy: inviter?.name ?? null, expiresAt: invitation.expiresAt };
}

/** Who accepts: somebody signed in needs no more, anybody else makes an account. */
export interface Acceptance {
  name?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
  userAgent: string | null;
}

const registration = z.object({ name: userNameSchema, email: emailSchema, password: newPasswordSchema });

/**
 * Accepts an invitation; `cookie` signs the new operator in. Whoever has accepted it gets the same answer again. Roles
 * that they had are kept.
 */
export async function acceptInvitation(
  ctx: Ctx,
  code: string,
  acceptance: Acceptance,
): Promise<{ communityId: string; cookie: string | null }> {
  if (ctx.actor.kind === 'token') throw platformErrors.not_allowed();
  const found = await store.lockInvitation(ctx, hashSecret(code));
  const mine = userOf(ctx.actor);
  if (found && mine !== null && found.usedBy === mine) return { communityId: found.communityId, cookie: null };
  // Before the check, so that the one who invited can't lose their role between check and admission.
  if (found) await lockTeam(ctx, found.communityId);
  const invitation = await checkInvitation(ctx, found);
  const { communityId, roles } = invitation;
  const { as, cookie } = mine === null ? await register(ctx, acceptance) : { as: ctx, cookie: null };
  const userId = userOf(as.actor)!;
  await store.markUsed(as, invitation, userId);
  await audit(as, invitation, 'team.accept_invitation');
  await admitMember(as, { communityId, userId, roles });
  return { communityId, cookie };
}

async function register(ctx: Ctx, { userAgent, ...answers }: Acceptance): Promise<{ as: Ctx; cookie: string }> {
  const checked = registration.safeParse(answers);
  if (!checked.success) throw badInput('body', checked.error);
  const { user, cookie } = await registerOperator(ctx, { ...checked.data, userAgent });
  return { as: actAs(ctx, { kind: 'operator', userId: user.id, name: user.name }), cookie };
}

async function checkInvitation(ctx: Ctx, invitation: store.Invitation | undefined): Promise<store.Invitation> {
  if (!invitation) throw teamErrors.invitation_unknown();
  if (invitation.usedAt) throw teamErrors.invitation_used();
  if (invitation.revokedAt) throw teamErrors.invitation_withdrawn();
  if (invitation.expiresAt <= ctx.now()) throw teamErrors.invitation_expired();
  if (!(await mayStillInvite(ctx, invitation))) throw teamErrors.invitation_withdrawn();
  return invitation;
}

/** Somebody who has left the team or lost the role since then can't bring others in. */
async function mayStillInvite(ctx: Ctx, { createdBy, communityId, roles }: store.Invitation): Promise<boolean> {
  if (createdBy === null) return true;
  const own = await presentRoles(ctx, communityId, createdBy);
  return own.length > 0 && !isAbove(roles[0]!, own[0]!) && ctx.services.permissions.allows(own, 'team.manage');
}

async function audit(ctx: Ctx, invitation: store.Invitation, action: InvitationAction): Promise<void> {
  const { communityId, id, roles } = invitation;
  await recordAudit(ctx, {
    communityId,
    action,
    target: { kind: 'invitation', id },
    detail: { role: roles.join(' ') },
  });
}

type InvitationAction = 'team.create_invitation' | 'team.withdraw_invitation' | 'team.accept_invitation';
