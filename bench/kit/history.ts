/**
 * A history of messages in a group, written straight into the tables at some ten thousand messages a second, as if it had
 * been said over the last days. Tokens come from the product's own tokeniser, so search and its index are real.
 */
import type { Client } from 'pg';
import { newId } from '../../server/platform/ids.ts';
import { tokensOfMessage, weekOf } from '../../server/messages/tokens.ts';
import { createRandom, createSpeaker } from './texts.ts';

/** What is to be written. */
export interface HistoryPlan {
  communityId: string;
  groupId: string;
  count: number;
  /** Over how many days until now, evenly. */
  days: number;
  seed: number;
  /** Identities that speak; made-up ones when absent (no screen shows them). */
  authorIds?: readonly string[];
}

const batchSize = 2000;

/** Appends the history to a group and moves its sequence. */
export async function fillHistory(database: Client, plan: HistoryPlan): Promise<void> {
  const { communityId, groupId, count, days, seed } = plan;
  const speak = createSpeaker(createRandom(seed));
  const authors = plan.authorIds ?? Array.from({ length: 200 }, () => newId());
  const place = [communityId, groupId];
  const { rows } = await database.query<{ last: string }>(
    `insert into messages_sequences (community_id, group_id, last) values ($1, $2, 0)
     on conflict (community_id, group_id) do update set last = messages_sequences.last returning last`,
    place,
  );
  const first = Number(rows[0]!.last) + 1;
  const end = Date.now();
  const weeks = new Set<number>();
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < count; from += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, count - from) }, (_, offset) => {
      const at = new Date(end - Math.round((1 - (from + offset) / count) * days * 86_400_000));
      const authorId = authors[(from + offset) % authors.length]!;
      const text = speak();
      weeks.add(weekOf(at));
      const tokens = tokensOfMessage(communityId, { groupId, authorId, kind: 'text', text, at });
      return { id: newId(at), seq: first + from + offset, at, authorId, text, tokens: `{${tokens.join(',')}}` };
    });
    // The next batch is made while the database still writes this one.
    await writing;
    writing = insertBatch(database, place, batch);
  }
  await writing;
  await database.query('update messages_sequences set last = $3 where community_id = $1 and group_id = $2', [
    ...place,
    first + count - 1,
  ]);
  await database.query(
    `insert into messages_weeks (community_id, group_id, week) select $1, $2, week from unnest($3::int[]) as week
     on conflict do nothing`,
    [...place, [...weeks]],
  );
}

interface Line {
  id: string;
  seq: number;
  at: Date;
  authorId: string;
  text: string;
  tokens: string;
}

async function insertBatch(database: Client, place: readonly string[], lines: readonly Line[]): Promise<void> {
  const given = JSON.stringify(lines);
  await database.query(
    `with given as (
       select * from json_to_recordset($3::json) as line(id uuid, seq bigint, at timestamptz, "authorId" uuid, text text, tokens text)
     ), findable as (
       insert into messages_search (community_id, at, message_id, group_id, tokens)
       select $1::uuid, at, id, $2::uuid, tokens::bigint[] from given
     )
     insert into messages (community_id, group_id, id, seq, changed_seq, at, received_at, origin, kind, author_id,
       client_id, text)
     select $1::uuid, $2::uuid, id, seq, seq, at, at, 'sample', 'text', "authorId", 'h' || seq, text from given`,
    [...place, given],
  );
}
