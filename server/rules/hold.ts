/** Posts that the gate of a later module has held: they wait for a moderator like those that a check has found. */
import type { Group } from '../groups/index.ts';
import type { Draft } from '../messages/index.ts';
import type { Ctx } from '../platform/context.ts';
import { openCases } from './cases.ts';
import type { CheckName, Evidence } from './checks/check.ts';
import { caseOf } from './gate.ts';
import { getRulebook } from './rulebook.ts';
import { listTrust } from './trust.ts';
import { decide } from './verdict.ts';

/** Sure enough for whoever it is: the other module has decided, from its own facts. */
const score = 0.9;

/** Opens a case for each; a post that is tried again makes no second one. */
export async function holdPosts(
  ctx: Ctx,
  group: Pick<Group, 'id' | 'communityId'>,
  held: { check: CheckName; posts: readonly { draft: Draft; words: readonly string[] }[] },
): Promise<void> {
  if (held.posts.length === 0) return;
  const { communityId } = group;
  const rulebook = await getRulebook(ctx, communityId);
  const identityIds = held.posts.map(({ draft }) => draft.author.identityId);
  const trust = await listTrust(ctx, { communityId, identityIds }, rulebook.settings.trust);
  const cases = held.posts.map(({ draft, words }) => {
    const spans = [{ start: 0, end: draft.text.length }];
    const evidence: Evidence = { check: held.check, score, spans, words: [...words], ...acts };
    const verdict = decide([evidence], trust.get(draft.author.identityId) ?? 'new', rulebook.settings.thresholds);
    return caseOf(ctx, draft, { verdict: { ...verdict, action: 'hold', evidence: [evidence] }, rulebook });
  });
  await openCases(ctx, { communityId, groupId: group.id }, cases);
}

const acts = { effect: 'hold', mode: 'on', upTo: 'core', rule: null } as const;
