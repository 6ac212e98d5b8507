/** Forgetting and exporting: what is written when a person's words and traces are taken out of the cases. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
  tombstoneId: string;
}

/** Closes cases of the identities without words under the tombstone, at most `limit`; gives how many. */
export async function blankCases(ctx: Ctx, who: Who, limit: number): Promise<number> {
  const { rows } = await sql`
    update rules_cases set identity_id = ${who.tombstoneId}, draft = null, client_id = null, note = '', appeal = null,
      appeal_note = '', state = case when state in ('waiting', 'refused', 'appealed') then 'closed' else state end,
      evidence = (select coalesce(jsonb_agg(one - 'words' || '{"words": []}'::jsonb), '[]'::jsonb)
                  from jsonb_array_elements(evidence) as one)
    where community_id = ${who.communityId} and id = any(array(
      select id from rules_cases
      where community_id = ${who.communityId} and identity_id = any(${who.identityIds}::uuid[]) limit ${limit}))
    returning id`.execute(ctx.db);
  return rows.length;
}

/** Moves steps of the ladder to the tombstone and deletes what was read; gives the number of rows. */
export async function repointSanctions(ctx: Ctx, who: Who): Promise<number> {
  let rows = 0;
  for (const statement of [
    sql`update rules_sanctions set identity_id = ${who.tombstoneId}
        where community_id = ${who.communityId} and identity_id = any(${who.identityIds}::uuid[])`,
    sql`delete from rules_acknowledged
        where community_id = ${who.communityId} and identity_id = any(${who.identityIds}::uuid[])`,
  ]) {
    rows += Number((await statement.execute(ctx.db)).numAffectedRows ?? 0n);
  }
  return rows;
}

/** Kept words of others that speak to one of the identities. */
export async function selectNaming(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; limit: number },
): Promise<{ id: string; draft: { text: string; mentions: { identityId: string; name: string }[] } }[]> {
  const naming = which.identityIds.map((identityId) => JSON.stringify([{ identityId }]));
  const { rows } = await sql<{ id: string; draft: { text: string; mentions: { identityId: string; name: string }[] } }>`
    select id, draft from rules_cases
    where community_id = ${which.communityId} and draft -> 'mentions' @> any(${naming}::jsonb[])
    order by id limit ${which.limit}`.execute(ctx.db);
  return rows;
}

/** Writes kept words anew; evidence with words of the text stands no more where the text has changed. */
export async function replaceDraft(
  ctx: Ctx,
  communityId: string,
  change: { id: string; draft: { text: string; mentions: unknown[] } },
): Promise<void> {
  await sql`
    update rules_cases set draft = draft || ${JSON.stringify(change.draft)}::jsonb
    where community_id = ${communityId} and id = ${change.id}`.execute(ctx.db);
}

/** A message whose words a case has forgotten; its picture when the case was all that kept it. */
export interface Forgotten {
  id: string;
  authorId: string;
  pictureId: string | null;
}

/** Forgets words of cases that were decided before a moment. Appeals that wait keep theirs. */
export async function forgetDrafts(ctx: Ctx, communityId: string, before: Date): Promise<Forgotten[]> {
  const { rows } = await sql<Forgotten>`
    with due as (
      select id, draft from rules_cases
      where community_id = ${communityId} and draft is not null and state <> 'appealed'
        and (decided_at < ${before} or (state = 'refused' and opened_at < ${before}) or (kind = 'dry' and opened_at < ${before}))
      for update)
    update rules_cases c set draft = null, appeal = null, client_id = null,
      evidence = (select coalesce(jsonb_agg(one - 'words' || '{"words": []}'::jsonb), '[]'::jsonb)
                  from jsonb_array_elements(evidence) as one)
    from due
    where c.community_id = ${communityId} and c.id = due.id
    returning coalesce(c.message_id, c.id) as id, c.identity_id as "authorId",
      case when c.state in ('refused', 'upheld', 'confirmed') and c.kind <> 'dry' then (due.draft -> 'picture' ->> 'id')::uuid end
        as "pictureId"`.execute(ctx.db);
  return rows;
}

