/**
 * The gate of the rules on the road of every post. Nearly every batch passes without a statement: rules are compiled and kept, and
 * who says it is asked only when a check has found something.
 */
import type { Draft, PostGate, PostVerdict, SendGate } from '../messages/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { openCases } from './cases.ts';
import { readDraftCodes } from './late.ts';
import { rulesErrors } from './errors.ts';
import { findEvidence, keepVerdict } from './judge.ts';
import { getRulebook, repeatMemoryOf, type Rulebook } from './rulebook.ts';
import type { KeptDraft, NewCase } from './store/cases.ts';
import { isTeam, listTrust } from './trust.ts';
import { decide, type Verdict } from './verdict.ts';

const ok: PostVerdict = { ok: true };

/** Why a draft was stopped; the same object goes through `consider` and `stopped`. */
const stoppedFor = new WeakMap<Draft, { verdict: Verdict; rulebook: Rulebook }>();

/** Looks at what members of the built-in group are about to say, and keeps what it stops for the team. */
export const rulesGate: PostGate = {
  name: 'rules.checks',
  consider: async (ctx, { group, drafts }) => {
    const memory = repeatMemoryOf(ctx, group.communityId, 'gate');
    for (const { author, text } of drafts) if (isTeam(author)) memory.hearTeam(text);
    if (drafts.every(({ author }) => isTeam(author))) return drafts.map(() => ok);
    const rulebook = await getRulebook(ctx, group.communityId);
    if (rulebook.sleeps) return drafts.map(() => ok);
    const { communityId, id: groupId } = group;
    const verdicts = await judgeDrafts(ctx, { communityId, groupId, drafts, rulebook });
    return drafts.map((draft, at): PostVerdict => {
      const verdict = verdicts[at];
      if (!verdict || verdict.action === 'pass') return ok;
      stoppedFor.set(draft, { verdict, rulebook });
      const { check } = verdict.evidence[0]!;
      return verdict.action === 'hold'
        ? { held: true, until: null, reason: 'rules.held', error: rulesErrors[`held_${check}`]({ check }) }
        : { refused: true, reason: 'rules.refused', error: rulesErrors[`refused_${check}`]({ check }) };
    });
  },
  stopped: async (ctx, { group }, stopped) => {
    const cases = stopped.flatMap(({ draft }): NewCase[] => {
      const known = stoppedFor.get(draft);
      return known ? [caseOf(ctx, draft, known)] : [];
    });
    await openCases(ctx, { communityId: group.communityId, groupId: group.id }, cases);
  },
};

/** Lets the community's own voice pass, and remembers its words: whoever passes them on repeats nothing. */
export const hearOfficial: SendGate = {
  name: 'rules.hear_official',
  consider: async (ctx, { group, text }) => {
    repeatMemoryOf(ctx, group.communityId, 'gate').hearTeam(text);
    return ok;
  },
};

async function judgeDrafts(
  ctx: Ctx,
  what: { communityId: string; groupId: string; drafts: readonly Draft[]; rulebook: Rulebook },
): Promise<(Verdict | null)[]> {
  const { communityId, groupId, rulebook } = what;
  const memory = repeatMemoryOf(ctx, communityId, 'gate');
  const codes = await readDraftCodes(ctx, what);
  const found = what.drafts.map((draft) => {
    const { author, clientId: attemptId, text, picture, at } = draft;
    const spoken = { attemptId, identityId: author.identityId, groupId, text, picture, at, ...codes.get(draft) };
    return isTeam(author) ? [] : findEvidence(spoken, rulebook, memory);
  });
  const suspects = what.drafts.flatMap(({ author }, at) => (found[at]!.length > 0 ? [author.identityId] : []));
  if (suspects.length === 0) return found.map(() => null);
  const trust = await listTrust(ctx, { communityId, identityIds: suspects }, rulebook.settings.trust);
  return what.drafts.map(({ author }, at) =>
    found[at]!.length === 0
      ? null
      : decide(found[at]!, trust.get(author.identityId) ?? 'new', rulebook.settings.thresholds),
  );
}

/** The case of a draft that is not let through. */
export function caseOf(
  ctx: Ctx,
  draft: Draft,
  { verdict, rulebook }: { verdict: Verdict; rulebook: Rulebook },
): NewCase {
  return {
    id: newId(ctx.now()),
    kind: verdict.action === 'stop' ? 'stopped' : 'held',
    state: verdict.action === 'stop' ? 'refused' : 'waiting',
    identityId: draft.author.identityId,
    clientId: draft.clientId,
    draft: keepDraft(draft),
    ...keepVerdict(verdict, rulebook),
    messageId: null,
  };
}

function keepDraft({ at, kind, text, picture, replyTo, mentions }: Draft): KeptDraft {
  return { at: at.toISOString(), kind, text, picture, replyTo, mentions };
}
