import { sql } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import { selectTokenNames } from '../auth/token-store.ts';
import { installationRole, teamRoles } from '../auth/permissions.ts';
import { selectUsers } from '../auth/user-store.ts';
import type { Ctx } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import type { TextKey } from '../i18n.ts';
import { isId } from '../ids.ts';

/**
 * Reading the audit log: newest first, filtered, every line as a sentence in the reader's language. Names are looked up
 * when read, so a renamed operator is found under the new name.
 */

/** What to show of the log. */
export interface AuditFilter {
  /** Id of an operator, a token or a device. */
  actorId?: string | undefined;
  /** Beginning of the action, e.g. `team.` or `team.set_role`. */
  action?: string | undefined;
  targetKind?: string | undefined;
  targetId?: string | undefined;
  /** From this moment on. */
  from?: Date | undefined;
  /** Before this moment. */
  to?: Date | undefined;
}

/** One line as people read it. */
export interface AuditLine {
  id: string;
  at: Date;
  actor: { kind: Actor['kind']; id: string | null; name: string | null };
  action: string;
  target: { kind: string; id: string; name: string | null } | null;
  sentence: string;
  detail: Record<string, unknown>;
  requestId: string;
}

interface AuditRow {
  id: string;
  at: Date;
  actorKind: Actor['kind'];
  actorId: string | null;
  action: string;
  targetKind: string | null;
  targetId: string | null;
  detail: Record<string, unknown>;
  requestId: string;
}

/** A page of the log of a community, or (`communityId` null) of what concerns no community. */
export async function listAudit(
  ctx: Ctx,
  communityId: string | null,
  wish: { filter: AuditFilter; cursor?: string | undefined; limit: number },
): Promise<{ items: AuditLine[]; nextCursor: string | null }> {
  const before = wish.cursor === undefined ? null : String(decodeCursor(wish.cursor, 1)[0]);
  if (before !== null && !isId(before)) throw platformErrors.bad_cursor();
  const rows = await selectLines(ctx, communityId, { filter: wish.filter, before, limit: wish.limit + 1 });
  const page = toPage(rows, wish.limit, (row) => [row.id]);
  const names = await findNames(ctx, page.items);
  return { items: page.items.map((row) => describeLine(ctx, row, names)), nextCursor: page.nextCursor };
}

async function selectLines(
  ctx: Ctx,
  communityId: string | null,
  page: { filter: AuditFilter; before: string | null; limit: number },
): Promise<AuditRow[]> {
  const { actorId, action, targetKind, targetId, from, to } = page.filter;
  const conditions = [
    communityId === null ? sql`community_id is null` : sql`community_id = ${communityId}`,
    ...(page.before === null ? [] : [sql`id < ${page.before}`]),
    ...(actorId === undefined ? [] : [sql`actor_id = ${actorId}`]),
    ...(action === undefined ? [] : [sql`starts_with(action, ${action})`]),
    ...(targetKind === undefined ? [] : [sql`target_kind = ${targetKind}`]),
    ...(targetId === undefined ? [] : [sql`target_id = ${targetId}`]),
    ...(from === undefined ? [] : [sql`at >= ${from}`]),
    ...(to === undefined ? [] : [sql`at < ${to}`]),
  ];
  const { rows } = await sql<AuditRow>`
    select id, at, actor_kind as "actorKind", actor_id as "actorId", action, target_kind as "targetKind",
           target_id as "targetId", detail, request_id as "requestId"
    from platform_audit where ${sql.join(conditions, sql` and `)}
    order by id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Names of the operators and tokens on a page, by id. */
async function findNames(ctx: Ctx, rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const idsOf = (actorKind: string, targetKind: string) => [
    ...new Set(
      rows
        .flatMap((row) => [
          row.actorKind === actorKind ? row.actorId : null,
          row.targetKind === targetKind ? row.targetId : null,
        ])
        .filter((id): id is string => id !== null && isId(id)),
    ),
  ];
  const users = await selectUsers(ctx.db, idsOf('operator', 'user'));
  const tokens = await selectTokenNames(ctx.db, idsOf('token', 'token'));
  return new Map([...users, ...tokens].map(({ id, name }) => [id, name]));
}

function describeLine(ctx: Ctx, row: AuditRow, names: ReadonlyMap<string, string>): AuditLine {
  const actorName = (row.actorId === null ? undefined : names.get(row.actorId)) ?? null;
  const targetName = (row.targetId === null ? undefined : names.get(row.targetId)) ?? null;
  const { id, at, action, detail, requestId } = row;
  const target =
    row.targetKind === null || row.targetId === null
      ? null
      : { kind: row.targetKind, id: row.targetId, name: targetName };
  const values = {
    ...translateRoles(ctx, detail),
    actor: actorName ?? ctx.t(`auth:actors.${row.actorKind}`),
    target: targetName ?? ctx.t('auth:someone'),
  };
  return {
    id,
    at,
    actor: { kind: row.actorKind, id: row.actorId, name: actorName },
    action,
    target,
    sentence: makeSentence(ctx, action, values),
    detail,
    requestId,
  };
}

/** `module.verb_noun` → the text `module:audit.verb_noun`; a module that has none is told by its action. */
function makeSentence(ctx: Ctx, action: string, values: Record<string, unknown>): string {
  const [module = '', ...rest] = action.split('.');
  const path = `audit.${rest.join('.')}`;
  const text = ctx.t(`${module}:${path}` as TextKey, values);
  // i18next gives the key back when there is no text.
  return text === path || text === `${module}:${path}` ? ctx.t('auth:audit_unknown', { ...values, action }) : text;
}

/** Roles in the detail are codes; a sentence says them in words. */
function translateRoles(ctx: Ctx, detail: Record<string, unknown>): Record<string, unknown> {
  const words = { ...detail };
  for (const key of ['role', 'before']) {
    const roles = typeof detail[key] === 'string' ? detail[key].split(' ') : [];
    if (roles.length > 0 && roles.every(isRole))
      words[key] = roles.map((role) => ctx.t(`auth:roles.${role}`)).join(ctx.t('auth:roles.and'));
  }
  return words;
}

const roles = [...teamRoles, installationRole] as const;

function isRole(text: string): text is (typeof roles)[number] {
  return (roles as readonly string[]).includes(text);
}
