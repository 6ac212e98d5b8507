/** For tests of steps: find one by its code, edit its cause out of a log, and see whether it is still there. */
import assert from 'node:assert/strict';
import type { HistoryItem, HistoryMessage } from '../../history/index.ts';
import type { Advice, AdviceCode, GroupDiagnosis } from '../diagnosis.ts';

/** A step with the name of its person. */
export interface FoundStep {
  step: Advice;
  name: string;
}

/** The step with this code, with the name of its person. */
export function findStep(group: GroupDiagnosis, code: AdviceCode): FoundStep {
  const step = group.advice.find((one) => one.code === code);
  assert.ok(step, `${code} is not among ${group.advice.map((one) => one.code).join(', ')}`);
  return { step, name: group.people.find(({ id }) => id === step.params.person)?.name ?? '' };
}

/** Whether the same step with the same cause is still there. */
export function stillSays(group: GroupDiagnosis, { step, name }: FoundStep): boolean {
  return group.advice.some((one) => {
    if (one.code !== step.code) return false;
    const who = group.people.find(({ id }) => id === one.params.person)?.name ?? '';
    return who === name && one.params.message === step.params.message;
  });
}

/** The log without some messages. */
export function without(items: readonly HistoryItem[], drop: (message: HistoryMessage) => boolean): HistoryItem[] {
  return items.filter((one) => one.type === 'system' || !drop(one));
}

/** Several logs as one, in the order of time. */
export function mix(...parts: HistoryItem[][]): HistoryItem[] {
  return parts.flat().sort((one, other) => one.at - other.at);
}

/** Edits out what the step cites. */
export function dropEvidence(log: HistoryItem[]): (found: FoundStep) => HistoryItem[] {
  return ({ step }) => without(log, ({ externalId }) => step.evidence.includes(externalId ?? ''));
}

/** Edits out whom the step names. */
export function dropPerson(log: HistoryItem[]): (found: FoundStep) => HistoryItem[] {
  return ({ name }) => without(log, ({ author }) => author.name === name);
}
