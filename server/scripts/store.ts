/** All SQL on `scripts_scripts` and `scripts_versions`. */
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';

/** What scripts are for. */
export const scriptKinds = ['answer', 'welcome', 'rules', 'promotion', 'daily'] as const;

/** One of them. */
export type ScriptKind = (typeof scriptKinds)[number];

/** What the team decides about a script. */
export interface ScriptWords {
  kind: ScriptKind;
  /** Where the team keeps it; '' = beside the others of its kind. */
  folder: string;
  title: string;
  /** Letters that find it at once after `/`; '' = none. */
  shortcut: string;
  text: string;
  /** The team's answer to questions like `asks`. */
  standard: boolean;
  asks: string[];
}

/** Something that the team says often. */
export interface Script extends ScriptWords {
  id: string;
  communityId: string;
  uses: number;
  lastUsedAt: Date | null;
  version: number;
  changedAt: Date;
  changedBy: string;
  archivedAt: Date | null;
}

/** What a script said before a change. */
export interface Version {
  version: number;
  title: string;
  text: string;
  at: Date;
  by: string;
}

const columns = sql`id, community_id as "communityId", kind, folder, title, shortcut, text, standard, asks, uses,
  last_used_at as "lastUsedAt", version, changed_at as "changedAt", changed_by as "changedBy", archived_at as "archivedAt"`;

/** Until the transaction ends, nobody else changes this library: two scripts can't take one title at the same moment. */
export async function lockLibrary(ctx: Ctx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`scripts:${communityId}`}, 0))`.execute(ctx.db);
}

/** Keeps a script. */
export async function insertScript(
  ctx: Ctx,
  script: ScriptWords & { communityId: string; id: string; by: string },
): Promise<Script> {
  const { rows } = await sql<Script>`
    insert into scripts_scripts (community_id, id, kind, folder, title, shortcut, text, standard, asks, changed_at, changed_by)
    values (${script.communityId}, ${script.id}, ${script.kind}, ${script.folder}, ${script.title}, ${script.shortcut},
            ${script.text}, ${script.standard}, ${script.asks}::text[], ${ctx.now()}, ${script.by})
    returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** Writes new words into a script and keeps the old ones as a version. */
export async function updateScript(ctx: Ctx, before: Script, after: ScriptWords & { by: string }): Promise<Script> {
  await sql`
    insert into scripts_versions (community_id, script_id, version, title, text, at, by)
    values (${before.communityId}, ${before.id}, ${before.version}, ${before.title}, ${before.text}, ${before.changedAt},
            ${before.changedBy})`.execute(ctx.db);
  const { rows } = await sql<Script>`
    update scripts_scripts
    set kind = ${after.kind}, folder = ${after.folder}, title = ${after.title}, shortcut = ${after.shortcut},
        text = ${after.text}, standard = ${after.standard}, asks = ${after.asks}::text[], version = version + 1,
        changed_at = ${ctx.now()}, changed_by = ${after.by}
    where community_id = ${before.communityId} and id = ${before.id} returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** One script. */
export async function selectScript(
  ctx: Ctx,
  { communityId, scriptId }: { communityId: string; scriptId: string },
): Promise<Script | undefined> {
  const { rows } = await sql<Script>`
    select ${columns} from scripts_scripts where community_id = ${communityId} and id = ${scriptId}`.execute(ctx.db);
  return rows[0];
}

/** Scripts in use or put away, most used first. */
export async function selectScripts(
  ctx: Ctx,
  communityId: string,
  { archived, limit }: { archived: boolean; limit: number },
): Promise<Script[]> {
  const { rows } = await sql<Script>`
    select ${columns} from scripts_scripts
    where community_id = ${communityId} and archived_at is ${archived ? sql`not null` : sql`null`}
    order by uses desc, title, id limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Standard answers in use. */
export async function selectStandard(ctx: Ctx, communityId: string, limit: number): Promise<Script[]> {
  const { rows } = await sql<Script>`
    select ${columns} from scripts_scripts
    where community_id = ${communityId} and archived_at is null and standard order by uses desc, id limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

/** What a script said before, latest first. */
export async function selectVersions(
  ctx: Ctx,
  { communityId, scriptId }: { communityId: string; scriptId: string },
): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select version, title, text, at, by from scripts_versions
    where community_id = ${communityId} and script_id = ${scriptId} order by version desc limit 50`.execute(ctx.db);
  return rows;
}

/** Puts a script away or takes it out. */
export async function setArchived(
  ctx: Ctx,
  { communityId, scriptId }: { communityId: string; scriptId: string },
  archived: boolean,
): Promise<Script> {
  const { rows } = await sql<Script>`
    update scripts_scripts set archived_at = ${archived ? ctx.now() : null}
    where community_id = ${communityId} and id = ${scriptId} returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** The library with all versions, for the full export. */
export const writtenScripts = {
  table: 'scripts_scripts',
  keys: ['id'],
  row: sql`t.id, t.kind, t.folder, t.title, t.shortcut, t.text, t.standard, t.asks, t.uses, t.version,
    t.changed_at as "changedAt", t.archived_at as "archivedAt",
    (select coalesce(json_agg(json_build_object('version', v.version, 'title', v.title, 'text', v.text, 'at', v.at)
      order by v.version), '[]') from scripts_versions v
      where v.community_id = t.community_id and v.script_id = t.id) as versions`,
};

/** Counts that a script was said. */
export async function addUse(
  ctx: Ctx,
  { communityId, scriptId }: { communityId: string; scriptId: string },
): Promise<void> {
  await sql`
    update scripts_scripts set uses = uses + 1, last_used_at = ${ctx.now()}
    where community_id = ${communityId} and id = ${scriptId}`.execute(ctx.db);
}
