/**
 * Who has earned what since a day, by which rules, and what is left of it: a list that is searched by name, and a file of all of it.
 * The same people stand on the members' board, unless they hide from it.
 */
import { Readable } from 'node:stream';
import { writeCsv } from '../../lib/spreadsheet/csv.ts';
import { getZone } from '../communities/index.ts';
import { listBalancesOf } from '../ledger/index.ts';
import { listIdentities, listIdentitiesNamed, listPersonsOf } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { listRules } from './settings.ts';
import { selectEarnedByKind, selectEarners, type EarnerRow } from './store/earning.ts';

/** Spans of days, today among them, in which earnings are counted; the second is the one of the members' board. */
export const earningSpans = ['7', '28', '90', '366'] as const;

/** What is looked for. */
export interface EarnersQuery {
  days: (typeof earningSpans)[number];
  q?: string | undefined;
}

/** Somebody who has earned. */
export interface Earner extends EarnerRow {
  personId: string | null;
  name: string;
  pictureId: string | null;
  balance: number;
  kinds: { key: string; label: string; points: number }[];
}

/** People whose lines are read at once for a file. */
const chunk = 500;

/** A page of who has earned, the most first. */
export async function listEarners(
  ctx: Ctx,
  communityId: string,
  { days, q, cursor, limit }: EarnersQuery & { cursor?: string | undefined; limit: number },
): Promise<{ items: Earner[]; nextCursor: string | null }> {
  const from = await firstDay(ctx, communityId, days);
  const identityIds = q === undefined ? null : (await listIdentitiesNamed(ctx, communityId, q)).map(({ id }) => id);
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await selectEarners(ctx, communityId, { from, identityIds, after, limit: limit + 1 });
  const page = toPage(rows, limit, ({ points, identityId }) => [points, identityId]);
  return { items: await describeEarners(ctx, communityId, { from, rows: page.items }), nextCursor: page.nextCursor };
}

function readCursor(cursor: string): { points: number; id: string } {
  const [points, id] = decodeCursor(cursor, 2);
  if (typeof points !== 'number' || !Number.isSafeInteger(points) || typeof id !== 'string' || !isId(id))
    throw platformErrors.bad_cursor();
  return { points, id };
}

async function firstDay(ctx: Ctx, communityId: string, days: EarnersQuery['days']): Promise<string> {
  return shiftDay(localDay(ctx.now(), await getZone(ctx, communityId)), 1 - Number(days));
}

async function describeEarners(
  ctx: Ctx,
  communityId: string,
  { from, rows }: { from: string; rows: readonly EarnerRow[] },
): Promise<Earner[]> {
  const identityIds = rows.map(({ identityId }) => identityId);
  const faces = new Map((await listIdentities(ctx, communityId, identityIds)).map((one) => [one.id, one]));
  const people = await listPersonsOf(ctx, communityId, identityIds);
  const personOf = new Map(people.flatMap((one) => one.identityIds.map((id) => [id, one.personId] as const)));
  const balances = await listBalancesOf(ctx, communityId, { ownerIds: identityIds, unit: 'points' });
  const rules = await listRules(ctx, communityId);
  const kinds = Map.groupBy(await selectEarnedByKind(ctx, communityId, { from, identityIds }), (one) => one.identityId);
  return rows.map((row) => ({
    ...row,
    personId: personOf.get(row.identityId) ?? null,
    name: faces.get(row.identityId)?.name ?? '',
    pictureId: faces.get(row.identityId)?.pictureId ?? null,
    balance: balances.get(row.identityId) ?? 0,
    kinds: (kinds.get(row.identityId) ?? []).map(({ kind: key, points }) => {
      const rule = rules.get(key);
      return { key, label: ctx.t(rule ? rule.label : 'points:kind.gone'), points };
    }),
  }));
}

/** Answers with a file of everybody who fits; the audit log keeps that it was taken. */
export async function exportEarners(ctx: Ctx, communityId: string, { days, q }: EarnersQuery): Promise<Response> {
  const from = await firstDay(ctx, communityId, days);
  const identityIds = q === undefined ? null : (await listIdentitiesNamed(ctx, communityId, q)).map(({ id }) => id);
  // Who they are is settled at one moment.
  const rows = await selectEarners(ctx, communityId, { from, identityIds, after: null, limit: null });
  const detail = { people: rows.length, days };
  await inTransaction(ctx, (inner) => recordAudit(inner, { communityId, action: 'points.export_earners', detail }));
  const day = localDay(ctx.now(), await getZone(ctx, communityId));
  const bytes = Readable.from(writeCsv(writeRows(ctx, communityId, { from, rows })), { objectMode: false });
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="points-${day}.csv"`,
    },
  });
}

const columns = ['name', 'earned', 'times', 'balance', 'last'] as const;

async function* writeRows(
  ctx: Ctx,
  communityId: string,
  { from, rows }: { from: string; rows: readonly EarnerRow[] },
): AsyncGenerator<readonly (string | number | null)[]> {
  const zone = await getZone(ctx, communityId);
  const rules = [...(await listRules(ctx, communityId)).values()];
  const byRule = rules.map(({ label }) => ctx.t(label));
  yield [...columns.map((column) => ctx.t(`points:file.${column}`)), ...byRule, ctx.t('points:file.id')];
  for (let at = 0; at < rows.length; at += chunk)
    for (const one of await describeEarners(ctx, communityId, { from, rows: rows.slice(at, at + chunk) }))
      yield [
        one.name,
        one.points,
        one.times,
        one.balance,
        localDay(one.lastAt, zone),
        ...rules.map(({ key }) => one.kinds.find((kind) => kind.key === key)?.points ?? null),
        one.identityId,
      ];
}
