/** All SQL on rules of tags. Who fits and who has the tag are compared in one statement over narrow rows; only who differs is written. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Definition } from '../definition.ts';
import { writeTree, type QuestionTree } from './member.ts';

/** "Everybody in this segment has this tag." */
export interface TagRule {
  tagId: string;
  segmentId: string;
  segmentName: string;
  /** The segment was put away. */
  isGone: boolean;
  madeAt: Date;
  followedAt: Date | null;
  /** Whether the tag is in use. */
  isInUse: boolean;
  /** What its segment asks for now. */
  definition: Definition;
}

interface WhichTag {
  communityId: string;
  tagId: string;
}

const columns = sql`r.tag_id as "tagId", r.segment_id as "segmentId", s.name as "segmentName", s.deleted_at is not null as "isGone",
  r.made_at as "madeAt", r.followed_at as "followedAt", t.deleted_at is null as "isInUse",
  s.definition`;
const joined = sql`profiles_tag_rules r
  join profiles_segments s on s.community_id = r.community_id and s.id = r.segment_id
  join profiles_tags t on t.community_id = r.community_id and t.id = r.tag_id`;

/** The rules of a community. */
export async function selectTagRules(ctx: Ctx, communityId: string): Promise<TagRule[]> {
  const { rows } = await sql<TagRule>`
    select ${columns} from ${joined} where r.community_id = ${communityId} order by r.tag_id`.execute(ctx.db);
  return rows;
}

/** Communities that have rules. */
export async function selectRuledCommunities(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct community_id as id from profiles_tag_rules order by 1`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** The rule of a tag, which stays as it is until the transaction ends. */
export async function lockTagRule(ctx: Ctx, { communityId, tagId }: WhichTag): Promise<TagRule | undefined> {
  const { rows } = await sql<TagRule>`
    select ${columns} from ${joined} where r.community_id = ${communityId} and r.tag_id = ${tagId} for update of r`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Keeps the rule of a tag, instead of the one before. */
export async function upsertTagRule(ctx: Ctx, rule: WhichTag & { segmentId: string; by: string }): Promise<void> {
  await sql`
    insert into profiles_tag_rules (community_id, tag_id, segment_id, made_at, made_by)
    values (${rule.communityId}, ${rule.tagId}, ${rule.segmentId}, ${ctx.now()}, ${rule.by})
    on conflict (community_id, tag_id) do update set segment_id = excluded.segment_id, made_at = excluded.made_at,
      made_by = excluded.made_by, followed_at = null`.execute(ctx.db);
}

/** Forgets the rule of a tag. */
export async function deleteTagRule(ctx: Ctx, { communityId, tagId }: WhichTag): Promise<void> {
  await sql`delete from profiles_tag_rules where community_id = ${communityId} and tag_id = ${tagId}`.execute(ctx.db);
}

/** Notes that a rule was followed now. */
export async function updateFollowed(ctx: Ctx, { communityId, tagId }: WhichTag): Promise<void> {
  await sql`
    update profiles_tag_rules set followed_at = ${ctx.now()}
    where community_id = ${communityId} and tag_id = ${tagId}`.execute(ctx.db);
}

/** Gives a tag to who fits and has it by none of their accounts; gives these people's first accounts. */
export async function giveByRule(
  ctx: Ctx,
  { communityId, tagId }: WhichTag,
  given: { tree: QuestionTree; by: string; today: string },
): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    with fit as materialized (${fitting(communityId, given.tree)}),
    tagged as materialized (
      select coalesce(x.first_id, g.identity_id) as id from profiles_taggings g
      left join profiles_seconds x on x.community_id = g.community_id and x.identity_id = g.identity_id
      where g.community_id = ${communityId} and g.tag_id = ${tagId}
        and (g.expires_on is null or g.expires_on >= ${given.today}::date))
    insert into profiles_taggings (community_id, identity_id, tag_id, given_at, given_by, by_rule)
    select ${communityId}::uuid, fit.id, ${tagId}::uuid, ${ctx.now()}::timestamptz, ${given.by}, true from fit
    where not exists (select from tagged where tagged.id = fit.id) order by fit.id
    on conflict (community_id, identity_id, tag_id) do update
      set given_at = excluded.given_at, given_by = excluded.given_by, expires_on = null, by_rule = true
    returning identity_id as "identityId"`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Takes a tag that a rule gave off who fits no longer; gives their accounts. */
export async function takeByRule(ctx: Ctx, { communityId, tagId }: WhichTag, tree: QuestionTree): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    with fit as materialized (${fitting(communityId, tree)}),
    gone as materialized (
      select g.identity_id as id from profiles_taggings g
      left join profiles_seconds x on x.community_id = g.community_id and x.identity_id = g.identity_id
      where g.community_id = ${communityId} and g.tag_id = ${tagId} and g.by_rule
        and not exists (select from fit where fit.id = coalesce(x.first_id, g.identity_id)))
    delete from profiles_taggings g using gone
    where g.community_id = ${communityId} and g.tag_id = ${tagId} and g.identity_id = gone.id
    returning g.identity_id as "identityId"`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Takes everything off that the rule of a tag gave; gives the accounts. */
export async function deleteGivenByRule(ctx: Ctx, { communityId, tagId }: WhichTag): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    delete from profiles_taggings where community_id = ${communityId} and tag_id = ${tagId} and by_rule
    returning identity_id as "identityId"`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** What the rule of a tag gave counts as given by hand from now on; says of how many. */
export async function keepGivenByRule(ctx: Ctx, { communityId, tagId }: WhichTag): Promise<number> {
  const { numAffectedRows } = await sql`
    update profiles_taggings set by_rule = false
    where community_id = ${communityId} and tag_id = ${tagId} and by_rule`.execute(ctx.db);
  return Number(numAffectedRows ?? 0n);
}

function fitting(communityId: string, tree: QuestionTree): RawBuilder<unknown> {
  return sql`
    select f.identity_id as id from profiles_facts f where f.community_id = ${communityId} and ${writeTree(communityId, tree)}`;
}
