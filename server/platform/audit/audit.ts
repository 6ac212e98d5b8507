import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { actorId } from '../auth/actor.ts';
import { newId } from '../ids.ts';

/** One line of the audit log: who did what to what. `detail` holds before/after of facts, never message text. */
export interface AuditEntry {
  communityId: string | null;
  /** `module.verb_noun`; its sentence is `module:audit.verb_noun` in the locales. */
  action: string;
  target?: { kind: string; id: string };
  detail?: Record<string, unknown>;
}

/** Appends to the audit log in the caller's transaction. */
export async function recordAudit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await sql`
    insert into platform_audit
      (id, community_id, at, actor_kind, actor_id, action, target_kind, target_id, detail, request_id)
    values (${newId(ctx.now())}, ${entry.communityId}, ${ctx.now()}, ${ctx.actor.kind}, ${actorId(ctx.actor)},
            ${entry.action}, ${entry.target?.kind ?? null}, ${entry.target?.id ?? null},
            ${JSON.stringify(entry.detail ?? {})}::jsonb, ${ctx.requestId})`.execute(ctx.db);
}
