import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { RuleItem } from '../rule-item.ts';

/** One version of the rules as it was published. */
export interface RuleText {
  version: number;
  /** How the rules are spoken: one sentence before them. */
  tone: string;
  items: RuleItem[];
  mustAcknowledgeAgain: boolean;
  publishedAt: Date;
  publishedBy: string;
}

const columns = sql`version, tone, items, must_acknowledge_again as "mustAcknowledgeAgain", published_at as "publishedAt",
  published_by as "publishedBy"`;

/** The version in force, undefined when there are no rules yet. */
export async function selectText(ctx: Ctx, communityId: string): Promise<RuleText | undefined> {
  const [text] = await selectVersions(ctx, communityId, { before: null, limit: 1 });
  return text;
}

/** Versions, newest first. */
export async function selectVersions(
  ctx: Ctx,
  communityId: string,
  page: { before: number | null; limit: number },
): Promise<RuleText[]> {
  const { rows } = await sql<RuleText>`
    select ${columns} from rules_texts
    where community_id = ${communityId} and (${page.before}::int is null or version < ${page.before}::int)
    order by version desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Writes the next version and gives its number; the caller holds the lock of the community's rules. */
export async function insertText(ctx: Ctx, communityId: string, text: Omit<RuleText, 'version'>): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into rules_texts (community_id, version, tone, items, must_acknowledge_again, published_at, published_by)
    select ${communityId}, coalesce(max(version), 0) + 1, ${text.tone}, ${JSON.stringify(text.items)}::jsonb,
      ${text.mustAcknowledgeAgain}, ${text.publishedAt}, ${text.publishedBy}
    from rules_texts where community_id = ${communityId}
    returning version`.execute(ctx.db);
  return rows[0]!.version;
}

/** The oldest version whose reader need not read again; null when there are no rules. */
export async function selectRequiredVersion(ctx: Ctx, communityId: string): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`
    select coalesce(max(version) filter (where must_acknowledge_again), min(version)) as version
    from rules_texts where community_id = ${communityId}`.execute(ctx.db);
  return rows[0]?.version ?? null;
}

/** Notes that somebody has read a version; twice is the same as once. */
export async function insertAcknowledged(
  ctx: Ctx,
  who: { communityId: string; identityId: string; version: number },
): Promise<void> {
  await sql`
    insert into rules_acknowledged (community_id, identity_id, version, at)
    values (${who.communityId}, ${who.identityId}, ${who.version}, ${ctx.now()}) on conflict do nothing`.execute(
    ctx.db,
  );
}

/** What somebody has read, newest first. */
export async function selectAcknowledged(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ identityId: string; version: number; at: Date }[]> {
  const { rows } = await sql<{ identityId: string; version: number; at: Date }>`
    select identity_id as "identityId", version, at from rules_acknowledged
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
    order by version desc`.execute(ctx.db);
  return rows;
}

/** How many have read each version. */
export async function countAcknowledged(ctx: Ctx, communityId: string, versions: readonly number[]) {
  const { rows } = await sql<{ version: number; count: number }>`
    select version, count(*)::int as count from rules_acknowledged
    where community_id = ${communityId} and version = any(${versions}::int[]) group by version`.execute(ctx.db);
  return new Map(rows.map(({ version, count }) => [version, count]));
}
