import { defineErrors } from '../platform/errors.ts';

/** What can go wrong at the desk; texts in `locales/<language>/desk.json`. */
export const deskErrors = defineErrors('desk', {
  question_settled: { status: 409, log: 'silent' },
  question_gone: { status: 409, log: 'silent' },
  snooze_not_possible: { status: 422, log: 'silent' },
  not_your_question: { status: 404, log: 'silent' },
  own_answer: { status: 403, log: 'silent' },
  not_drawn: { status: 409, log: 'silent' },
  review_by_person: { status: 403, log: 'silent' },
  message_gone: { status: 409, log: 'silent' },
});
