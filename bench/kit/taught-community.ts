/** A labelled file played as the decisions of a community: six moderators over sixty days, in random order. */
import { openAdLearner, type AdLearner } from '../../lib/text/index.ts';
import { makeRandom } from './random.ts';

/** A text and what people called it. */
export interface CalledText {
  text: string;
  isUnwelcome: boolean;
}

/** What a community has learned and what of it was held back. */
export interface Taught {
  learner: AdLearner;
  heldBack: Record<'moderator' | 'day' | 'text', number>;
  microsecondsEach: number;
}

const moderators = 6;
const days = 60;
const dayMs = 86_400_000;
const first = Date.UTC(2026, 0, 1);

/** Teaches a new community. */
export function teachCommunity(texts: readonly CalledText[], seed: number): Taught {
  const random = makeRandom(seed);
  const order = texts.map((each) => ({ each, key: random() })).sort((one, other) => one.key - other.key);
  const learner = openAdLearner();
  const heldBack = { moderator: 0, day: 0, text: 0 };
  const begun = process.cpuUsage().user;
  for (const [at, { each }] of order.entries()) {
    const moderatorId = `moderator ${Math.floor(random() * moderators)}`;
    const lesson = learner.learn({ ...each, moderatorId, at: new Date(first + (at / order.length) * days * dayMs) });
    if (lesson.heldBack) heldBack[lesson.heldBack]++;
  }
  return {
    learner,
    heldBack,
    microsecondsEach: Math.round((process.cpuUsage().user - begun) / Math.max(1, texts.length)),
  };
}