/** Communities that have cases. */
export async function selectCommunities(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    select distinct community_id as "communityId" from rules_cases where draft is not null`.execute(ctx.db);
  return rows.map(({ communityId }) => communityId);
}

const tables = {
  text: sql`
    select version::text as id, version, tone, items, must_acknowledge_again as "mustAcknowledgeAgain",
      published_at as "publishedAt" from rules_texts`,
  acknowledged: sql`
    select identity_id::text || ' ' || version as id, identity_id as "identityId", version, at from rules_acknowledged`,
  list: sql`
    select id::text as id, name, effect, mode, rule,
      (select coalesce(jsonb_agg(term order by position), '[]'::jsonb) from rules_terms t
       where t.community_id = l.community_id and t.list_id = l.id) as terms
    from rules_lists l`,
  case: sql`
    select id::text as id, kind, group_id as "groupId", identity_id as "identityId", draft, evidence, rule, trust, score,
      revision, thresholds, state,
      opened_at as "openedAt", decided_at as "decidedAt", decided_by as "decidedBy", note, appeal,
      appealed_at as "appealedAt", appeal_decided_at as "appealDecidedAt", appeal_decided_by as "appealDecidedBy",
      appeal_note as "appealNote", message_id as "messageId" from rules_cases`,
  lesson: sql`
    select number::text as id, source, case_id as "caseId", text, is_unwelcome as "isUnwelcome", is_final as "isFinal",
      taught_by as "taughtBy", taught_at as "taughtAt", weight, held_back as "heldBack" from rules_lessons`,
  sanction: sql`
    select id::text as id, case_id as "caseId", group_id as "groupId", identity_id as "identityId", rule, step, state,
      given_at as "givenAt", given_by as "givenBy", until, decays_at as "decaysAt", undone_at as "undoneAt" from rules_sanctions`,
  wave: sql`
    select id::text as id, group_id as "groupId", link_id as "linkId", inviter_id as "inviterId", sign, people,
      started_at as "startedAt", last_at as "lastAt", until, ended_at as "endedAt", ended_by as "endedBy" from rules_waves`,
  wave_person: sql`
    select wave_id::text || ' ' || identity_id as id, wave_id as "waveId", identity_id as "identityId",
      joined_at as "joinedAt", is_name_alike as "isNameAlike", is_face_alike as "isFaceAlike", cleared_at as "clearedAt"
    from rules_wave_people`,
  wave_answer: sql`
    select id::text as id, wave_id as "waveId", kind, user_id as "userId", at, until, ended_at as "endedAt",
      ended_by as "endedBy" from rules_wave_answers`,
  report: sql`
    select id::text as id, case_id as "caseId", group_id as "groupId", message_id as "messageId", reporter_id as "reporterId",
      author_id as "authorId", reason, rule, words, reported_at as "reportedAt", outcome, settled_at as "settledAt", points
    from rules_reports`,
} as const;

/** A table of the full export. */
export type ExportTable = keyof typeof tables;

/** The tables of the full export. */
export const exportTables = Object.keys(tables) as ExportTable[];

/** Rows of a table after an id, in the order of the ids. */
export async function selectRowsAfter(
  ctx: Ctx,
  which: { communityId: string; table: ExportTable },
  page: { after: string | undefined; limit: number },
): Promise<(Record<string, unknown> & { id: string })[]> {
  const { rows } = await sql<Record<string, unknown> & { id: string }>`
    select * from (${tables[which.table]} where community_id = ${which.communityId}) as row
    where (${page.after ?? null}::text is null or id collate "C" > ${page.after ?? null}::text)
    order by id collate "C" limit ${page.limit}`.execute(ctx.db);
  return rows;
}
