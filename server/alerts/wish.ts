/** What an operator wants to be told of outside the console: nothing, alarms at once, or once in the morning. */
import { usualQuiet, type QuietHours } from '../platform/quiet.ts';
import type { TeamRole } from '../platform/auth/permissions.ts';
import { listGrantedCommunities } from '../platform/auth/grants.ts';
import type { Ctx } from '../platform/context.ts';
import type { Locale } from '../platform/i18n.ts';
import { isMailReady } from '../platform/mail/index.ts';
import { deleteWaiting, selectWishes, upsertWish } from './store.ts';

/** What may be wished. */
export const levels = ['off', 'at_once', 'digest'] as const;

/** One of the wishes. */
export type Level = (typeof levels)[number];

/** A wish with the hours in which nobody is woken. */
export interface Wish {
  level: Level;
  quiet: QuietHours;
}

/** Whoever answers members is told unless they say no; who only looks is not. */
const toldByDefault: readonly string[] = ['owner', 'admin', 'operator', 'steward'] satisfies TeamRole[];

/** The level that holds for roles while nothing was chosen. */
export function usualLevel(roles: readonly string[]): Level {
  return roles.some((role) => toldByDefault.includes(role)) ? 'at_once' : 'off';
}

/** Whether this installation can tell anybody outside the console: links need an address that is the installation's own. */
export function canTell({ services: { config } }: Ctx): boolean {
  return isMailReady(config) && config.publicUrl !== undefined;
}

/** What holds for the operator who asks. */
export async function getWish(ctx: Ctx, userId: string): Promise<Wish> {
  const chosen = (await selectWishes(ctx, [userId])).get(userId);
  if (chosen) return { level: chosen.level, quiet: chosen.quiet };
  const roles = (await listGrantedCommunities(ctx)).flatMap((one) => one.roles);
  return { level: usualLevel(roles), quiet: usualQuiet };
}

/** Keeps a wish; what waits is told by the new one, or not at all. */
export async function setWish(ctx: Ctx, userId: string, wish: Wish & { locale: Locale }): Promise<void> {
  await upsertWish(ctx, userId, wish);
  if (wish.level === 'off') await deleteWaiting(ctx, userId);
}
