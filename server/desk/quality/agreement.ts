/** What reviews say together: of each steward's answers, and how far two reviewers agree (Cohen's kappa). */
import { cohenKappa } from '../../../lib/stats/agreement.ts';
import { findUsers } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { userOf } from '../../team/index.ts';
import type { Share } from '../response/answer-time.ts';
import { selectReviewsSince, type Judgement, type Review } from '../store/reviews.ts';
import { nameAnswerers, shareOf, type Answerer } from './satisfaction.ts';

/** Below this many answers that both have looked at nothing is said of how far two agree. */
export const fewestShared = 10;

/** What is looked at in an answer. */
export const criteria = ['isRight', 'isKind', 'isComplete'] as const;

/** One of them. */
export type Criterion = (typeof criteria)[number];

/** Two reviewers and the answers that both have looked at. */
export interface Pair {
  one: { userId: string; name: string };
  other: { userId: string; name: string };
  n: number;
  /** Null = too few. */
  agreement: Record<Criterion, { agreed: number; kappa: Share }> | null;
}

/** The reviews of the last days, added up. */
export interface ReviewSummary {
  reviews: number;
  stewards: (Answerer & { reviews: number; shares: Record<Criterion, Share> })[];
  pairs: Pair[];
}

const day = 24 * 3_600_000;
/** More reviews than a team writes in a quarter. */
const mostReviews = 10_000;

/** Adds up the reviews of the last days; who may not manage the desk sees only themselves among the stewards, and no pairs. */
export async function summarizeReviews(
  ctx: Ctx,
  communityId: string,
  { days, stewards: view }: { days: number; stewards: 'all' | 'own' },
): Promise<ReviewSummary> {
  const since = new Date(ctx.now().getTime() - days * day);
  const reviews = await selectReviewsSince(ctx, { communityId, since, limit: mostReviews });
  const own = userOf(ctx.actor);
  const seen = reviews.filter(({ operatorId }) => view === 'all' || (own !== null && operatorId === own));
  const byAnswerer = Map.groupBy(seen, ({ operatorId, answeredBy }) => operatorId ?? answeredBy);
  const answerers = await nameAnswerers(ctx, communityId, {
    operators: [...new Set(seen.flatMap(({ operatorId }) => operatorId ?? []))],
    hosts: [...new Set(seen.filter(({ operatorId }) => operatorId === null).map(({ answeredBy }) => answeredBy))],
  });
  const pairs = view === 'all' ? findPairs(reviews) : [];
  const users = await findUsers(ctx, [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]);
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return {
    reviews: seen.length,
    stewards: answerers.map((one) => {
      const here = byAnswerer.get(one.id) ?? [];
      return { ...one, reviews: here.length, shares: forEach((key) => shareOf(count(here, key), here.length)) };
    }),
    pairs: pairs.map(({ one, other, shared }) => ({
      one: { userId: one, name: names.get(one) ?? '' },
      other: { userId: other, name: names.get(other) ?? '' },
      n: shared.length,
      agreement: measurePair(shared),
    })),
  };
}

type Shared = readonly (readonly [Judgement, Judgement])[];

/** Every two reviewers with the answers that both have looked at, those with the most first. */
function findPairs(reviews: readonly Review[]): { one: string; other: string; shared: Shared }[] {
  const pairs = new Map<string, { one: string; other: string; shared: [Judgement, Judgement][] }>();
  for (const here of Map.groupBy(reviews, ({ answerId }) => answerId).values()) {
    const sorted = [...here].sort((a, b) => (a.reviewerId < b.reviewerId ? -1 : 1));
    for (const [at, first] of sorted.entries())
      for (const second of sorted.slice(at + 1)) {
        const key = `${first.reviewerId} ${second.reviewerId}`;
        const pair = pairs.get(key) ?? { one: first.reviewerId, other: second.reviewerId, shared: [] };
        pair.shared.push([first, second]);
        pairs.set(key, pair);
      }
  }
  return [...pairs.values()].sort((a, b) => b.shared.length - a.shared.length || (a.one < b.one ? -1 : 1)).slice(0, 30);
}

function measurePair(shared: Shared): Pair['agreement'] {
  if (shared.length < fewestShared) return null;
  return forEach((key) => {
    const { agreed, kappa, interval } = cohenKappa(
      shared.map(([one]) => one[key]),
      shared.map(([, other]) => other[key]),
    );
    const isTold = kappa !== null && interval !== null;
    return { agreed, kappa: isTold ? { value: kappa, low: interval[0], high: interval[1] } : null };
  });
}

function count(reviews: readonly Judgement[], key: Criterion): number {
  return reviews.filter((one) => one[key]).length;
}

function forEach<Value>(of: (key: Criterion) => Value): Record<Criterion, Value> {
  return { isRight: of('isRight'), isKind: of('isKind'), isComplete: of('isComplete') };
}
