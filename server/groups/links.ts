/**
 * Join links: stable codes that lead into a group and remember through which channel people came. The address is made
 * from the present public URL, so that moving the server needs new pictures but no new codes.
 */
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId, newCode, newId } from '../platform/ids.ts';
import { groupErrors } from './errors.ts';
import type { Group } from './group.ts';
import { findGroupById, getGroup, type GroupTarget } from './groups.ts';
import * as store from './store/links.ts';

/** A way into one group. */
export interface JoinLink {
  id: string;
  communityId: string;
  groupId: string;
  code: string;
  /** Where the link was put out, e.g. 门口海报; becomes the source of the membership. */
  channel: string;
  expiresAt: Date | null;
  maxUses: number | null;
  uses: number;
  revokedAt: Date | null;
  createdAt: Date;
}

/** Why a link leads nowhere. */
export type DeadLink = 'unknown' | 'expired' | 'used_up' | 'revoked' | 'dissolved';

/** Where a code leads. */
export type FoundLink = { ok: true; link: JoinLink; group: Group } | { ok: false; reason: DeadLink };

/** Whether a link may still be used, as the list shows it. */
export type LinkState = 'open' | Exclude<DeadLink, 'unknown' | 'dissolved'>;

/** Makes a link into a living group. */
export async function createLink(
  ctx: Ctx,
  target: GroupTarget,
  input: { channel: string; expiresAt?: Date | null | undefined; maxUses?: number | null | undefined },
): Promise<JoinLink> {
  checkExpiry(ctx, input.expiresAt);
  return inTransaction(ctx, async (inner) => {
    const group = await getGroup(inner, target.communityId, target.groupId);
    if (group.lifecycle === 'dissolved') throw groupErrors.dissolved();
    for (let attempt = 1; ; attempt++) {
      const link: JoinLink = {
        id: newId(ctx.now()),
        ...target,
        code: newCode(10),
        channel: input.channel,
        expiresAt: input.expiresAt ?? null,
        maxUses: input.maxUses ?? null,
        uses: 0,
        revokedAt: null,
        createdAt: ctx.now(),
      };
      if (await store.insertLink(inner, { ...link, createdBy: actorKey(ctx.actor) })) {
        await audit(inner, 'create_link', { after: link });
        return link;
      }
      // 30^10 codes: a third clash in a row is no chance.
      if (attempt === 3) throw platformErrors.internal();
    }
  });
}

/** The link; throws `platform.not_found`. */
export async function getLink(ctx: Ctx, target: { communityId: string; linkId: string }): Promise<JoinLink> {
  const link = isId(target.linkId) ? await store.selectLink(ctx, target) : undefined;
  if (!link) throw platformErrors.not_found();
  return link;
}

/** Where those who come by these links come from: the channel of each link, under its id. */
export async function listLinkChannels(
  ctx: Ctx,
  communityId: string,
  linkIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.selectLinksById(ctx, communityId, linkIds)).map(({ id, channel }) => [id, channel]));
}

/** A page of the links of a group, oldest first, dead ones included. */
export async function listLinks(ctx: Ctx, target: GroupTarget, query: { cursor?: string | undefined; limit: number }) {
  await getGroup(ctx, target.communityId, target.groupId);
  const after = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  if (after !== undefined && !isId(after)) throw platformErrors.bad_cursor();
  const rows = await store.selectLinks(ctx, target, { after, limit: query.limit + 1 });
  return toPage(rows, query.limit, (link) => [link.id]);
}

/** Changes channel, expiry or number of uses of a link that is not revoked. */
export async function changeLink(
  ctx: Ctx,
  target: { communityId: string; linkId: string },
  change: { channel?: string | undefined; expiresAt?: Date | null | undefined; maxUses?: number | null | undefined },
): Promise<JoinLink> {
  checkExpiry(ctx, change.expiresAt);
  return inTransaction(ctx, async (inner) => {
    const before = await lockLink(inner, target);
    if (before.revokedAt !== null) throw groupErrors.link_revoked();
    if (change.maxUses != null && change.maxUses < before.uses)
      throw groupErrors.link_uses_below({ uses: before.uses });
    const after: JoinLink = {
      ...before,
      channel: change.channel ?? before.channel,
      expiresAt: change.expiresAt === undefined ? before.expiresAt : change.expiresAt,
      maxUses: change.maxUses === undefined ? before.maxUses : change.maxUses,
    };
    await store.writeLink(inner, after);
    await audit(inner, 'change_link', { before, after });
    return after;
  });
}

/** Revokes a link for ever; revoking twice is no error. */
export async function revokeLink(ctx: Ctx, target: { communityId: string; linkId: string }): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const before = await lockLink(inner, target);
    if (before.revokedAt !== null) return;
    const after = { ...before, revokedAt: ctx.now() };
    await store.writeLink(inner, after);
    await audit(inner, 'revoke_link', { before, after });
  });
}

/** Where a code leads now, without using it up. */
export async function findLink(ctx: Ctx, code: string): Promise<FoundLink> {
  const link = /^[0-9A-Z]{10}$/.test(code) ? await store.selectLinkByCode(ctx, code) : undefined;
  const group = link && (await findGroupById(ctx, link.groupId));
  if (!link || !group) return { ok: false, reason: 'unknown' };
  if (group.lifecycle === 'dissolved') return { ok: false, reason: 'dissolved' };
  const state = stateOf(link, ctx.now());
  return state === 'open' ? { ok: true, link, group } : { ok: false, reason: state };
}

/** Uses a link once. Call it in the transaction that joins: what is rolled back was not used. */
export async function useLink(ctx: Ctx, code: string): Promise<FoundLink> {
  return inTransaction(ctx, async (inner) => {
    const found = await findLink(inner, code);
    if (!found.ok) return found;
    const link = await store.useLinkIfGood(inner, code, ctx.now());
    // Somebody else took the last use, or it was revoked, between the two statements.
    if (link) return { ...found, link };
    const again = await findLink(inner, code);
    return again.ok ? { ok: false, reason: 'used_up' } : again;
  });
}

/** Whether a link may be used at a moment; a dissolved group's links are all revoked. */
export function stateOf(link: JoinLink, at: Date): LinkState {
  if (link.revokedAt !== null) return 'revoked';
  if (link.expiresAt !== null && link.expiresAt <= at) return 'expired';
  return link.maxUses !== null && link.uses >= link.maxUses ? 'used_up' : 'open';
}

/** The address that a link's QR code holds. */
export function addressOf(ctx: Ctx, link: JoinLink): string {
  return `${ctx.publicUrl}/j/${link.code}`;
}

async function lockLink(ctx: Ctx, target: { communityId: string; linkId: string }): Promise<JoinLink> {
  const link = isId(target.linkId) ? await store.selectLink(ctx, { ...target, lock: true }) : undefined;
  if (!link) throw platformErrors.not_found();
  return link;
}

function checkExpiry(ctx: Ctx, expiresAt: Date | null | undefined): void {
  if (expiresAt && expiresAt <= ctx.now()) throw groupErrors.link_expiry_past();
}

async function audit(ctx: Ctx, action: string, change: { before?: JoinLink; after: JoinLink }): Promise<void> {
  const facts = (link: JoinLink | undefined) =>
    link && { channel: link.channel, expiresAt: link.expiresAt, maxUses: link.maxUses, revokedAt: link.revokedAt };
  await recordAudit(ctx, {
    communityId: change.after.communityId,
    action: `groups.${action}`,
    target: { kind: 'link', id: change.after.id },
    detail: { group: change.after.groupId, before: facts(change.before), after: facts(change.after) },
  });
}
