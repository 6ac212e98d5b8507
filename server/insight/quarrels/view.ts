/** What the team sees of a quarrel: the words it rests on, the two, what was done, what may be done, and how often such alarms were right. */
import { angryFrom, readTemper } from '../../../lib/quarrels/index.ts';
import { getCommunity } from '../../communities/index.ts';
import { listGroupNames } from '../../groups/index.ts';
import { excerptMessage, listMessages } from '../../messages/index.ts';
import { listIdentities } from '../../people/index.ts';
import { findUsers } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { getQuarrelSettings } from '../settings.ts';
import { getQuarrel } from './answers.ts';
import { selectSlowMode } from './slow-store.ts';
import { selectAnswers, selectLessons, selectTaught, selectVerdicts, type AlarmKey } from './store.ts';

/** Tones of a calming word. */
export const tones = ['warm', 'plain', 'light'] as const;

const latest = 20;

/** One quarrel, for the team. */
export async function viewQuarrel(ctx: Ctx, key: AlarmKey) {
  const quarrel = await getQuarrel(ctx, key);
  const { communityId, groupId, oneId, otherId } = quarrel;
  const people = await listIdentities(ctx, communityId, [oneId, otherId]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const said = await listMessages(ctx, quarrel, quarrel.messageIds);
  const answers = await selectAnswers(ctx, key);
  const users = await findUsers(
    ctx,
    answers.flatMap(({ userId, endedBy }) => [userId, endedBy].filter((id) => id !== null)),
  );
  const userName = (id: string | null) => users.find((user) => user.id === id)?.name ?? null;
  const slow = await selectSlowMode(ctx, quarrel);
  const { slowMinutes, slowSeconds } = await getQuarrelSettings(ctx, communityId);
  const group = (await listGroupNames(ctx, communityId, [groupId])).get(groupId) ?? '';
  const voice = (await getCommunity(ctx, communityId)).official.name;
  return {
    alarmId: key.alarmId,
    groupId,
    startedAt: quarrel.startedAt.toISOString(),
    lastAt: quarrel.lastAt.toISOString(),
    angry: quarrel.angry,
    count: quarrel.messages,
    isReal: quarrel.isReal,
    people: [oneId, otherId].map((identityId) => {
      const found = people.find(({ id }) => id === identityId);
      const name = found?.name ?? '';
      return {
        identityId,
        name,
        pictureId: found?.pictureId ?? null,
        draft: ctx.t('insight:quarrel.talk.draft', { name, group, voice }),
      };
    }),
    messages: said.map((one) => ({
      id: one.id,
      at: one.at.toISOString(),
      identityId: one.authorId,
      name: names.get(one.authorId) ?? '',
      excerpt: one.recalledAt ? '' : excerptMessage(one),
      isRecalled: one.recalledAt !== null,
      isAngry: one.recalledAt === null && readTemper(one.text).anger >= angryFrom,
    })),
    behind: `groups/${groupId}?at=${said[0]?.id ?? quarrel.messageIds[0] ?? ''}`,
    slowMode: slow
      ? { seconds: slow.seconds, formerSeconds: slow.formerSeconds, until: slow.until.toISOString() }
      : null,
    slowOffer: { seconds: slowSeconds, minutes: slowMinutes },
    answers: answers.map(({ id, kind, at, userId, identityId, endedAt, endedBy }) => ({
      id,
      kind,
      at: at.toISOString(),
      by: userName(userId),
      about: identityId === null ? null : (names.get(identityId) ?? ''),
      endedAt: endedAt?.toISOString() ?? null,
      endedBy: userName(endedBy),
    })),
    notes: tones.map((tone) => ({ tone, text: ctx.t(`insight:quarrel.note.${tone}`, { voice, group }) })),
    lessons: await selectLessons(ctx, quarrel),
  };
}

/** How often the latest alarms were right, by what the team has said; and what the groups were taught. */
export async function viewRecord(ctx: Ctx, communityId: string) {
  const verdicts = await selectVerdicts(ctx, communityId, latest);
  const taught = await selectTaught(ctx, communityId);
  const names = await listGroupNames(
    ctx,
    communityId,
    taught.map(({ groupId }) => groupId),
  );
  return {
    alarms: verdicts.length,
    real: verdicts.filter((one) => one === true).length,
    none: verdicts.filter((one) => one === false).length,
    unsaid: verdicts.filter((one) => one === null).length,
    settings: await getQuarrelSettings(ctx, communityId),
    taught: taught.map(({ groupId, lessons }) => ({ groupId, group: names.get(groupId) ?? '', lessons })),
  };
}
