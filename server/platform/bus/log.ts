import { sql } from 'kysely';
import { prepared } from '../db/prepared.ts';
import type { Statement } from '../db/transaction.ts';

/** An event that waits for the end of its transaction. */
export interface PendingEvent {
  name: string;
  communityId: string | null;
  payload: unknown;
}

/** The statement that appends events to `platform_events`. */
export function appendEvents(events: readonly PendingEvent[], at: Date): Statement {
  const rows = JSON.stringify(
    events.map((event) => ({ name: event.name, community_id: event.communityId, payload: event.payload })),
  );
  return sql`${prepared}
    insert into platform_events (name, community_id, payload, at)
    select row.name, row.community_id, row.payload, ${at}
    from rows from (jsonb_to_recordset(${rows}::jsonb) as (name text, community_id uuid, payload jsonb))
      with ordinality as row(name, community_id, payload, position)
    order by row.position`;
}
