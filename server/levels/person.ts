import { listAccountsOf } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { presentDay } from './evaluation.ts';
import { showChange } from './history.ts';
import { readStanding, settle } from './standing.ts';
import { selectLadders } from './store/ladder.ts';
import { selectPayments } from './store/payment.ts';
import { selectChanges, selectStandings } from './store/standing.ts';

const mostChanges = 50;

/** Where a person stands on all ladders, how that came, what they paid; for the team. */
export async function readPersonLevels(ctx: Ctx, communityId: string, personId: string) {
  const [person] = await listAccountsOf(ctx, communityId, [personId]);
  if (!person) throw platformErrors.not_found();
  const { identityIds } = person;
  const today = await presentDay(ctx, communityId);
  const ladders = await selectLadders(ctx, communityId);
  const items = [];
  for (const ladder of ladders) {
    const rows = await selectStandings(ctx, { communityId, ladderId: ladder.id }, identityIds);
    const standing = settle(readStanding(ladder, rows), today);
    const numberOf = (at: number) => ladder.levels[at]!.number;
    items.push({
      ladderId: ladder.id,
      name: ladder.name,
      main: ladder.main,
      levels: ladder.levels.map(({ number, name, price }) => ({ number, name, price })),
      level: numberOf(standing.at),
      since: rows.length > 0 ? standing.since : null,
      ruleLevel: numberOf(standing.rule.at),
      belowSince: standing.rule.belowSince,
      dueOn: rows[0]?.dueOn ?? null,
      lock: standing.lock && { ...standing.lock, level: numberOf(standing.lock.at) },
      paid: standing.paid && { level: numberOf(standing.paid.at), until: standing.paid.until },
    });
  }
  const changes = await selectChanges(ctx, { communityId, identityIds }, { before: null, limit: mostChanges });
  return {
    items,
    changes: changes.map((change) => showChange(ladders, change)),
    payments: await selectPayments(ctx, communityId, identityIds),
  };
}
