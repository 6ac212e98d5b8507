import type { Ctx, Services } from '../platform/context.ts';
import { addDays, addDaysLast, type NewSpeaker, type PeopleActivity } from './store/day.ts';

export type { NewSpeaker, PeopleActivity } from './store/day.ts';

/** Who has spoken where on which day, as far as this process has counted it: days only ever grow, so nothing here becomes wrong. */
const spoken = new WeakMap<Services, Set<string>>();
const mostSpoken = 100_000;

function spokenOf({ services }: Ctx): Set<string> {
  const kept = spoken.get(services) ?? new Set<string>();
  spoken.set(services, kept);
  return kept;
}

const keyOf = ({ groupId, identityId, day }: NewSpeaker) => `${groupId} ${identityId} ${day}`;

/** Whether all of these are known to have spoken on these days before: then counting them finds no new speaker, and waits for nobody. */
export function haveSpoken(ctx: Ctx, rows: readonly PeopleActivity[]): boolean {
  const known = spokenOf(ctx);
  return rows.every((row) => known.has(keyOf(row)));
}

/**
 * Adds what identities did, by group and day, in one statement for the batch; inside the caller's transaction. Gives those who had said
 * nothing on that day before.
 */
export async function countPeopleActivity(ctx: Ctx, rows: readonly PeopleActivity[]): Promise<NewSpeaker[]> {
  if (rows.length === 0) return [];
  if (haveSpoken(ctx, rows)) {
    await addDaysLast(ctx, rows);
    return [];
  }
  const speakers = await addDays(ctx, rows);
  ctx.afterCommit(() => {
    const known = spokenOf(ctx);
    if (known.size >= mostSpoken) known.clear();
    for (const row of rows) if ((row.messages ?? 0) > 0) known.add(keyOf(row));
  });
  return speakers;
}
