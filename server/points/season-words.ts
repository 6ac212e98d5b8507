/**
 * Telling members that a season ends, and that it does not after all: once in each group, by day, in the community's own voice. Where only
 * people can carry words over, nothing is said: their day is not filled with it, and the page of points says it, too.
 */
import { z } from 'zod';
import { abilitiesOf } from '../carriers/index.ts';
import { getZone } from '../communities/index.ts';
import { getGroup, listLivingGroups } from '../groups/index.ts';
import { send } from '../messages/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { quietUntil, usualQuiet } from '../platform/quiet.ts';
import { tellDays } from './season.ts';
import { selectOpenSeasons, selectSeason, updateSeason, type Season } from './store/season.ts';

/** Every hour, by day. */
export const tellSeasons = defineJob({
  name: 'points.tell_seasons',
  payload: z.object({}),
  cron: '12 * * * *',
  run: async (ctx) => {
    for (const season of await selectOpenSeasons(ctx)) {
      const zone = await getZone(ctx, season.communityId);
      if (quietUntil(usualQuiet, zone, ctx.now()) !== null) continue;
      const today = localDay(ctx.now(), zone);
      if (season.state === 'called_off' && season.offId) await tellOff(ctx, season, season.offId);
      else if (season.state === 'planned' && !season.toldAt && today >= shiftDay(season.endsOn, -tellDays))
        await tellEnd(ctx, season);
    }
  },
});

async function tellEnd(ctx: Ctx, season: Season): Promise<void> {
  await sayEverywhere(ctx, season, { clientId: season.id, text: fillWords(ctx, season) });
  await note(ctx, season, { toldAt: ctx.now() });
}

async function tellOff(ctx: Ctx, season: Season, clientId: string): Promise<void> {
  const text = ctx.t('points:season.off', { name: season.name });
  await sayEverywhere(ctx, season, { clientId, text });
  await note(ctx, season, { offToldAt: ctx.now() });
}

/** Notes that members were told, unless the season has changed meanwhile. */
function note(ctx: Ctx, given: Season, change: { toldAt: Date } | { offToldAt: Date }): Promise<void> {
  return inTransaction(ctx, async (inner) => {
    const season = await selectSeason(inner, given, true);
    if (season?.state === given.state) await updateSeason(inner, season, change);
  });
}

/** A repeat finds what was said already, so a break in the middle says nothing twice. */
async function sayEverywhere(
  ctx: Ctx,
  { communityId }: Season,
  { clientId, text }: { clientId: string; text: string },
): Promise<void> {
  for (const { id: groupId } of await listLivingGroups(ctx, communityId)) {
    const { send: ability } = await abilitiesOf(ctx, await getGroup(ctx, communityId, groupId));
    if (ability === 'human' || ability === 'unsupported') continue;
    await send(ctx, { communityId, groupId, clientId, kind: 'announcement', text, promotion: false });
  }
}

/** The words with the name and the day in them. */
function fillWords(ctx: Ctx, { words, name, endsOn }: Season): string {
  const [, month, date] = endsOn.split('-').map(Number) as [number, number, number];
  const facts: Record<string, string> = { name, day: ctx.t('points:season.day', { month, date }) };
  return words.replaceAll(/\{\{(\w+)\}\}/g, (whole, key: string) => facts[key] ?? whole);
}
