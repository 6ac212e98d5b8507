/** The life of a question: open until somebody answers it or the team lays it aside, and open again when that was wrong. */

/** The states of a question. */
export const questionStates = ['open', 'answered', 'closed'] as const;

/** One state of a question. */
export type QuestionState = (typeof questionStates)[number];

/** Who moves it: the talk itself (an answer, or its recall), the asker by a tap, the team, or the program (recalled, forgotten, too old). */
export type Mover = 'talk' | 'asker' | 'team' | 'program';

/** One allowed step. */
export interface QuestionStep {
  from: QuestionState;
  to: QuestionState;
  by: Mover;
}

/** Every way that a question can go. */
export const lifeOfQuestion: readonly QuestionStep[] = checkSteps([
  { from: 'open', to: 'answered', by: 'talk' },
  { from: 'open', to: 'answered', by: 'team' },
  { from: 'open', to: 'closed', by: 'asker' },
  { from: 'open', to: 'closed', by: 'team' },
  { from: 'open', to: 'closed', by: 'program' },
  { from: 'answered', to: 'open', by: 'talk' },
  { from: 'answered', to: 'open', by: 'asker' },
  { from: 'answered', to: 'open', by: 'team' },
  { from: 'closed', to: 'open', by: 'team' },
]);

/** Whether a question may go from one state to another. */
export function canMove(step: QuestionStep): boolean {
  return lifeOfQuestion.some(({ from, to, by }) => from === step.from && to === step.to && by === step.by);
}

/** Refuses a table with a step twice or to itself, a state that is never reached, or one without a way out. */
export function checkSteps(table: readonly QuestionStep[]): readonly QuestionStep[] {
  const seen = new Set<string>();
  for (const { from, to, by } of table) {
    const step = `${from} → ${to} by ${by}`;
    if (from === to) throw new Error(`question: ${step} leads nowhere`);
    if (seen.has(step)) throw new Error(`question: ${step} is declared twice`);
    seen.add(step);
  }
  for (const state of questionStates) {
    if (!table.some(({ to }) => to === state)) throw new Error(`question: ${state} can't be reached`);
    if (!table.some(({ from }) => from === state)) throw new Error(`question: there is no way out of ${state}`);
  }
  return table;
}

/** Why a question was laid aside. */
export const closeReasons = ['settled', 'no_question', 'recalled', 'expired'] as const;

/** One reason for laying a question aside. */
export type CloseReason = (typeof closeReasons)[number];

/** Something that a member has asked and that deserves an answer. */
export interface Question {
  id: string;
  communityId: string;
  groupId: string;
  messageId: string;
  askedBy: string;
  at: Date;
  excerpt: string;
  dueAt: Date | null;
  state: QuestionState;
  /** A user of the team. */
  assigneeId: string | null;
  /** When the roster gave it to them; null = they took it, or somebody gave it to them. */
  givenAt: Date | null;
  answeredHow: 'reply' | 'linked' | 'team' | null;
  answeredBy: string | null;
  answeredMessageId: string | null;
  answeredAt: Date | null;
  closeReason: CloseReason | null;
  settledAt: Date | null;
  settledBy: string | null;
  overdueAt: Date | null;
  overdueTaskId: string | null;
  /** Until when somebody has put it off; null = not, or no longer open. */
  snoozedUntil: Date | null;
}
