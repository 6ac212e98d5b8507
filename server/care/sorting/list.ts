/** What the team sees of sorting and says of it: lists with evidence, right or wrong, a talk; never a member, and nothing follows by itself. */
import { wilsonInterval } from '../../../lib/stats/index.ts';
import { getGroup, listGroupNames } from '../../groups/index.ts';
import { listIdentities, mayContact, type Identity } from '../../people/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { actorKey } from '../../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { isId } from '../../platform/ids.ts';
import { createTask, type TaskKind } from '../../team/index.ts';
import { careErrors } from '../errors.ts';
import { kinds, type Kind } from './kinds.ts';
import {
  countSorted,
  countVerdicts,
  putMark,
  selectNight,
  selectOneSorted,
  selectSorted,
  selectSortedGroups,
  type Sorted,
  type SortedGroup,
  type SortedId,
  type SortedMark,
} from './store.ts';

/** A talk with somebody whom sorting has pointed out. */
export const sortedTask: TaskKind = { kind: 'care.sorted_talk' };

const taskDays = 3;

/** One list in numbers: who is on it, and how often the team has called it right. */
export interface ListFigures {
  kind: Kind;
  people: number;
  few: number;
  wrong: number;
  verdicts: { right: number; of: number; interval: readonly [number, number] | null };
}

/** When it was sorted, and the figures of each list. */
export async function readSorting(ctx: Ctx, communityId: string) {
  const night = await selectNight(ctx, communityId);
  const counts = new Map((await countSorted(ctx, communityId)).map((one) => [one.kind, one]));
  const said = new Map((await countVerdicts(ctx, communityId)).map((one) => [one.kind, one]));
  const lists = kinds.map((kind): ListFigures => {
    const { right, wrong } = said.get(kind) ?? { right: 0, wrong: 0 };
    const { people = 0, few = 0, wrong: hidden = 0 } = counts.get(kind) ?? {};
    const verdicts = { right, of: right + wrong, interval: wilsonInterval(right, right + wrong) };
    return { kind, people, few, wrong: hidden, verdicts };
  });
  return { ...night, lists };
}

/** A likelihood with names. */
export interface SortedView {
  one: Sorted;
  identity: Identity;
  groupName: string;
}

/** A page of one list. */
export async function listSorted(
  ctx: Ctx,
  communityId: string,
  page: { kind: Kind; wrong: boolean; cursor?: string | undefined; limit: number },
): Promise<{ items: SortedView[]; nextCursor: string | null }> {
  const { kind, wrong, limit } = page;
  const after = page.cursor === undefined ? null : readMark(page.cursor);
  const rows = await selectSorted(ctx, communityId, { kind, wrong, after, limit: limit + 1 });
  const { items, nextCursor } = toPage(rows, limit, (row) => [row.rank, row.weight, row.groupId, row.identityId]);
  const ids = items.map(({ identityId }) => identityId);
  const identities = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  const names = await listGroupNames(ctx, communityId, [...new Set(items.map(({ groupId }) => groupId))]);
  return {
    items: items.flatMap((one) => {
      const identity = identities.get(one.identityId);
      return identity ? [{ one, identity, groupName: names.get(one.groupId) ?? '' }] : [];
    }),
    nextCursor,
  };
}

function readMark(cursor: string): SortedMark {
  const [rank, weight, groupId, identityId] = decodeCursor(cursor, 4);
  const isMark =
    Number.isInteger(rank) && typeof weight === 'number' && isId(String(groupId)) && isId(String(identityId));
  if (!isMark) throw platformErrors.bad_cursor();
  return { rank: Number(rank), weight, groupId: String(groupId), identityId: String(identityId) };
}

/** A page of groups with their 2-7-1. */
export async function listBands(
  ctx: Ctx,
  communityId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: (SortedGroup & { groupId: string; name: string })[]; nextCursor: string | null }> {
  const [after = null] = page.cursor === undefined ? [] : decodeCursor(page.cursor, 1).map(String);
  if (after !== null && !isId(after)) throw platformErrors.bad_cursor();
  const rows = await selectSortedGroups(ctx, communityId, { after, limit: page.limit + 1 });
  const { items, nextCursor } = toPage(rows, page.limit, ({ groupId }) => [groupId]);
  const names = await listGroupNames(
    ctx,
    communityId,
    items.map(({ groupId }) => groupId),
  );
  return { items: items.map((one) => ({ ...one, name: names.get(one.groupId) ?? '' })), nextCursor };
}

/** The team says whether it is so; null takes that back. Wrong ones leave the list for good, whatever later nights find. */
export async function judgeSorted(ctx: Ctx, id: SortedId, isRight: boolean | null): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const one = await getSorted(inner, id);
    await putMark(inner, one, { isRight, taskId: one.taskId, by: actorKey(inner.actor) });
    await audit(inner, id, 'care.judge_sorted');
  });
}

/** Makes a task to talk to somebody, once; refused where they want to be left alone. */
export async function talkToSorted(ctx: Ctx, id: SortedId): Promise<{ taskId: string }> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, groupId, identityId, kind } = id;
    const one = await getSorted(inner, id);
    if (one.taskId !== null) return { taskId: one.taskId };
    const open = await mayContact(inner, communityId, { identityIds: [identityId], reason: 'care' });
    if (!open.has(identityId)) throw careErrors.uncontacted();
    const group = await getGroup(inner, communityId, groupId);
    const [identity] = await listIdentities(inner, communityId, [identityId]);
    const names = { person: identity?.name ?? '', group: group.name };
    const task = await createTask(inner, {
      communityId,
      groupId,
      kind: sortedTask.kind,
      title: inner.t(`care:sorted.${kind}.title`, names),
      text: inner.t(`care:sorted.${kind}.text`, names),
      steps: inner.t(`care:sorted.steps`).split('\n'),
      dueAt: new Date(inner.now().getTime() + taskDays * 86_400_000),
      payload: { identityId },
      about: [identityId],
    });
    await putMark(inner, one, { isRight: one.isRight, taskId: task.id, by: actorKey(inner.actor) });
    await audit(inner, id, 'care.talk_to_sorted');
    return { taskId: task.id };
  });
}

async function getSorted(ctx: Ctx, id: SortedId): Promise<Sorted> {
  const one = await selectOneSorted(ctx, id);
  if (!one) throw platformErrors.not_found();
  return one;
}

async function audit(ctx: Ctx, { communityId, identityId, kind }: SortedId, action: string): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'identity', id: identityId }, detail: { kind } });
}
