/**
 * A second look at answers: every week some of each steward's are drawn by lot (the same seed and week draw the same), and others of the
 * team say whether they are right, kind and complete. Nobody sees what another has said of an answer before having said it themselves.
 */
import { getZone } from '../../communities/index.ts';
import { listMessages } from '../../messages/index.ts';
import { listIdentities } from '../../people/index.ts';
import { findUsers } from '../../platform/auth/index.ts';
import { localDay, shiftDay, startOfLocalDay, weekStart } from '../../platform/clock.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../../platform/http/cursor.ts';
import { isId } from '../../platform/ids.ts';
import { getSettings } from '../../platform/settings.ts';
import { userOf } from '../../team/index.ts';
import { deskErrors } from '../errors.ts';
import { deskSettings } from '../promise.ts';
import type { Answer } from '../store/answers.ts';
import { selectQuestionsById } from '../store/questions.ts';
import {
  selectAnswer,
  selectDrawn,
  selectReviewedOf,
  selectReviews,
  upsertReview,
  type Judgement,
  type Review,
} from '../store/reviews.ts';
import { nameAnswerers, type Answerer } from './satisfaction.ts';

/** What of a week's sample is listed: what I have not looked at, what I have. */
export const sampleParts = ['todo', 'done'] as const;

/** An answer with its words and what I, and after that others, have said of it. */
export interface SampledAnswer {
  answer: Answer;
  answerer: Answerer;
  question: { at: Date; text: string; askedBy: string };
  /** Null when its words are gone. */
  text: string | null;
  mine: Review | null;
  others: (Review & { name: string })[];
}

/** A page of the sample of a week (any day of it; default today) that is for somebody else than me to have answered. */
export async function listSample(
  ctx: Ctx,
  communityId: string,
  wish: { week?: string | undefined; part: (typeof sampleParts)[number]; cursor?: string | undefined; limit: number },
): Promise<{ items: SampledAnswer[]; nextCursor: string | null; week: string; todo: number; done: number }> {
  const me = userOf(ctx.actor);
  const zone = await getZone(ctx, communityId);
  const isForMe = ({ operatorId }: Answer) => operatorId === null || operatorId !== me;
  let week = weekStart(wish.week ?? localDay(ctx.now(), zone));
  let drawn = (await drawWeek(ctx, communityId, week)).filter(isForMe);
  if (drawn.length === 0 && wish.week === undefined) {
    // A week that has only begun: the last one is what there is to do.
    const before = shiftDay(week, -7);
    const last = (await drawWeek(ctx, communityId, before)).filter(isForMe);
    if (last.length > 0) [week, drawn] = [before, last];
  }
  const named = await withAnswerers(ctx, communityId, drawn);
  const reviews = await selectReviews(
    ctx,
    communityId,
    named.map(({ answer }) => answer.id),
  );
  const judged = new Set(reviews.filter(({ reviewerId }) => reviewerId === me).map(({ answerId }) => answerId));
  const done = named.filter(({ answer }) => judged.has(answer.id));
  const todo = named.filter(({ answer }) => !judged.has(answer.id));
  const after = wish.cursor === undefined ? null : readMark(wish.cursor);
  const rows = (wish.part === 'done' ? done : todo).filter(({ answer }) => !after || isAfter(answer, after));
  const page = toPage(rows.slice(0, wish.limit + 1), wish.limit, ({ answer }) => [answer.at.toISOString(), answer.id]);
  const items = await showAnswers(ctx, communityId, page.items, { reviews, me, blind: true });
  return { items, nextCursor: page.nextCursor, week, todo: todo.length, done: done.length };
}

/** Answers of mine that others have looked at, the latest first. */
export async function listOwnReviews(
  ctx: Ctx,
  communityId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: SampledAnswer[]; nextCursor: string | null }> {
  const me = userOf(ctx.actor);
  if (me === null) return { items: [], nextCursor: null };
  const after = page.cursor === undefined ? null : readMark(page.cursor);
  const rows = await selectReviewedOf(ctx, { communityId, operatorId: me }, { after, limit: page.limit + 1 });
  const cut = toPage(rows, page.limit, ({ at, id }) => [at.toISOString(), id]);
  const named = await withAnswerers(ctx, communityId, cut.items);
  const reviews = await selectReviews(
    ctx,
    communityId,
    cut.items.map(({ id }) => id),
  );
  return {
    items: await showAnswers(ctx, communityId, named, { reviews, me, blind: false }),
    nextCursor: cut.nextCursor,
  };
}

