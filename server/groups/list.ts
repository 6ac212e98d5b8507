import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import type { Tier } from './group.ts';
import type { Lifecycle } from './lifecycle.ts';
import { countGroups, selectGroups, type GroupFilter, type GroupOrder } from './store/groups.ts';

/** A page of a community's groups; without a lifecycle the dissolved ones are left out. */
export async function listGroups(
  ctx: Ctx,
  filter: GroupFilter,
  page: { order: GroupOrder; cursor?: string | undefined; limit: number },
) {
  const after = page.cursor === undefined ? undefined : readKeys(page.order, page.cursor);
  const rows = await selectGroups(ctx, filter, { order: page.order, after, limit: page.limit + 1 });
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [orderName(page.order), row.sortKey, row.group.id]);
  return { items: items.map((row) => row.group), nextCursor };
}

/** The numbers on the tabs: all living groups, and each lifecycle and (living) tier. */
export async function countGroupTabs(ctx: Ctx, communityId: string) {
  const lifecycle: Partial<Record<Lifecycle, number>> = {};
  const tier: Partial<Record<Tier, number>> = {};
  let all = 0;
  for (const row of await countGroups(ctx, communityId)) {
    lifecycle[row.lifecycle] = (lifecycle[row.lifecycle] ?? 0) + row.count;
    if (row.lifecycle === 'dissolved') continue;
    tier[row.tier] = (tier[row.tier] ?? 0) + row.count;
    all += row.count;
  }
  return { all, lifecycle, tier };
}

/** A cursor belongs to the order it was made in; with another one it would show nonsense. */
function readKeys(order: GroupOrder, cursor: string): [string | number, string] {
  const [name, key, id] = decodeCursor(cursor, 3);
  if (name !== orderName(order) || typeof id !== 'string' || !isId(id) || key === undefined)
    throw platformErrors.bad_cursor();
  const valid = {
    name: true,
    members: /^\d+$/.test(String(key)),
    created: !Number.isNaN(Date.parse(String(key))),
    activity: !Number.isNaN(Date.parse(String(key))),
  };
  if (!valid[order.by]) throw platformErrors.bad_cursor();
  return [key, id];
}

function orderName({ by, direction }: GroupOrder): string {
  return `${by} ${direction}`;
}
