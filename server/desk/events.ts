import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

const question = z.object({ questionId: z.uuid(), groupId: z.uuid() });

/** A member has asked something. */
export const questionAsked = defineEvent('desk.question_asked', question);

/** A question has been answered, by whomever. */
export const questionAnswered = defineEvent('desk.question_answered', question);

/** The promise to answer a question has passed. */
export const questionOverdue = defineEvent('desk.question_overdue', question.extend({ taskId: z.uuid() }));
