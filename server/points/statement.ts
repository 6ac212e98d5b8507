/**
 * What became of somebody's points: the balance, each line with what it was for, how points are earned, and the board. The team reads the
 * same lines of a person as the person does.
 */
import { findAccount, listBalancesOf, readStatement, type StatementLine } from '../ledger/index.ts';
import { getZone } from '../communities/index.ts';
import { listAccountsOf, listIdentities } from '../people/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { getPointsSettings, listRules } from './settings.ts';
import { isHidden, selectPlace, selectTop } from './store/award.ts';
import { selectKindsOfEntries } from './store/earning.ts';
import { selectGiftsOfEntries } from './store/gift.ts';

const boardDays = 28;
const boardSize = 10;

/** A line with what it was for: the rule that paid it, or the other one of a gift. */
export interface PointsLine extends StatementLine {
  label: string | null;
  gift: { otherId: string; name: string; isMine: boolean; note: string; messageId: string | null } | null;
}

/** The points of one account: what is on it, and a page of what moved, newest first. */
export async function readPoints(
  ctx: Ctx,
  { communityId, identityId }: { communityId: string; identityId: string },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ balance: number; items: PointsLine[]; nextCursor: string | null }> {
  const owner = { kind: 'identity' as const, id: identityId };
  const account = await findAccount(ctx, { communityId, owner, unit: 'points' });
  if (!account) return { balance: 0, items: [], nextCursor: null };
  const balances = await listBalancesOf(ctx, communityId, { ownerIds: [identityId], unit: 'points' });
  const query = { limit: page.limit, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  const { items, nextCursor } = await readStatement(ctx, { communityId, accountId: account.id }, query);
  const lines = await explainLines(ctx, { communityId, identityId }, items);
  return { balance: balances.get(identityId) ?? 0, items: lines, nextCursor };
}

/** A reversal is for what the entry was that it takes back. */
async function explainLines(
  ctx: Ctx,
  { communityId, identityId }: { communityId: string; identityId: string },
  lines: readonly StatementLine[],
): Promise<PointsLine[]> {
  const entryOf = ({ reverses, entryId }: StatementLine) => reverses ?? entryId;
  const entryIds = lines.map(entryOf);
  const kinds = await selectKindsOfEntries(ctx, communityId, entryIds);
  const rules = await listRules(ctx, communityId);
  const gifts = new Map((await selectGiftsOfEntries(ctx, communityId, entryIds)).map((gift) => [gift.entryId, gift]));
  const others = [...gifts.values()].flatMap(({ fromId, toId }) => [fromId, toId]);
  const names = new Map((await listIdentities(ctx, communityId, others)).map(({ id, name }) => [id, name]));
  return lines.map((line) => {
    const rule = rules.get(kinds.get(entryOf(line)) ?? '');
    const gift = gifts.get(entryOf(line));
    const isMine = gift?.fromId === identityId;
    const otherId = isMine ? gift?.toId : gift?.fromId;
    return {
      ...line,
      label: rule ? ctx.t(rule.label) : null,
      gift: gift
        ? { otherId: otherId!, name: names.get(otherId!) ?? '', isMine, note: gift.note, messageId: gift.messageId }
        : null,
    };
  });
}

/** The accounts of a person with what is on each, and a page of one of them: the first, unless another one is asked for. */
export async function readPersonPoints(
  ctx: Ctx,
  { communityId, personId, identityId }: { communityId: string; personId: string; identityId?: string | undefined },
  page: { cursor?: string | undefined; limit: number },
) {
  const [person] = await listAccountsOf(ctx, communityId, [personId]);
  if (!person || (identityId !== undefined && !person.identityIds.includes(identityId)))
    throw platformErrors.not_found();
  const { identityIds } = person;
  const names = new Map((await listIdentities(ctx, communityId, identityIds)).map(({ id, name }) => [id, name]));
  const balances = await listBalancesOf(ctx, communityId, { ownerIds: identityIds, unit: 'points' });
  const accounts = identityIds.map((id) => ({
    identityId: id,
    name: names.get(id) ?? '',
    balance: balances.get(id) ?? 0,
  }));
  const shown = identityId ?? accounts.toSorted((one, other) => other.balance - one.balance)[0]!.identityId;
  return { accounts, identityId: shown, ...(await readPoints(ctx, { communityId, identityId: shown }, page)) };
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
