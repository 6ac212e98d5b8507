import { sql } from 'kysely';
import { prepared } from '../db/prepared.ts';
import type { Db } from '../db/database.ts';

/** An event that waits for the end of its transaction. */
export interface PendingEvent {
  name: string;
  communityId: string | null;
  payload: unknown;
}

/** Appends events to `platform_events` in one statement. */
export async function appendEvents(db: Db, events: readonly PendingEvent[], at: Date): Promise<void> {
  const rows = JSON.stringify(
    events.map((event) => ({ name: event.name, community_id: event.communityId, payload: event.payload })),
  );
  await sql`${prepared}
    insert into platform_events (name, community_id, payload, at)
    select row.name, row.community_id, row.payload, ${at}
    from rows from (jsonb_to_recordset(${rows}::jsonb) as (name text, community_id uuid, payload jsonb))
      with ordinality as row(name, community_id, payload, position)
    order by row.position`.execute(db);
}
