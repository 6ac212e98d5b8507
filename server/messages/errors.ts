import { defineErrors, type AppError } from '../platform/errors.ts';
import { longestText, mostMentions } from './settings.ts';

/** What can go wrong with messages; texts in `locales/<language>/messages.json`. */
export const messagesErrors = defineErrors('messages', {
  empty: { status: 422, log: 'silent' },
  too_long: { status: 422, log: 'silent' },
  too_many_mentions: { status: 422, log: 'silent' },
  mention_all_not_allowed: { status: 403, log: 'silent' },
  picture_missing: { status: 422, log: 'silent' },
  picture_unknown: { status: 422, log: 'silent' },
  muted: { status: 403, log: 'silent' },
  muted_all: { status: 403, log: 'silent' },
  slow_mode: { status: 429, log: 'silent' },
  flood: { status: 429, log: 'info' },
  wrong_carrier: { status: 409, log: 'silent' },
  unknown_group: { status: 404, log: 'silent' },
  dissolved: { status: 409, log: 'silent' },
  held: { status: 409, log: 'silent' },
  refused: { status: 403, log: 'silent' },
  cannot_reach: { status: 409, log: 'silent' },
  busy: { status: 503, log: 'warn' },
  failed: { status: 500, log: 'error' },
  recall_too_late: { status: 409, log: 'silent' },
  recalled: { status: 409, log: 'silent' },
  not_yours: { status: 403, log: 'silent' },
  edit_not_allowed: { status: 409, log: 'silent' },
  too_many_pins: { status: 409, log: 'silent' },
  nothing_to_search: { status: 400, log: 'silent' },
});

/** Every reason for which an item may be refused. */
export type RefusalReason = Exclude<keyof typeof messagesErrors, symbol>;

/** A refusal as drivers hand it on; reasons of other modules' gates are told as they are. */
export function refusalOf(reason: string, retryAfterMs?: number): { ok: false; reason: string; error: AppError } {
  const wait = retryAfterMs === undefined ? {} : waitOf(retryAfterMs);
  const limits = { most: reason === 'too_many_mentions' ? mostMentions : longestText };
  const known = reason in messagesErrors ? messagesErrors[reason as RefusalReason] : undefined;
  return {
    ok: false,
    reason,
    error: known ? known({ ...limits, ...wait }) : messagesErrors.refused({ reason, ...wait }),
  };
}

function waitOf(retryAfterMs: number) {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return { retryAfterMs, seconds, minutes: Math.ceil(seconds / 60) };
}
