/**
 * The gate of members' own promotions in the built-in group, asked only where the community has switched it on: in which groups they are
 * welcome and how many a week. The others wait for a moderator like everything that rules hold, with a kind word.
 */
import { getZone } from '../communities/index.ts';
import { speaksForTeam, type Draft, type PostGate, type PostVerdict } from '../messages/index.ts';
import { localDay, startOfLocalDay, weekStart } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { getRecentSettings } from '../platform/settings.ts';
import { holdPosts } from '../rules/index.ts';
import { promotionsErrors } from './errors.ts';
import { listLessons } from './lessons.ts';
import { recognise, type Recognition } from './recognition.ts';
import { promotionsSettings, type PromotionsSettings } from './settings.ts';
import { countOwn, type Place } from './store/promotions.ts';

const ok: PostVerdict = { ok: true };

type Promotional = Extract<Recognition, { promotion: true }>;

const heldFor = new WeakMap<Draft, Promotional>();

/** Holds what members promote where it is not welcome, or more often than agreed. */
export const memberGate: PostGate = {
  name: 'promotions.members',
  consider: async (ctx, { group, drafts }) => {
    const settings = await getRecentSettings(ctx, promotionsSettings, group.communityId);
    if (settings.guard === 'off' || settings.members.guard === 'off') return drafts.map(() => ok);
    const place = { communityId: group.communityId, groupId: group.id };
    const found = await findPromotions(ctx, place, { drafts, settings });
    if (found.size === 0) return drafts.map(() => ok);
    const { perWeek, groupIds } = settings.members;
    const isWelcome = perWeek > 0 && groupIds.includes(group.id);
    const counts = isWelcome ? await countWeek(ctx, place, [...found.keys()]) : new Map<string, number>();
    return drafts.map((draft): PostVerdict => {
      const known = found.get(draft);
      if (!known) return ok;
      const { identityId } = draft.author;
      const count = counts.get(identityId) ?? 0;
      counts.set(identityId, count + 1);
      if (isWelcome && count < perWeek) return ok;
      heldFor.set(draft, known);
      const error = isWelcome ? promotionsErrors.members_enough({ perWeek }) : promotionsErrors.members_never();
      return { held: true, until: null, reason: error.code, error };
    });
  },
  stopped: async (ctx, { group }, stopped) => {
    const posts = stopped.flatMap(({ draft }) => {
      const known = heldFor.get(draft);
      return known ? [{ draft, words: known.signs.flatMap(({ words }) => words) }] : [];
    });
    await holdPosts(ctx, group, { check: 'promotion', posts });
  },
};

/** What looks like a promotion; lessons are read only when something does, and can only take it back. */
async function findPromotions(
  ctx: Ctx,
  { communityId }: Place,
  { drafts, settings }: { drafts: readonly Draft[]; settings: PromotionsSettings },
): Promise<Map<Draft, Promotional>> {
  const look = (draft: Draft, lessons: Awaited<ReturnType<typeof listLessons>>) =>
    recognise(draft.text, { label: null, isAnswer: draft.replyTo !== null, list: settings.signs, lessons });
  const suspects = drafts.filter((draft) => !speaksForTeam(draft.author) && look(draft, []).promotion);
  if (suspects.length === 0) return new Map();
  const lessons = await listLessons(ctx, communityId);
  return new Map(
    suspects.flatMap((draft) => {
      const known = look(draft, lessons);
      return known.promotion ? [[draft, known] as const] : [];
    }),
  );
}

async function countWeek(ctx: Ctx, { communityId }: Place, drafts: readonly Draft[]): Promise<Map<string, number>> {
  const zone = await getZone(ctx, communityId);
  const since = startOfLocalDay(weekStart(localDay(ctx.now(), zone)), zone);
  const identityIds = [...new Set(drafts.map(({ author }) => author.identityId))];
  return countOwn(ctx, { communityId, identityIds, since });
}
