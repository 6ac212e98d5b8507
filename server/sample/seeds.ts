/** A seed member of the sample: somebody whose words others have answered lately, and somebody who was asked and has not said yet. */
import { askSeed, giveTopic, noteAnswer, noteSettled } from '../care/index.ts';
import { listLatest, type MessageFacts } from '../messages/index.ts';
import { listMemberships } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import type { SamplePlace } from './founding.ts';

const dayMs = 86_400_000;
/** So much of the latest talk is looked at. */
const looked = 400;

/** Asks two members; `at` gives a context at a moment. */
export async function findSeeds(at: (time: number) => Ctx, place: SamplePlace, now: number): Promise<void> {
  const group = { communityId: place.communityId, groupId: place.groups.邻里.id };
  const ctx = at(now);
  const openers = await listOpeners(ctx, group);
  const [opener] = openers;
  if (!opener) return;
  const seat = { ...group, identityId: opener.authorId };
  const note = '你问的话总有人接，愿意每周帮忙开一个话题吗？';
  const asking = at(opener.at.getTime() - 2 * dayMs);
  const id = { communityId: group.communityId, id: await askSeed(asking, seat, note) };
  await noteAnswer(at(opener.at.getTime() - 1.5 * dayMs), seat, 'active');
  const given = await inTransaction(at(opener.at.getTime() - dayMs), (inner) =>
    giveTopic(inner, id, {
      text: '最近家里什么事最想问问邻居',
      hint: '说一件自己的就好',
      dueAt: new Date(opener.at.getTime() + dayMs),
    }),
  );
  const settled = { state: 'done', messageId: opener.id, note: '' } as const;
  await noteSettled(at(opener.at.getTime() + 60_000), { place: seat, topicId: given.id }, settled);
  await inTransaction(at(now - 3_600_000), (inner) =>
    giveTopic(inner, id, {
      text: '这个周末去哪儿走走',
      hint: '常走的路、带不带狗都行',
      dueAt: new Date(now + 2 * dayMs),
    }),
  );
  const other = openers.find(({ authorId }) => authorId !== opener.authorId);
  if (other) await askSeed(at(now - dayMs), { ...group, identityId: other.authorId }, '想请你也来开开话题。');
}

/** Words of members who are still there, those that most have answered first. */
async function listOpeners(ctx: Ctx, group: { communityId: string; groupId: string }): Promise<MessageFacts[]> {
  const latest = await listLatest(ctx, group, looked);
  const answers = new Map<string, number>();
  for (const { replyTo } of latest) if (replyTo !== null) answers.set(replyTo, (answers.get(replyTo) ?? 0) + 1);
  const words = latest.filter(({ id, kind }) => kind === 'text' && answers.has(id));
  const identityIds = [...new Set(words.map(({ authorId }) => authorId))];
  const here = new Set(
    (await listMemberships(ctx, { ...group, identityIds }))
      .filter(({ role }) => role === 'member')
      .map(({ identityId }) => identityId),
  );
  return words
    .filter(({ authorId }) => here.has(authorId))
    .sort((one, other) => answers.get(other.id)! - answers.get(one.id)! || (one.id < other.id ? -1 : 1));
}
