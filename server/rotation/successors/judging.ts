/**
 * Who could look after a group, pure: a written rule over what somebody has done in twelve weeks. It says how sure the numbers make us and
 * orders a list that the team reads; nothing follows by itself, and nobody of the members is shown anything of it.
 */

/** What somebody could become. */
export const successorKinds = ['steward', 'owner'] as const;

/** One of them: members could become stewards, stewards and admins of a group owners. */
export type SuccessorKind = (typeof successorKinds)[number];

/** How sure; `few` = promising, with less than the rule asks for. */
export const confidences = ['high', 'medium', 'few'] as const;

/** One of them. */
export type Confidence = (typeof confidences)[number];

/** What is counted, over the last twelve weeks. */
export interface Deeds {
  /** Weeks in which they said something. */
  weeks: number;
  answers: number;
  /** Different people whose questions they answered. */
  askers: number;
  /** What the askers said of these answers. */
  helpful: number;
  unsolved: number;
  /** Cases that the team has upheld against them, ever. */
  cases: number;
}

/** Weeks that are looked at. */
export const weeksBack = 12;

/** The least of each confidence; all three numbers have to be reached. */
export const rule: Readonly<Record<SuccessorKind, Record<Confidence, Pick<Deeds, 'weeks' | 'answers' | 'askers'>>>> = {
  steward: {
    high: { weeks: 10, answers: 10, askers: 5 },
    medium: { weeks: 8, answers: 3, askers: 2 },
    few: { weeks: 5, answers: 1, askers: 1 },
  },
  owner: {
    high: { weeks: 11, answers: 20, askers: 10 },
    medium: { weeks: 10, answers: 10, askers: 5 },
    few: { weeks: 8, answers: 3, askers: 2 },
  },
};

/** How sure the numbers make us; null = there is nothing to say. Who has an upheld case is never on the list. */
export function judgeSuccessor(kind: SuccessorKind, deeds: Deeds): Confidence | null {
  if (deeds.cases > 0) return null;
  const reached = confidences.find((confidence) => {
    const least = rule[kind][confidence];
    return deeds.weeks >= least.weeks && deeds.answers >= least.answers && deeds.askers >= least.askers;
  });
  // Whose answers more often do not help than help is not sure, however many there are.
  return reached && deeds.unsolved > deeds.helpful ? 'few' : (reached ?? null);
}

/** The order of the list: surest first, then whom more people have to thank, then who has answered more and was there more. */
export function compareSuccessors(
  one: Deeds & { confidence: Confidence },
  other: Deeds & { confidence: Confidence },
): number {
  return (
    confidences.indexOf(one.confidence) - confidences.indexOf(other.confidence) ||
    other.askers - one.askers ||
    other.answers - one.answers ||
    other.weeks - one.weeks
  );
}
