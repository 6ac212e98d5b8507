import type { Ctx } from '../platform/context.ts';
import { explainCase } from './explain.ts';
import { readMessage } from './reading.ts';
import { findEvidence, ruleOfEvidence } from './judge.ts';
import { getRulebook } from './rulebook.ts';
import type { Trust } from './trust.ts';
import { decide } from './verdict.ts';

/** What would happen to a message of somebody with this trust; keeps nothing. Repeats are not tried: one message has none. */
export async function tryMessage(ctx: Ctx, communityId: string, wish: { text: string; trust: Trust }) {
  const rulebook = await getRulebook(ctx, communityId);
  const spoken = { attemptId: null, identityId: '', groupId: '', text: wish.text, picture: null, at: ctx.now() };
  const verdict = decide(findEvidence(spoken, rulebook, null), wish.trust, rulebook.settings.thresholds);
  const { action, dry, score, evidence } = verdict;
  const rule = evidence.length > 0 ? ruleOfEvidence(evidence, rulebook) : null;
  const why =
    rule === null || (action === 'pass' && !dry) ? null : explainCase(ctx, rulebook.items, { rule, evidence });
  return { action, dry, score, rule, evidence, why, reading: readMessage(wish.text) };
}
