/** The list of those who could lead, read anew each time from what is known; and the task to talk to one of them. */
import { getZone } from '../../communities/index.ts';
import { countAnswersOf, type AnswerCount } from '../../desk/index.ts';
import {
  countWeeksSpoken,
  listAccountsOf,
  listIdentities,
  listPersonsOf,
  mayContact,
  readPeopleFacts,
  type Identity,
  type PersonAccounts,
} from '../../people/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { localDay } from '../../platform/clock.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findSegmentMembers, type Definition } from '../../profiles/index.ts';
import { countUpheldOf } from '../../rules/index.ts';
import { createTask, listTasks, type TaskKind } from '../../team/index.ts';
import { rotationErrors } from '../errors.ts';
import {
  compareSuccessors,
  judgeSuccessor,
  rule,
  weeksBack,
  type Confidence,
  type Deeds,
  type SuccessorKind,
} from './judging.ts';

/** More people are not looked at in one go; the segment gives the newest first. */
const mostPeople = 2000;
const batch = 500;
/** More nobody talks to. */
const mostShown = 30;
const mostTasks = 200;
const dayMs = 86_400_000;
const taskDays = 7;

/** A talk with somebody who could lead. */
export const talkTask: TaskKind = { kind: 'rotation.successor_talk' };

/** Somebody who could lead, with what speaks for them. */
export interface Successor extends Deeds {
  personId: string;
  identity: Identity;
  confidence: Confidence;
  /** In how many groups they are. */
  groups: number;
  joinedOn: string;
  /** The open task to talk to them. */
  taskId: string | null;
}

interface Wish {
  kind: SuccessorKind;
  today: string;
  zone: string;
}

/** Who could become a steward, or an owner: surest first. Who wants to be left alone is not asked, and not listed. */
export async function listSuccessors(ctx: Ctx, communityId: string, kind: SuccessorKind): Promise<Successor[]> {
  const wish = await readWish(ctx, communityId, kind);
  // Who was there less often than in each of the weeks that the rule asks for cannot be on the list.
  const often = { fact: 'people.active_days', op: 'at_least', days: 90, number: rule[kind].few.weeks };
  const definition = { join: 'all', items: [{ fact: 'people.groups', op: 'at_least', number: 1 }, often] };
  const members = await findSegmentMembers(
    ctx,
    { communityId, definition: definition as Definition },
    { limit: mostPeople },
  );
  const found: Omit<Successor, 'taskId'>[] = [];
  for (let from = 0; from < members.length; from += batch) {
    const ids = members.slice(from, from + batch).map(({ identityId }) => identityId);
    found.push(...(await judgeSome(ctx, communityId, { ...wish, people: await listPersonsOf(ctx, communityId, ids) })));
  }
  const tasks = await findTalks(ctx, communityId, kind);
  return found
    .sort(compareSuccessors)
    .slice(0, mostShown)
    .map((one) => ({ ...one, taskId: tasks.get(one.personId) ?? null }));
}

/** Makes a task to talk to somebody; while it is open, asking again gives the same. Refused for who is not on the list (any more). */
export async function talkToSuccessor(
  ctx: Ctx,
  { communityId, kind, personId }: { communityId: string; kind: SuccessorKind; personId: string },
): Promise<{ taskId: string }> {
  return inTransaction(ctx, async (inner) => {
    const people = await listAccountsOf(inner, communityId, [personId]);
    if (people.length === 0) throw platformErrors.not_found();
    const wish = await readWish(inner, communityId, kind);
    const [one] = await judgeSome(inner, communityId, { ...wish, people });
    if (!one) throw rotationErrors.not_a_successor();
    const taskId = (await findTalks(inner, communityId, kind)).get(personId);
    if (taskId) return { taskId };
    const words = { ...one, of: weeksBack, name: one.identity.name };
    const task = await createTask(inner, {
      communityId,
      kind: talkTask.kind,
      title: inner.t(`rotation:successor.${kind}.title`, words),
      text: inner.t('rotation:successor.reasons', words),
      steps: inner.t(`rotation:successor.${kind}.steps`).split('\n'),
      dueAt: new Date(inner.now().getTime() + taskDays * dayMs),
      payload: { kind, personId },
      key: `${talkTask.kind} ${newId(inner.now())}`,
      about: [one.identity.id],
    });
    await recordAudit(inner, {
      communityId,
      action: 'rotation.talk_to_successor',
      target: { kind: 'person', id: personId },
      detail: { kind },
    });
    return { taskId: task.id };
  });
}

async function readWish(ctx: Ctx, communityId: string, kind: SuccessorKind): Promise<Wish> {
  const zone = await getZone(ctx, communityId);
  return { kind, zone, today: localDay(ctx.now(), zone) };
}

/** Which talks are under way, by person. */
async function findTalks(ctx: Ctx, communityId: string, kind: SuccessorKind): Promise<Map<string, string>> {
  const filter = { state: 'open', kind: talkTask.kind } as const;
  const { items } = await listTasks(ctx, communityId, { filter, limit: mostTasks });
  const talks = items.filter(({ payload }) => payload.kind === kind);
  return new Map(talks.map(({ id, payload }) => [String(payload.personId), id]));
}

async function judgeSome(
  ctx: Ctx,
  communityId: string,
  { kind, today, zone, people }: Wish & { people: readonly PersonAccounts[] },
): Promise<Omit<Successor, 'taskId'>[]> {
  const facts = await readPeopleFacts(ctx, communityId, { people, today, zone });
  const stayed = people.filter(({ personId }) => isAsked(kind, facts.get(personId)?.stay?.role));
  const identityIds = stayed.flatMap((one) => one.identityIds);
  const weeks = await countWeeksSpoken(ctx, communityId, { people: stayed, today, weeks: weeksBack });
  const since = new Date(ctx.now().getTime() - weeksBack * 7 * dayMs);
  const answers = await countAnswersOf(ctx, communityId, { identityIds, since });
  const upheld = await countUpheldOf(ctx, communityId, identityIds);
  const open = await mayContact(ctx, communityId, { identityIds, reason: 'care' });
  const identities = new Map((await listIdentities(ctx, communityId, identityIds)).map((one) => [one.id, one]));
  return stayed.flatMap(({ personId, identityIds: ids }) => {
    const identity = ids.map((id) => identities.get(id)).find((one) => one?.kind === 'member');
    if (!identity || !ids.every((id) => open.has(id))) return [];
    const cases = ids.reduce((sum, id) => sum + (upheld.get(id) ?? 0), 0);
    const deeds = { weeks: weeks.get(personId) ?? 0, cases, ...addUp(ids.map((id) => answers.get(id))) };
    const confidence = judgeSuccessor(kind, deeds);
    if (confidence === null) return [];
    const { groups, joinedOn } = facts.get(personId)!.stay!;
    return [{ personId, identity, confidence, groups, joinedOn, ...deeds }];
  });
}

/** Members could become stewards, who looks after a group already could own one. */
function isAsked(kind: SuccessorKind, role: string | null | undefined): boolean {
  return kind === 'steward' ? role === 'member' : role === 'steward' || role === 'admin';
}

/** Over all accounts of a person; who asked two of them counts twice, which only people with several accounts can make happen. */
function addUp(counts: readonly (AnswerCount | undefined)[]): AnswerCount {
  const sum = (key: keyof AnswerCount) => counts.reduce((all, count) => all + (count?.[key] ?? 0), 0);
  return { answers: sum('answers'), askers: sum('askers'), helpful: sum('helpful'), unsolved: sum('unsolved') };
}
