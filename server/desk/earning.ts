/** Members who answer each other's questions earn points, where the community has switched that on. */
import { findMembership } from '../people/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import { awardPoints, type EarningKind } from '../points/index.ts';
import { questionAnswered } from './events.ts';
import { selectQuestionsById } from './store/questions.ts';

/** An answer to somebody's question; the same two at most once a day, so that nobody asks for the points of the other one. */
export const answerEarning: EarningKind = {
  key: 'desk.answer',
  label: 'desk:earning.label',
  sentence: 'desk:earning.sentence',
  amount: 2,
  perDay: 10,
  on: false,
  pairPerDay: 1,
};

/** Pays the member who answered, once for a question; hosts are not paid, nor who answers themselves. */
export const payAnswers = subscribe('desk.pay_answers', questionAnswered, async (ctx, events) => {
  for (const [communityId, here] of Map.groupBy(events, (event) => event.communityId!)) {
    const questions = await selectQuestionsById(
      ctx,
      communityId,
      here.map(({ payload }) => payload.questionId),
    );
    for (const { id, groupId, askedBy, answeredBy, answeredHow } of questions) {
      if (answeredHow === 'team' || answeredBy === null || answeredBy === askedBy) continue;
      const stay = await findMembership(ctx, { communityId, groupId, identityId: answeredBy });
      if (stay?.role !== 'member') continue;
      const key = `desk.question:${id}`;
      const memo = ctx.t('desk:earning.memo');
      const award = { kind: answerEarning.key, key, entryKind: 'desk.answer_rewarded', identityId: answeredBy };
      await awardPoints(ctx, communityId, [{ ...award, otherId: askedBy, memo }]);
    }
  }
});
