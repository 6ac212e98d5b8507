import type { Step } from '../door.ts';

/** What the visitor gave so far, by step; texts of a form by field. */
export interface Answers {
  agreed: Record<string, boolean>;
  chosen: Record<string, string>;
  written: Record<string, Record<string, string>>;
}

/** Nothing given yet. */
export function startAnswers(): Answers {
  return { agreed: {}, chosen: {}, written: {} };
}

/** The key of the first step that still needs something before it is worth asking the server. */
export function firstOpenStep(steps: readonly Step[], answers: Answers): string | undefined {
  return steps.find((step) => !isAnswered(step, answers))?.key;
}

function isAnswered(step: Step, answers: Answers): boolean {
  const written = answers.written[step.key] ?? {};
  switch (step.kind) {
    case 'notice':
      return answers.agreed[step.key] === true;
    case 'choice':
      return answers.chosen[step.key] !== undefined;
    case 'form':
    case 'email':
      return (step.fields ?? []).every((field) => !field.required || (written[field.key] ?? '').trim() !== '');
    case 'approval':
      return true;
  }
}

/**
 * The answers as the API takes them: `{ version }` for a notice, the option's key for a choice, and for a form one text
 * when its only field carries the step's own key (`name`), else an object of texts. Empty optional fields are left out.
 */
export function answersOf(steps: readonly Step[], answers: Answers): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const step of steps) {
    const answer = answerOf(step, answers);
    if (answer !== undefined) given[step.key] = answer;
  }
  return given;
}

function answerOf(step: Step, answers: Answers): unknown {
  if (step.kind === 'notice') return answers.agreed[step.key] ? { version: step.version } : undefined;
  if (step.kind === 'choice') return answers.chosen[step.key];
  const texts = Object.entries(answers.written[step.key] ?? {}).filter(([, text]) => text.trim() !== '');
  const [only] = step.fields ?? [];
  if (step.fields?.length === 1 && only?.key === step.key) return texts[0]?.[1].trim();
  return texts.length > 0 ? Object.fromEntries(texts.map(([key, text]) => [key, text.trim()])) : undefined;
}
