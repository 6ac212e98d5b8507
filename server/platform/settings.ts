import { sql } from 'kysely';
import { prepared } from './db/prepared.ts';
import { createRecent } from './recent.ts';
import type { z } from 'zod';
import type { Ctx } from './context.ts';
import { actorKey } from './auth/actor.ts';

/** Settings of one module, for each community or for the installation; the schema gives defaults, checks and docs. */
export interface Settings<Value> {
  readonly module: string;
  readonly scope: 'community' | 'installation';
  /** Must accept `{}`: every field has a default. */
  readonly schema: z.ZodType<Value>;
}

const installation = '00000000-0000-0000-0000-000000000000';

/** Declares a module's settings; fails at once when the defaults are incomplete. */
export function defineSettings<Value>(settings: Settings<Value>): Settings<Value> {
  settings.schema.parse({});
  return settings;
}

const recent = createRecent(async (ctx, key) => {
  const [communityId, module] = key.split(' ') as [string, string];
  const { rows } = await sql<{ value: unknown }>`${prepared}
    select value from platform_settings where community_id = ${communityId} and module = ${module}`.execute(ctx.db);
  return rows[0]?.value ?? {};
});

/** The settings of a community for the road of every post: a change in another process is seen up to two seconds later. */
export async function getRecentSettings<Value>(
  ctx: Ctx,
  settings: Settings<Value>,
  communityId: string,
): Promise<Value> {
  return settings.schema.parse(await recent.get(ctx, `${communityId} ${settings.module}`));
}

/** The settings in force. `communityId` is null for settings of the installation. */
export async function getSettings<Value>(
  ctx: Ctx,
  settings: Settings<Value>,
  communityId: string | null,
): Promise<Value> {
  return ctx.memo(`settings:${settings.module}:${communityId}`, async () => {
    const { rows } = await sql<{ value: unknown }>`
      select value from platform_settings
      where community_id = ${communityId ?? installation} and module = ${settings.module}`.execute(ctx.db);
    return settings.schema.parse(rows[0]?.value ?? {});
  });
}

/** Replaces the settings; throws a ZodError when the value does not fit. */
export async function setSettings<Value>(
  ctx: Ctx,
  settings: Settings<Value>,
  change: { communityId: string | null; value: unknown },
): Promise<Value> {
  const value = settings.schema.parse(change.value);
  await sql`
    insert into platform_settings (community_id, module, value, changed_at, changed_by)
    values (${change.communityId ?? installation}, ${settings.module}, ${JSON.stringify(value)}::jsonb, ${ctx.now()},
            ${actorKey(ctx.actor)})
    on conflict (community_id, module) do update
      set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(ctx.db);
  recent.drop(ctx, `${change.communityId ?? installation} ${settings.module}`);
  return value;
}
