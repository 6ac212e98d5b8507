/** What the team teaches by correcting: nearly the same text is taken the same way from then on. Bounded, and only hashes are kept. */
import { getGroup } from '../groups/index.ts';
import { getZone } from '../communities/index.ts';
import { listMessages, type MessageFacts } from '../messages/index.ts';
import { listIdentities, listMemberships } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { promotionsErrors } from './errors.ts';
import { showPromotions } from './frame.ts';
import { hashOf, mostLessons, type Lesson } from './recognition.ts';
import { deleteLessons, selectLessons, upsertLesson } from './store/lessons.ts';
import { dismiss, insertPromotions, lockGroup, selectByMessage, type Place, type Voice } from './store/promotions.ts';

/** The lessons of a community, newest first. */
export function listLessons(ctx: Ctx, communityId: string): Promise<Lesson[]> {
  return ctx.memo(`promotions.lessons:${communityId}`, () => selectLessons(ctx, communityId, mostLessons));
}

/** Says of a message of the team that it is a promotion, or is none; its group's week and credit follow. */
export async function correctPromotion(
  ctx: Ctx,
  where: Place & { messageId: string },
  promotion: boolean,
): Promise<void> {
  const { communityId, groupId, messageId } = where;
  await getGroup(ctx, communityId, groupId);
  await inTransaction(ctx, async (inner) => {
    await lockGroup(inner, where);
    const [message] = await listMessages(inner, where, [messageId]);
    if (!message) throw platformErrors.not_found();
    const voice = await findVoice(inner, where, message);
    if (voice === 'member') throw promotionsErrors.not_of_team();
    const known = await selectByMessage(inner, where, messageId);
    const by = actorKey(inner.actor);
    if (known) await dismiss(inner, known, promotion ? null : by);
    else if (promotion) await keep(inner, where, { message, voice, by });
    const hash = hashOf(message.text);
    if (hash) await upsertLesson(inner, { communityId, messageId, hash, promotion, by, most: mostLessons });
    await recordAudit(inner, {
      communityId,
      action: 'promotions.correct',
      target: { kind: 'message', id: messageId },
      detail: { groupId, promotion, before: known !== undefined && known.dismissedAt === null },
    });
    showPromotions(inner, where);
  });
}

async function keep(ctx: Ctx, where: Place, what: { message: MessageFacts; voice: Voice; by: string }): Promise<void> {
  const { message, voice, by } = what;
  const { communityId, groupId } = where;
  await insertPromotions(ctx, [
    {
      communityId,
      groupId,
      id: newId(ctx.now()),
      messageId: message.id,
      clientId: null,
      voice,
      identityId: voice === 'team' ? null : message.authorId,
      at: message.at,
      day: localDay(message.at, await getZone(ctx, communityId)),
      knownBy: 'team',
      signs: [],
      isAnswer: message.replyTo !== null,
      saidBy: message.operatorId ?? by,
      overruled: null,
      insisted: null,
    },
  ]);
}

/** Whose voice a message of a group has. */
export async function findVoice(
  ctx: Ctx,
  { communityId, groupId }: Place,
  { authorId }: Pick<MessageFacts, 'authorId'>,
): Promise<Voice> {
  const [identity] = await listIdentities(ctx, communityId, [authorId]);
  if (identity?.kind === 'official') return 'team';
  const [stay] = await listMemberships(ctx, { communityId, groupId, identityIds: [authorId] });
  return stay && stay.role !== 'member' ? 'host' : 'member';
}

/** Forgets everything that was taught. */
export async function forgetLessons(ctx: Ctx, communityId: string): Promise<number> {
  const forgotten = await deleteLessons(ctx, communityId);
  await recordAudit(ctx, { communityId, action: 'promotions.forget_lessons', detail: { forgotten } });
  return forgotten;
}
