/** The sample's roster: every day but Sunday evening, so that a gap is seen, and one day of leave. */
import { addLeave, saveRoster } from '../duty/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { sampleZone, type SamplePlace } from './founding.ts';

const hour = 60;

/** Puts whoever has founded the sample on duty. */
export async function keepRoster(
  ctx: Ctx,
  { communityId }: Pick<SamplePlace, 'communityId'>,
  founderId: string,
): Promise<void> {
  const today = localDay(ctx.now(), sampleZone);
  const away = shiftDay(today, 5);
  await inTransaction(ctx, async (inner) => {
    const shifts = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      from: 9 * hour,
      to: (weekday === 7 ? 18 : 22) * hour,
      operatorIds: [founderId],
    }));
    await saveRoster(inner, communityId, { version: 0, cover: { from: 9 * hour, to: 22 * hour }, shifts });
    await addLeave(inner, communityId, { userId: founderId, from: away, to: away, deputyId: null });
  });
}
