import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with rules, and what an author reads whose message was stopped; texts in `locales/<language>/rules.json`. */
export const rulesErrors = defineErrors('rules', {
  held_terms: { status: 409, log: 'silent' },
  held_links: { status: 409, log: 'silent' },
  held_repeats: { status: 409, log: 'silent' },
  held_ads: { status: 409, log: 'silent' },
  refused_terms: { status: 403, log: 'silent' },
  refused_links: { status: 403, log: 'silent' },
  refused_repeats: { status: 403, log: 'silent' },
  refused_ads: { status: 403, log: 'silent' },
  text_outdated: { status: 409, log: 'silent' },
  text_missing: { status: 404, log: 'silent' },
  too_many_lists: { status: 409, log: 'silent' },
  too_many_terms: { status: 422, log: 'silent' },
  unknown_rule: { status: 422, log: 'silent' },
  case_decided: { status: 409, log: 'silent' },
  case_forgotten: { status: 410, log: 'silent' },
  second_person: { status: 409, log: 'silent' },
  person_required: { status: 403, log: 'silent' },
  own_case: { status: 403, log: 'silent' },
  no_appeal: { status: 409, log: 'silent' },
  appeal_too_late: { status: 409, log: 'silent' },
  group_closed: { status: 409, log: 'silent' },
  not_sanctionable: { status: 409, log: 'silent' },
  message_gone: { status: 409, log: 'silent' },
});
