/**
 * Contacts out of care. Lots are drawn and written down before anybody is contacted: most get a task for a human, the others are left alone
 * for four weeks, so that what contact does is a difference and not a belief. Who is chosen by hand is contacted and not measured.
 */
import { z } from 'zod';
import { Random } from '../../lib/stats/index.ts';
import { getZone } from '../communities/index.ts';
import { listPersonsOf, readIdCursor, readPeopleFacts } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { toPage } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { cancelTask, createTask, type Task, type TaskKind } from '../team/index.ts';
import { careErrors } from './errors.ts';
import { listFading, pauseDays, type Fading } from './fading-list.ts';
import {
  insertContacts,
  lockContact,
  lockDraws,
  selectContacts,
  selectToMeasure,
  setContactTask,
  setReturned,
  settleContact,
  type Contact,
} from './store/contacts.ts';

const dayMs = 86_400_000;
const taskDays = 3;

/** Writing to somebody who has gone silent; done = talked, skipped = no answer, unless the team has said more. */
export const reachOutTask: TaskKind = {
  kind: 'care.reach_out',
  onDone: (ctx, task) => settleByTask(ctx, task, 'talked'),
  onSkipped: (ctx, task) => settleByTask(ctx, task, 'no_answer'),
};

async function settleByTask(ctx: Ctx, task: Task, outcome: 'talked' | 'no_answer'): Promise<void> {
  const id = { communityId: task.communityId, id: (task.payload as { contactId: string }).contactId };
  const contact = await lockContact(ctx, id);
  if (!contact || contact.outcome !== null) return;
  await settleContact(ctx, id, { outcome, cause: contact.cause, note: task.note, by: actorKey(ctx.actor) });
}

/** Draws lots for people of the list, or takes one by hand (`share` 0); gives how many are contacted and how many held back. */
export async function reachOut(
  ctx: Ctx,
  communityId: string,
  wish: { personIds: readonly string[]; share: number },
): Promise<{ contacted: number; held: number }> {
  return inTransaction(ctx, async (inner) => {
    await lockDraws(inner, communityId);
    const { people } = await listFading(inner, communityId);
    const chosen = people.filter(({ personId }) => wish.personIds.includes(personId));
    if (chosen.length < wish.personIds.length) throw careErrors.not_on_list();
    const seed = newId(inner.now());
    const random = new Random(seed);
    // In an order that does not depend on how the list was sorted.
    const drawn = chosen
      .toSorted((a, b) => (a.identity.id < b.identity.id ? -1 : 1))
      .map(
        (one) =>
          ({ one, id: newId(inner.now()), arm: wish.share === 0 ? 'direct' : draw(random, wish.share) }) as const,
      );
    const by = actorKey(inner.actor);
    const rows = drawn.map(({ one: { identity, daysBefore, daysNow, lastOn }, id, arm }) => ({
      id,
      arm,
      identityId: identity.id,
      daysBefore,
      daysNow,
      lastOn,
    }));
    await insertContacts(inner, { communityId, seed, share: wish.share, by }, rows);
    const contacted = drawn.filter(({ arm }) => arm !== 'held');
    for (const { one, id } of contacted) await makeTask(inner, communityId, { id, one });
    const counts = { contacted: contacted.length, held: drawn.length - contacted.length };
    await recordAudit(inner, { communityId, action: 'care.reach_out', detail: { ...counts, share: wish.share } });
    return counts;
  });
}

function draw(random: Random, share: number): 'held' | 'contact' {
  return random.uniform() < share ? 'held' : 'contact';
}

async function makeTask(ctx: Ctx, communityId: string, { id, one }: { id: string; one: Fading }): Promise<void> {
  const { identity } = one;
  const task = await createTask(ctx, {
    communityId,
    kind: reachOutTask.kind,
    title: ctx.t('care:reach_out.title', { person: identity.name }),
    text: ctx.t('care:reach_out.text', { person: identity.name }),
    steps: ctx.t('care:talk.steps').split('\n'),
    dueAt: new Date(ctx.now().getTime() + taskDays * dayMs),
    payload: { contactId: id },
    key: `care.reach_out ${id}`,
    about: [identity.id],
  });
  await setContactTask(ctx, { communityId, id }, task.id);
}

/** Says what came of a contact: what they answered, and why they went silent. */
export async function noteOutcome(
  ctx: Ctx,
  id: { communityId: string; id: string },
  how: Pick<Contact, 'outcome' | 'cause' | 'note'>,
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const contact = await lockContact(inner, id);
    if (!contact || contact.arm === 'held') throw platformErrors.not_found();
    await settleContact(inner, id, { ...how, by: actorKey(inner.actor) });
    if (contact.taskId !== null) await cancelTask(inner, { communityId: id.communityId, taskId: contact.taskId });
    const target = { kind: 'identity', id: contact.identityId };
    await recordAudit(inner, {
      communityId: id.communityId,
      action: 'care.note_outcome',
      target,
      detail: { outcome: how.outcome },
    });
  });
}

/** A page of those whom the team writes to, newest first. */
export async function listContacts(
  ctx: Ctx,
  communityId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: Contact[]; nextCursor: string | null }> {
  const before = readIdCursor(page.cursor);
  return toPage(await selectContacts(ctx, communityId, { before, limit: page.limit + 1 }), page.limit, ({ id }) => [
    id,
  ]);
}

/** Every night: who of those whose four weeks are over has spoken in them, contacted or not. */
export const measureContacts = defineJob({
  name: 'care.measure_contacts',
  payload: z.object({}),
  cron: '40 19 * * *',
  run: async (ctx) => {
    const until = new Date(ctx.now().getTime() - (pauseDays + 1) * dayMs);
    for (const one of await selectToMeasure(ctx, until, 2000)) await measure(ctx, one);
  },
});

async function measure(
  ctx: Ctx,
  one: Pick<Contact, 'communityId' | 'id' | 'identityId' | 'assignedAt'>,
): Promise<void> {
  const zone = await getZone(ctx, one.communityId);
  // The window of 28 days that ends so many days after the lots begins on the day after them.
  const today = shiftDay(localDay(one.assignedAt, zone), pauseDays);
  const people = await listPersonsOf(ctx, one.communityId, [one.identityId]);
  const facts = await readPeopleFacts(ctx, one.communityId, { people, today, zone });
  const days = people[0] && facts.get(people[0].personId)?.days?.activeDays[1];
  await setReturned(ctx, one, (days ?? 0) > 0);
}
