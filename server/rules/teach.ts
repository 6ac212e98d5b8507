/** Teaching by hand: a sentence, a message that was said, or the words of a case are called unwelcome or fine. */
import { getGroup } from '../groups/index.ts';
import { listMessages } from '../messages/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { checkNotOwn, deciderOf } from './decision.ts';
import { rulesErrors } from './errors.ts';
import { takeBack, teach, type Lesson, type NewLesson } from './lessons.ts';
import { selectCase } from './store/cases.ts';
import { selectLesson } from './store/lessons.ts';

/** What is called unwelcome or fine. */
export type TeachingAbout = { text: string } | { caseId: string } | { groupId: string; messageId: string };

/** Teaches by hand, with the same protections as decisions; never as the last word, which needs two people. */
export async function teachByHand(
  ctx: Ctx,
  wish: { communityId: string; about: TeachingAbout; isUnwelcome: boolean },
): Promise<Lesson> {
  const taughtBy = await deciderOf(ctx);
  return inTransaction(ctx, async (inner) => {
    const { communityId, about, isUnwelcome } = wish;
    const said = await readSaid(inner, communityId, about);
    const lesson = await teach(inner, { ...said, communityId, caseId: null, isUnwelcome, taughtBy });
    await audit(inner, communityId, { action: 'rules.teach', lesson });
    return lesson;
  });
}

/** Takes back what was taught by hand; decisions are taken back in their case. */
export async function takeBackByHand(ctx: Ctx, communityId: string, number: number): Promise<void> {
  await deciderOf(ctx);
  await inTransaction(ctx, async (inner) => {
    const lesson = await selectLesson(inner, communityId, { number });
    if (!lesson || lesson.isReset || lesson.caseId !== null) throw platformErrors.not_found();
    if (lesson.text === null) throw rulesErrors.lesson_within();
    await takeBack(inner, communityId, { lesson, text: null });
    await audit(inner, communityId, { action: 'rules.take_back_lesson', lesson });
  });
}

type Said = Pick<NewLesson, 'source' | 'text' | 'people'>;

async function readSaid(ctx: Ctx, communityId: string, about: TeachingAbout): Promise<Said> {
  if ('text' in about) return { source: 'sentence', text: about.text };
  const found =
    'caseId' in about ? await readCase(ctx, communityId, about.caseId) : await readMessage(ctx, communityId, about);
  await checkNotOwn(ctx, communityId, found.by);
  if (found.text.trim() === '') throw rulesErrors.message_gone();
  const people = [found.by, ...found.mentions.map(({ identityId }) => identityId)];
  return { source: 'message', text: found.text, people };
}

interface Found {
  text: string;
  by: string;
  mentions: readonly { identityId: string }[];
}

async function readCase(ctx: Ctx, communityId: string, caseId: string): Promise<Found> {
  const found = await selectCase(ctx, { communityId, caseId });
  if (!found) throw platformErrors.not_found();
  if (!found.draft) throw rulesErrors.case_forgotten();
  return { text: found.draft.text, by: found.identityId, mentions: found.draft.mentions };
}

async function readMessage(
  ctx: Ctx,
  communityId: string,
  { groupId, messageId }: { groupId: string; messageId: string },
): Promise<Found> {
  await getGroup(ctx, communityId, groupId);
  const [message] = await listMessages(ctx, { communityId, groupId }, [messageId]);
  if (!message || message.recalledAt !== null) throw rulesErrors.message_gone();
  return { text: message.text, by: message.authorId, mentions: message.mentions ?? [] };
}

/** Which words were taught stays out of the audit. */
async function audit(
  ctx: Ctx,
  communityId: string,
  { action, lesson }: { action: string; lesson: Lesson },
): Promise<void> {
  const { number, source, isUnwelcome } = lesson;
  await recordAudit(ctx, { communityId, action, detail: { number, source, isUnwelcome } });
}
