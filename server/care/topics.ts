/**
 * Topics: what a seed is asked to start a talk about, until when. They do it in their own words, or skip it; what came of it is counted
 * from who answered within two days, and shown with what it is: a count, not a merit.
 */
import { z } from 'zod';
import { countReactions, excerptMessage, listFollowing, listLatest, listMessages } from '../messages/index.ts';
import { currentMembership } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { userOf } from '../team/index.ts';
import { careErrors } from './errors.ts';
import {
  expireAsked,
  insertTopic,
  lockSeed,
  lockTopic,
  selectOwnSeed,
  selectToCount,
  selectTopics,
  setHarvest,
  settleTopic,
  type RowId,
  type Seed,
  type SeedPlace,
  type Topic,
} from './store/seeds.ts';

const dayMs = 86_400_000;
/** So long answers count. */
const harvestMs = 2 * dayMs;
/** A question to a member is open for so long. */
const daysOpen = 14;
/** Of the talk so much is looked at behind a message. */
const mostBehind = 500;
/** So many of the newest messages are looked at for one's own, and so many are offered. */
const looked = 200;
const offered = 5;

/** Gives a seed a topic. */
export async function giveTopic(
  ctx: Ctx,
  id: RowId,
  topic: Pick<Topic, 'text' | 'hint' | 'dueAt'>,
): Promise<{ id: string }> {
  if (topic.dueAt <= ctx.now()) throw careErrors.topic_past();
  return inTransaction(ctx, async (inner) => {
    const seed = await lockSeed(inner, id);
    if (!seed) throw platformErrors.not_found();
    if (seed.state !== 'active') throw careErrors.seed_not_active();
    const topicId = newId(inner.now());
    await insertTopic(inner, seed, { ...topic, id: topicId, by: userOf(inner.actor) });
    await recordAudit(inner, {
      communityId: id.communityId,
      action: 'care.give_topic',
      target: { kind: 'identity', id: seed.identityId },
      detail: { topic: topicId },
    });
    return { id: topicId };
  });
}

/** Takes an open topic back. */
export async function takeTopicBack(ctx: Ctx, id: RowId): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const topic = await lockTopic(inner, id);
    if (!topic) throw platformErrors.not_found();
    if (topic.state === 'open') await settleTopic(inner, id, { state: 'taken_back', messageId: null, note: '' });
  });
}

/** How a seed settles a topic. */
export interface Settlement {
  state: 'done' | 'skipped';
  messageId: string | null;
  note: string;
}

/** The member who asks says that a topic of theirs is done, at best with the message, or that they skip it. */
export async function settleMyTopic(
  ctx: Ctx,
  { groupId, topicId }: { groupId: string; topicId: string },
  how: Settlement,
): Promise<void> {
  await noteSettled(ctx, { place: await currentMembership(ctx, groupId), topicId }, how);
}

/** Keeps what the one whose place it is says of a topic; no route says it for somebody else. */
export async function noteSettled(
  ctx: Ctx,
  { place, topicId }: { place: SeedPlace; topicId: string },
  how: Settlement,
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const seed = await selectOwnSeed(inner, place);
    const topic = seed && (await lockTopic(inner, { communityId: seed.communityId, id: topicId }));
    if (!topic || topic.seedId !== seed.id) throw platformErrors.not_found();
    if (topic.state !== 'open') return;
    if (how.messageId !== null) await checkOwn(inner, seed, how.messageId);
    await settleTopic(inner, topic, how.state === 'skipped' ? { ...how, messageId: null } : how);
  });
}

async function checkOwn(ctx: Ctx, { communityId, groupId, identityId }: Seed, messageId: string): Promise<void> {
  const [message] = await listMessages(ctx, { communityId, groupId }, [messageId]);
  if (message?.authorId !== identityId || message.recalledAt !== null) throw careErrors.topic_not_yours();
}

/** What somebody has lately said in a group, the newest first, to point at. */
export async function listOwnWords(ctx: Ctx, groupId: string): Promise<{ id: string; at: Date; excerpt: string }[]> {
  const { communityId, identityId } = await currentMembership(ctx, groupId);
  const latest = await listLatest(ctx, { communityId, groupId }, looked);
  return latest
    .filter(({ authorId, recalledAt, kind }) => authorId === identityId && recalledAt === null && kind !== 'system')
    .slice(-offered)
    .reverse()
    .map((message) => ({ id: message.id, at: message.at, excerpt: excerptMessage(message) }));
}

/** A page of topics: open ones by due time, settled ones latest first. */
export async function listTopics(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; seedId: string | null; open: boolean },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: (Topic & { identityId: string })[]; nextCursor: string | null }> {
  const after = page.cursor === undefined ? null : readMark(page.cursor);
  const rows = await selectTopics(ctx, which, { after, limit: page.limit + 1 });
  return toPage(rows, page.limit, ({ dueAt, settledAt, id }) => [(settledAt ?? dueAt).toISOString(), id]);
}

function readMark(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isMoment(at) || !isId(id)) throw platformErrors.bad_cursor();
  return { at, id };
}

/** Each hour: what came of topics in their first two days; and who has not answered the team for two weeks is asked no longer. */
export const countTopics = defineJob({
  name: 'care.count_topics',
  payload: z.object({}),
  cron: '17 * * * *',
  run: async (ctx) => {
    const now = ctx.now().getTime();
    await inTransaction(ctx, (inner) => expireAsked(inner, new Date(now - daysOpen * dayMs)));
    for (const topic of await selectToCount(ctx, new Date(now - harvestMs - dayMs), 500)) {
      const harvest = await readHarvest(ctx, topic);
      if (harvest) await inTransaction(ctx, (inner) => setHarvest(inner, topic, harvest));
    }
  },
});

async function readHarvest(
  ctx: Ctx,
  { communityId, groupId, messageId }: Pick<Topic, 'communityId' | 'groupId'> & { messageId: string },
): Promise<{ replies: number; repliers: number; reactions: number } | null> {
  const place = { communityId, groupId };
  const [opener] = await listMessages(ctx, place, [messageId]);
  if (!opener) return null;
  const until = opener.at.getTime() + harvestMs;
  const line = new Set([opener.id]);
  const repliers = new Set<string>();
  let replies = 0;
  for (const { id, at, authorId, replyTo, recalledAt } of await listFollowing(ctx, place, {
    after: { at: opener.at, id: opener.id },
    limit: mostBehind,
  })) {
    if (at.getTime() > until || replyTo === null || !line.has(replyTo) || recalledAt !== null) continue;
    line.add(id);
    if (authorId === opener.authorId) continue;
    replies++;
    repliers.add(authorId);
  }
  const reactions = (await countReactions(ctx, place, [messageId])).get(messageId) ?? 0;
  return { replies, repliers: repliers.size, reactions };
}
