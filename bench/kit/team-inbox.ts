/** What stands in a team's inbox: groups with days of talk, and questions in it that wait for an answer or have had one. */
import type { Client } from 'pg';
import { fillHistory } from './history.ts';

/** Which groups, and how much each of them says on a day. */
interface Groups {
  communityId: string;
  groupIds: readonly string[];
  daily: number;
}

/** Writes so many days of talk; the people are those who have joined. */
export async function fillTalk(database: Client, plan: Groups & { days: number }): Promise<void> {
  const { communityId, groupIds, daily, days } = plan;
  for (const [seed, groupId] of groupIds.entries()) {
    const { rows } = await database.query<{ id: string }>(
      'select identity_id as id from people_memberships where community_id = $1 and group_id = $2',
      [communityId, groupId],
    );
    const authorIds = rows.map(({ id }) => id);
    await fillHistory(database, { communityId, groupId, count: daily * days, days, seed, authorIds });
  }
}

/** Writes lines of the inbox and so many questions over all groups, instead of those before; all of the last two days. */
export async function fillQuestions(database: Client, plan: Groups & { open: number; settled: number }): Promise<void> {
  const { communityId, groupIds, daily, open, settled } = plan;
  const run = (text: string) => database.query(text, [communityId]);
  for (const table of ['desk_answers', 'desk_questions', 'desk_mentions'])
    await run(`delete from ${table} where community_id = $1`);
  await run(
    `insert into desk_groups (community_id, group_id, heard, last_message_id, last_at, last_author_id, last_kind, last_excerpt)
     select $1, s.group_id, s.last, m.id, m.at, m.author_id, 'text', left(m.text, 60)
     from messages_sequences s join messages m on m.community_id = s.community_id and m.group_id = s.group_id and m.seq = s.last
     where s.community_id = $1
     on conflict (community_id, group_id) do update set heard = excluded.heard, last_message_id = excluded.last_message_id,
       last_at = excluded.last_at, last_author_id = excluded.last_author_id, last_excerpt = excluded.last_excerpt`,
  );
  // Every so manieth message of the last two days, the same share of the groups' talk however long it is.
  const picked = (count: number, shift: number) => `
    (select m.*, row_number() over (order by m.id)::int as n
     from messages_sequences s, generate_series(1, ${Math.ceil(count / groupIds.length)}) as k, messages m
     where s.community_id = $1 and m.community_id = $1 and m.group_id = s.group_id
       and m.seq = s.last - ${shift} - k * ${Math.floor((2 * daily - 100) / Math.ceil(count / groupIds.length))} limit ${count}) m`;
  await run(
    `insert into desk_questions (community_id, id, group_id, message_id, asked_by, at, excerpt, due_at, state)
     select $1, gen_random_uuid(), group_id, id, author_id, at, left(text, 60), at + make_interval(mins => 30 * (1 + n % 120)), 'open'
     from ${picked(open, 3)}`,
  );
  await run(
    `insert into desk_questions (community_id, id, group_id, message_id, asked_by, at, excerpt, due_at, state, answered_how,
       answered_by, answered_message_id, answered_at, settled_at, settled_by)
     select $1, gen_random_uuid(), group_id, id, author_id, at, left(text, 60), at + interval '30 minutes', 'answered', 'reply',
       author_id, id, at + interval '9 minutes', at + interval '9 minutes', 'system:desk'
     from ${picked(settled, 20)}`,
  );
  await run(
    `insert into desk_mentions (community_id, group_id, message_id, author_id, heard, at)
     select $1, group_id, id, author_id, seq, at from ${picked(open, 7)}`,
  );
}
