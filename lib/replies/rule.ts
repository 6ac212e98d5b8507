/**
 * The rule linker: a named person's last message; else the last one that called the speaker since they spoke; else their
 * own last one; else questions, greetings and newcomers start; else the message before. Not learned, easily explained.
 */
import type { Decision, Linker, LinkInput } from './links.ts';
import { cue } from './reading.ts';
import { Talk, talkKinds, talkMask, talkSize } from './talk.ts';

const ownWithin = 5 * 60_000;
const calledWithin = 15 * 60_000;
const starts = cue.questionMark | cue.questionWord | cue.greeting;

/** The line of the rule that decided. */
export const ruleLines = ['named', 'called', 'own', 'start', 'before'] as const;
export type RuleLine = (typeof ruleLines)[number];

/** A decision of the rule with the line that made it. */
export interface RuleDecision extends Decision {
  line: RuleLine;
  /** The kind of talk in which it was made. */
  kind: number;
}

/** A linker whose decisions tell the line. */
export interface RuleLinker extends Linker {
  link(message: number, known: number): RuleDecision;
}

/** How often each line of the rule is right, by the kind of talk. */
export type RuleCalibration = Readonly<Record<RuleLine, readonly number[]>>;

/** Says 1 for everything; for those who only want the links. */
export const uncalibrated = Object.fromEntries(
  ruleLines.map((line) => [line, Array.from({ length: talkKinds }, () => 1)]),
) as unknown as RuleCalibration;

/** Links by rules. */
export function createRuleLinker(input: LinkInput, calibration: RuleCalibration): RuleLinker {
  const talk = new Talk(input);
  const decision: RuleDecision = { parent: -1, p: 1, source: 'rule', line: 'before', kind: 0 };
  return {
    name: 'rule',
    link(message, known) {
      talk.open(message);
      if (known >= 0) return takeKnown(talk, decision, known);
      const parent = chooseParent(talk, decision);
      decision.kind = talk.kind;
      decision.parent = talk.message[parent & talkMask]!;
      decision.p = calibration[decision.line][talk.kind]!;
      decision.source = decision.line === 'named' ? 'mention' : 'rule';
      talk.close(parent);
      return decision;
    },
  };
}

/** Takes a parent that the export itself names, and lets the talk know. */
export function takeKnown<D extends Decision>(talk: Talk, decision: D, known: number): D {
  const number = talk.findNumber(known);
  talk.close(number >= 0 ? number : talk.number);
  decision.parent = known;
  decision.p = 1;
  decision.source = 'explicit';
  return decision;
}

/** Running number of the parent, or of the message itself. */
function chooseParent(talk: Talk, decision: RuleDecision): number {
  const { number } = talk;
  const place = number & talkMask;
  const author = talk.author[place]!;
  const now = talk.at[place]!;
  const within = (target: number, time: number) =>
    target > number - talkSize && target >= 0 && now - talk.at[target & talkMask]! <= time;
  const own = author >= 0 ? talk.lastSpoke[author]! : -1;
  const called = author >= 0 ? talk.calledIn[author]! : -1;
  const named = lastOfNamed(talk, author);
  if (within(named, Infinity)) return decide(decision, 'named', named);
  if (called > own && within(called, calledWithin)) return decide(decision, 'called', called);
  if (within(own, ownWithin)) return decide(decision, 'own', own);
  if (within(called, calledWithin)) return decide(decision, 'called', called);
  if (own < 0 || (talk.cues[place]! & starts) !== 0 || number === 0) return decide(decision, 'start', number);
  return decide(decision, 'before', number - 1);
}

function decide(decision: RuleDecision, line: RuleLine, parent: number): number {
  decision.line = line;
  return parent;
}

/** The newest message of anybody whom the opened message names; -1 when it names nobody who has spoken. */
function lastOfNamed(talk: Talk, author: number): number {
  let newest = -1;
  for (let at = 0; at < talk.named.count; at++) {
    const who = talk.named.who[at]!;
    if (who !== author) newest = Math.max(newest, talk.lastSpoke[who]!);
  }
  return newest;
}
