/** Newcomers as the team sees them: how many get how far in their first five days, who stands where, and a greeting for each at most once. */
import { getGroup } from '../groups/index.ts';
import { listIdentities, listPersonsOf, mayContact } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { createTask, type Task, type TaskKind } from '../team/index.ts';
import { careErrors } from './errors.ts';
import { enoughNewcomers, pathMs, type Standing } from './path.ts';
import {
  countPath,
  countStandings,
  lockNewcomers,
  selectNewcomers,
  setGreetTask,
  setWelcomed,
  type Newcomer,
  type PathCounts,
  type Place,
  type Scope,
} from './store/newcomers.ts';

const dayMs = 86_400_000;
/** The figures are about those whose five days ended in this time. */
const lookBackMs = 28 * dayMs;

/** Saying hello to a newcomer; done = they are welcomed. */
export const greetTask: TaskKind = {
  kind: 'care.greet',
  onDone: async (ctx: Ctx, { communityId, payload }: Task) => {
    const { membershipId } = payload as { membershipId: string };
    await setWelcomed(ctx, { communityId, membershipIds: [membershipId], at: ctx.now() });
  },
};

/** How far newcomers get. */
export interface PathFigures {
  /** Those whose five days ended in the last four weeks; `few` = too few for shares. */
  over: PathCounts & { few: boolean };
  /** Those in their first five days, by where they stand. */
  now: { people: number; standings: Partial<Record<Standing, number>> };
}

/** Figures of the path of a community or of one group, in two statements whatever their number. */
export async function readPath(ctx: Ctx, scope: Scope): Promise<PathFigures> {
  const to = pathBegins(ctx);
  const from = new Date(to.getTime() - lookBackMs);
  const [over, standings] = await Promise.all([
    countPath(ctx, { ...scope, from, to }),
    countStandings(ctx, { ...scope, since: to }),
  ]);
  const people = [...standings.values()].reduce((all, count) => all + count, 0);
  return {
    over: { ...over, few: over.people < enoughNewcomers },
    now: { people, standings: Object.fromEntries(standings) },
  };
}

/** A newcomer with what a list shows; `isOpen` = may be contacted. */
export interface NewcomerLine extends Newcomer {
  name: string;
  pictureId: string | null;
  personId: string | null;
  isOpen: boolean;
}

/** A page of those in their first five days, the latest first. */
export async function listNewcomers(
  ctx: Ctx,
  which: Scope & { stands: Standing | null },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: NewcomerLine[]; nextCursor: string | null }> {
  const after = page.cursor === undefined ? null : readPlace(page.cursor);
  const rows = await selectNewcomers(ctx, { ...which, since: pathBegins(ctx) }, { after, limit: page.limit + 1 });
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.joinedAt.toISOString(), row.membershipId]);
  const { communityId } = which;
  const identityIds = [...new Set(items.map(({ identityId }) => identityId))];
  const people = new Map((await listIdentities(ctx, communityId, identityIds)).map((one) => [one.id, one]));
  const open = await mayContact(ctx, communityId, { identityIds, reason: 'care' });
  const lines = items.flatMap((row): NewcomerLine[] => {
    const person = people.get(row.identityId);
    if (!person) return [];
    const { name, pictureId, personId } = person;
    return [{ ...row, name, pictureId, personId, isOpen: open.has(row.identityId) }];
  });
  return { items: lines, nextCursor };
}

function pathBegins(ctx: Ctx): Date {
  return new Date(ctx.now().getTime() - pathMs);
}

function readPlace(cursor: string): { at: string; membershipId: string } {
  const [at, membershipId] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isMoment(at) || !isId(membershipId)) throw platformErrors.bad_cursor();
  return { at, membershipId };
}

/** Makes a task to say hello, with words for where the newcomer stands; a person gets one in all, and the second wish finds the first. */
export async function greetNewcomer(
  ctx: Ctx,
  place: Place & { identityId: string },
): Promise<{ taskId: string; fresh: boolean }> {
  const { communityId, groupId, identityId } = place;
  return inTransaction(ctx, async (inner) => {
    const [person] = await listPersonsOf(inner, communityId, [identityId]);
    const identityIds = person?.identityIds ?? [identityId];
    const rows = await lockNewcomers(inner, communityId, identityIds);
    const row = rows.find((one) => one.groupId === groupId && one.identityId === identityId);
    if (!row || row.joinedAt <= pathBegins(inner)) throw platformErrors.not_found();
    const known = rows.find(({ greetTaskId }) => greetTaskId !== null)?.greetTaskId;
    if (known) return { taskId: known, fresh: false };
    const open = await mayContact(inner, communityId, { identityIds: [identityId], reason: 'care' });
    const { stands } = row;
    if (stands === 'left' || stands === 'through' || !open.has(identityId)) throw careErrors.not_to_greet();
    const taskId = await makeTask(inner, { ...row, stands });
    await setGreetTask(inner, { communityId, identityIds }, taskId);
    const target = { kind: 'identity', id: identityId };
    await recordAudit(inner, { communityId, action: 'care.greet', target, detail: { stands } });
    return { taskId, fresh: true };
  });
}

async function makeTask(
  ctx: Ctx,
  newcomer: Newcomer & { stands: Exclude<Standing, 'left' | 'through'> },
): Promise<string> {
  const { communityId, groupId, identityId, membershipId, stands } = newcomer;
  const group = await getGroup(ctx, communityId, groupId);
  const person = (await listIdentities(ctx, communityId, [identityId]))[0]?.name ?? '';
  const task = await createTask(ctx, {
    communityId,
    groupId,
    kind: greetTask.kind,
    title: ctx.t('care:greet.title', { person, group: group.name }),
    text: ctx.t(`care:greet.text_${stands}`, { person, group: group.name }),
    steps: ctx.t('care:greet.steps').split('\n'),
    dueAt: new Date(ctx.now().getTime() + dayMs),
    payload: { membershipId },
    key: `care.greet ${membershipId}`,
    about: [identityId],
  });
  return task.id;
}