/** Says what one thinks of an answer that was drawn; saying it anew replaces it. */
export async function reviewAnswer(
  ctx: Ctx,
  { communityId, answerId }: { communityId: string; answerId: string },
  judgement: Judgement,
): Promise<SampledAnswer> {
  const me = userOf(ctx.actor);
  if (me === null) throw deskErrors.review_by_person();
  return inTransaction(ctx, async (inner) => {
    const answer = await selectAnswer(inner, { communityId, answerId });
    if (!answer || answer.recalledAt !== null) throw platformErrors.not_found();
    if (answer.operatorId === me) throw deskErrors.own_answer();
    const before = await selectReviews(inner, communityId, [answerId]);
    const zone = await getZone(inner, communityId);
    const drawn = await drawWeek(inner, communityId, weekStart(localDay(answer.at, zone)));
    if (before.length === 0 && !drawn.some(({ id }) => id === answerId)) throw deskErrors.not_drawn();
    await upsertReview(inner, { communityId, answerId, reviewerId: me }, judgement);
    const reviews = await selectReviews(inner, communityId, [answerId]);
    const named = await withAnswerers(inner, communityId, [answer]);
    const [shown] = await showAnswers(inner, communityId, named, { reviews, me, blind: true });
    if (!shown) throw platformErrors.not_found();
    return shown;
  });
}

/** The answers that the lot takes in the week that begins on a Monday. */
async function drawWeek(ctx: Ctx, communityId: string, monday: string): Promise<Answer[]> {
  const { reviewsPerSteward: perAnswerer } = await getSettings(ctx, deskSettings, communityId);
  if (perAnswerer === 0) return [];
  const zone = await getZone(ctx, communityId);
  const [from, until] = [startOfLocalDay(monday, zone), startOfLocalDay(shiftDay(monday, 7), zone)];
  return selectDrawn(ctx, { communityId, from, until, seed: `${communityId} ${monday}`, perAnswerer });
}

interface Named {
  answer: Answer;
  answerer: Answerer;
}

/** Answers with who gave them; what nobody of the team gave in person is left out. */
async function withAnswerers(ctx: Ctx, communityId: string, answers: readonly Answer[]): Promise<Named[]> {
  const operators = answers.flatMap(({ operatorId }) => operatorId ?? []);
  const hosts = answers.filter(({ operatorId }) => operatorId === null).map(({ answeredBy }) => answeredBy);
  const found = await nameAnswerers(ctx, communityId, {
    operators: [...new Set(operators)],
    hosts: [...new Set(hosts)],
  });
  const byId = new Map(found.map((one) => [one.id, one]));
  return answers.flatMap((answer) => {
    const answerer = byId.get(answer.operatorId ?? answer.answeredBy);
    return answerer ? [{ answer, answerer }] : [];
  });
}

async function showAnswers(
  ctx: Ctx,
  communityId: string,
  named: readonly Named[],
  { reviews, me, blind }: { reviews: readonly Review[]; me: string | null; blind: boolean },
): Promise<SampledAnswer[]> {
  const answers = named.map(({ answer }) => answer);
  const questions = await selectQuestionsById(ctx, communityId, [...new Set(answers.map((one) => one.questionId))]);
  const asked = new Map(questions.map((one) => [one.id, one]));
  const askers = [...new Set(questions.map(({ askedBy }) => askedBy))];
  const names = new Map(
    (askers.length > 0 ? await listIdentities(ctx, communityId, askers) : []).map(({ id, name }) => [id, name]),
  );
  const texts = new Map<string, string>();
  for (const [groupId, here] of Map.groupBy(answers, (one) => one.groupId))
    for (const message of await listMessages(
      ctx,
      { communityId, groupId },
      here.map(({ messageId }) => messageId),
    ))
      if (message.recalledAt === null) texts.set(message.id, message.text);
  const users = new Map(
    (await findUsers(ctx, [...new Set(reviews.map(({ reviewerId }) => reviewerId))])).map(({ id, name }) => [id, name]),
  );
  return named.flatMap(({ answer, answerer }) => {
    const question = asked.get(answer.questionId);
    if (!question) return [];
    const here = reviews.filter(({ answerId }) => answerId === answer.id);
    const mine = here.find(({ reviewerId }) => reviewerId === me) ?? null;
    const others = here.filter((one) => one !== mine).map((one) => ({ ...one, name: users.get(one.reviewerId) ?? '' }));
    const { at, excerpt, askedBy } = question;
    const shown = { at, text: excerpt, askedBy: names.get(askedBy) ?? '' };
    const isBlind = blind && mine === null;
    return [
      {
        answer: isBlind ? { ...answer, verdict: null, verdictAt: null } : answer,
        answerer,
        question: shown,
        text: texts.get(answer.messageId) ?? null,
        mine,
        others: isBlind ? [] : others,
      },
    ];
  });
}

function readMark(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isMoment(at) || !isId(id)) throw platformErrors.bad_cursor();
  return { at, id };
}

function isAfter(answer: Answer, mark: { at: string; id: string }): boolean {
  const at = answer.at.toISOString();
  return at > mark.at || (at === mark.at && answer.id > mark.id);
}
