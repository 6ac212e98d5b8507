/** What to do next: at most seven steps, each from a cause in the log, the most useful first and no kind more than twice. */
import type { Advice } from '../diagnosis.ts';
import {
  bridgeCircles,
  giveATopic,
  introducePeople,
  inviteDoubt,
  raiseSuccessor,
  shareTheLoad,
  speakLess,
  thankPerson,
} from './carriers.ts';
import { closeOrWake, firstQuestions, longerExport, thirdVoice, turnDecline } from './life.ts';
import type { AdviceContext, AdviceRule } from './rule.ts';
import { calmDown, keepKnowledge, repeatTopic, stopAds, talkAtHour, wakeWeekday, writeFaq } from './talking.ts';
import { answerQuestion, inviteQuiet, recallPerson, welcomeNewcomer } from './waiting.ts';

const RULES: readonly AdviceRule[] = [
  closeOrWake,
  answerQuestion,
  welcomeNewcomer,
  calmDown,
  stopAds,
  turnDecline,
  shareTheLoad,
  speakLess,
  recallPerson,
  giveATopic,
  repeatTopic,
  keepKnowledge,
  writeFaq,
  bridgeCircles,
  inviteQuiet,
  raiseSuccessor,
  talkAtHour,
  thankPerson,
  wakeWeekday,
  introducePeople,
  inviteDoubt,
  thirdVoice,
  firstQuestions,
  longerExport,
];
const STEPS = 7;

/** The seven most useful steps; fewer when the log calls for fewer. First each cause once, then seconds of a kind. */
export function adviseGroup(context: AdviceContext): Advice[] {
  const steps = RULES.flatMap((rule) => rule(context)).sort((one, other) => other.weight - one.weight);
  const kinds = new Set<string>();
  const firsts = steps.filter(({ code }) => !kinds.has(code) && kinds.add(code));
  const chosen = firsts.slice(0, STEPS);
  for (const step of steps) {
    if (chosen.length >= STEPS) break;
    if (!chosen.includes(step)) chosen.push(step);
  }
  return chosen.sort((one, other) => other.weight - one.weight);
}
