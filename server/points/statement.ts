import { findAccount, listBalancesOf, readStatement, type StatementLine } from '../ledger/index.ts';
import { getZone } from '../communities/index.ts';
import { listIdentities } from '../people/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { getPointsSettings, listRules } from './settings.ts';
import { isHidden, selectPlace, selectTop } from './store/award.ts';

const boardDays = 28;
const boardSize = 10;

/** The points of one account: what is on it, and a page of what moved, newest first. */
export async function readPoints(
  ctx: Ctx,
  { communityId, identityId }: { communityId: string; identityId: string },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ balance: number; items: StatementLine[]; nextCursor: string | null }> {
  const owner = { kind: 'identity' as const, id: identityId };
  const account = await findAccount(ctx, { communityId, owner, unit: 'points' });
  if (!account) return { balance: 0, items: [], nextCursor: null };
  const balances = await listBalancesOf(ctx, communityId, { ownerIds: [identityId], unit: 'points' });
  const query = { limit: page.limit, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  const lines = await readStatement(ctx, { communityId, accountId: account.id }, query);
  return { balance: balances.get(identityId) ?? 0, ...lines };
}

/** How points are earned here, each in a sentence. */
export async function explainRules(
  ctx: Ctx,
  communityId: string,
): Promise<{ key: string; label: string; sentence: string; perDay: number | null }[]> {
  return [...(await listRules(ctx, communityId)).values()]
    .filter(({ on, amount }) => on && amount !== 0)
    .map(({ key, label, sentence, amount, perDay }) => ({
      key,
      label: ctx.t(label),
      sentence: ctx.t(sentence, { amount }),
      perDay,
    }));
}

/** The first of the last four weeks; the own place is for oneself alone, and who hides stands on no board. */
export async function readBoard(ctx: Ctx, communityId: string, identityId: string) {
  const { board } = await getPointsSettings(ctx, communityId);
  const until = localDay(ctx.now(), await getZone(ctx, communityId));
  const span = { from: shiftDay(until, 1 - boardDays), until };
  const top = board ? await selectTop(ctx, communityId, { ...span, limit: boardSize }) : [];
  const faces = new Map(
    (
      await listIdentities(
        ctx,
        communityId,
        top.map((one) => one.identityId),
      )
    ).map((one) => [one.id, one]),
  );
  const own = await selectPlace(ctx, communityId, { ...span, identityId });
  return {
    on: board,
    hidden: await isHidden(ctx, communityId, identityId),
    top: top
      .filter((one) => faces.get(one.identityId)?.kind === 'member')
      .map(({ identityId: id, points }) => ({ identityId: id, name: faces.get(id)!.name, points })),
    own: own ?? null,
  };
}
