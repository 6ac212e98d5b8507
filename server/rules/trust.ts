/** Trust: how well a community knows somebody. Used by rules only, never shown to members; not the same as level or tier. */
import type { Author } from '../carriers/index.ts';
import { listStandings } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { RulesSettings } from './settings.ts';
import { countUpheld } from './store/cases.ts';

/** From a stranger to one of the team. */
export const trusts = ['new', 'member', 'core', 'team'] as const;

/** How well somebody is known. */
export type Trust = (typeof trusts)[number];

/** What trust is made of until levels exist. */
export interface Standing {
  days: number;
  messages: number;
  /** Decisions against them that stand. */
  upheld: number;
}

/** As many clean messages are needed to make up for one that was not. */
const cleanPerUpheld = 20;

/** The trust that follows from tenure and clean messages. */
export function trustFrom({ days, messages, upheld }: Standing, limits: RulesSettings['trust']): Trust {
  const clean = messages - cleanPerUpheld * upheld;
  if (days >= limits.coreDays && clean >= limits.coreMessages) return 'core';
  return days >= limits.memberDays && clean >= limits.memberMessages ? 'member' : 'new';
}

/** Whether somebody stands below or at a trust. */
export function isUpTo(trust: Trust, most: Trust): boolean {
  return trusts.indexOf(trust) <= trusts.indexOf(most);
}

/** Whether the author speaks for the team in this group. */
export function isTeam(author: Pick<Author, 'kind' | 'role'>): boolean {
  return author.kind === 'official' || author.role !== 'member';
}

/** The trust of some members. Two statements, whatever their number; asked only when a check has found something. */
export async function listTrust(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[] },
  limits: RulesSettings['trust'],
): Promise<Map<string, Trust>> {
  const ids = [...new Set(who.identityIds)];
  if (ids.length === 0) return new Map();
  const standings = await listStandings(ctx, who.communityId, ids);
  const upheld = await countUpheld(ctx, who.communityId, ids);
  const now = ctx.now().getTime();
  return new Map(
    standings.map(({ identityId, since, messages }) => {
      const days = since === null ? 0 : (now - since.getTime()) / 86_400_000;
      return [identityId, trustFrom({ days, messages, upheld: upheld.get(identityId) ?? 0 }, limits)];
    }),
  );
}
