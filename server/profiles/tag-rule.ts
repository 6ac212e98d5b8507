/**
 * Rules of tags: "everybody in this saved segment has this tag until they leave it". Followed every night and when somebody asks; what
 * was given by hand is never taken by a rule. A rule rests while its segment or its tag is put away.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { conditionsOf, type Definition } from './definition.ts';
import { profilesErrors } from './errors.ts';
import { prepareSegment, withSets } from './members.ts';
import { catchUp, touchNow } from './refresh.ts';
import { getSegment, openSegment } from './segment.ts';
import {
  deleteGivenByRule,
  deleteTagRule,
  giveByRule,
  keepGivenByRule,
  lockTagRule,
  selectRuledCommunities,
  selectTagRules,
  takeByRule,
  updateFollowed,
  upsertTagRule,
  type TagRule,
} from './store/tag-rule.ts';
import { getTag } from './tag.ts';

/** What following a rule has changed. */
export interface Followed {
  given: number;
  taken: number;
}

/** The rule of a tag as it is shown. */
export type ListedRule = Pick<TagRule, 'segmentId' | 'segmentName' | 'followedAt'> & {
  /** Why nothing is given or taken: its segment was put away, or asks for the tag itself since it was changed. */
  rests: 'segment_gone' | 'asks_itself' | null;
};

interface WhichTag {
  communityId: string;
  tagId: string;
}

/** The rules of a community by tag. */
export async function listTagRules(ctx: Ctx, communityId: string): Promise<Map<string, ListedRule>> {
  const rules = await selectTagRules(ctx, communityId);
  return new Map(
    rules.map(({ tagId, segmentId, segmentName, followedAt, isGone, definition }) => [
      tagId,
      {
        segmentId,
        segmentName,
        followedAt,
        rests: isGone ? 'segment_gone' : asksTag(definition, tagId) ? 'asks_itself' : null,
      },
    ]),
  );
}

/** Makes the rule of a tag, instead of the one before, and follows it at once. Call inside a transaction. */
export async function setTagRule(ctx: Ctx, which: WhichTag & { segmentId: string }): Promise<Followed> {
  const { communityId, tagId, segmentId } = which;
  const { name } = await getTag(ctx, communityId, tagId);
  const segment = await getSegment(ctx, communityId, segmentId);
  // Who gets the tag says who is in the segment, so it has to be one that the actor may see.
  await openSegment(ctx, { communityId, segmentId });
  if (asksTag(segment.definition, tagId)) throw profilesErrors.asks_itself({ name });
  await upsertTagRule(ctx, { communityId, tagId, segmentId, by: actorKey(ctx.actor) });
  await recordAudit(ctx, {
    communityId,
    action: 'profiles.set_tag_rule',
    target: { kind: 'tag', id: tagId },
    detail: { name, segment: segment.name },
  });
  return followTagRule(ctx, { communityId, tagId });
}

/** Ends the rule of a tag; what it gave is taken, or stays as if given by hand. Call inside a transaction. */
export async function endTagRule(ctx: Ctx, which: WhichTag, given: 'keep' | 'take'): Promise<{ people: number }> {
  const { communityId, tagId } = which;
  const rule = await lockTagRule(ctx, which);
  if (!rule) throw platformErrors.not_found();
  const { name } = await getTag(ctx, communityId, tagId);
  const taken = given === 'take' ? await deleteGivenByRule(ctx, which) : [];
  const people = given === 'take' ? taken.length : await keepGivenByRule(ctx, which);
  await touchNow(ctx, communityId, taken);
  await deleteTagRule(ctx, which);
  await recordAudit(ctx, {
    communityId,
    action: given === 'take' ? 'profiles.end_tag_rule_taking' : 'profiles.end_tag_rule',
    target: { kind: 'tag', id: tagId },
    detail: { name, people },
  });
  return { people };
}

/** Gives the tag to who is in the segment now and takes it off who has left. Call inside a transaction. */
export async function followTagRule(ctx: Ctx, which: WhichTag): Promise<Followed> {
  const { communityId, tagId } = which;
  const rule = await lockTagRule(ctx, which);
  if (!rule) throw platformErrors.not_found();
  if (rule.isGone || !rule.isInUse) return { given: 0, taken: 0 };
  await catchUp(ctx, communityId);
  const prepared = await prepareSegment(ctx, { communityId, segmentId: rule.segmentId });
  // The segment was changed since: a tag that gives itself would never end, one that takes itself would come and go.
  if (asksTag(prepared.definition, tagId)) return { given: 0, taken: 0 };
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const by = actorKey(ctx.actor);
  const { tree } = prepared;
  const taken = await withSets(ctx, tree, (inner) => takeByRule(inner, which, tree));
  const given = await withSets(ctx, tree, (inner) => giveByRule(inner, which, { tree, by, today }));
  await touchNow(ctx, communityId, [...taken, ...given]);
  await updateFollowed(ctx, which);
  if (given.length + taken.length > 0) {
    const { name } = await getTag(ctx, communityId, tagId);
    const detail = { name, given: given.length, taken: taken.length };
    await recordAudit(ctx, {
      communityId,
      action: 'profiles.follow_tag_rule',
      target: { kind: 'tag', id: tagId },
      detail,
    });
  }
  return { given: given.length, taken: taken.length };
}

/** Every night: all rules, each in a transaction of its own. */
export const followTagRules = defineJob({
  name: 'profiles.follow_tag_rules',
  payload: z.object({}),
  cron: '40 18 * * *',
  run: async (ctx) => {
    for (const communityId of await selectRuledCommunities(ctx)) {
      while (await catchUp(ctx, communityId)) {
        // Batch after batch: the night compares people as they are.
      }
      for (const { tagId } of await selectTagRules(ctx, communityId))
        await inTransaction(ctx, (inner) => followTagRule(inner, { communityId, tagId }));
    }
  },
});

function asksTag(definition: Definition, tagId: string): boolean {
  return conditionsOf(definition).some(({ fact, options, op }) => {
    if (fact !== 'profiles.tags') return false;
    return op === 'known' || (options?.includes(tagId) ?? false);
  });
}
