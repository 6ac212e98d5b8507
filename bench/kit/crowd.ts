/**
 * A community of many groups and people with their counters, written straight into the tables: who is in which group, who spoke on which
 * day, questions, tasks. The days of groups are summed from the days of people, so the numbers agree as in life.
 */
import type { Client } from 'pg';

/** How much is to be written. */
export interface CrowdPlan {
  communityId: string;
  people: number;
  /** Rows of people's days, about. */
  counters: number;
}

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈';
const given = '子涵欣怡梓轩浩宇晨曦雨桐思远佳琪明杰婷芳建国秀英志强小红丽华军伟敏静磊洋艳勇娟涛霞平刚桂兰';

/** Four of five people speak; a fifth of these has been quiet for a month. */
const speaking = 0.8;

/** Writes the people of a community and what they did over the last hundred days. */
export async function fillCrowd(database: Client, { communityId, people, counters }: CrowdPlan): Promise<void> {
  const run = (text: string, values: unknown[] = []) => database.query(text, values);
  await run(`set maintenance_work_mem = '512MB'`);
  await run(`create temp table rooms as
    select id, row_number() over (order by id)::int - 1 as room_n from groups_groups where community_id = '${communityId}'`);
  await run(
    `create temp table crowd as
     select n, gen_random_uuid() as person, gen_random_uuid() as identity,
       substr($1, 1 + (n * 7 + n / 50) % length($1), 1) || substr($2, 1 + (n * 13) % length($2), 1)
         || case when n % 3 = 0 then '' else substr($2, 1 + (n / 7) % length($2), 1) end as name,
       rooms.id as room, room_n, now() - make_interval(mins => (n % 140000)) as joined
     from generate_series(1, $3::int) as n join rooms on room_n = (n * 31) % (select count(*) from rooms)`,
    [surnames, given, people],
  );
  await run(`insert into people_persons (community_id, id, created_at) select $1, person, joined from crowd`, [
    communityId,
  ]);
  await run(
    `insert into people_identities (community_id, id, person_id, carrier, external_id, name, name_key, kind, created_at)
     select $1, identity, person, 'web', identity::text, name, name, 'member', joined from crowd`,
    [communityId],
  );
  await run(
    `insert into people_memberships (community_id, id, group_id, identity_id, role, source, joined_at, left_at, left_how)
     select $1, gen_random_uuid(), room, identity, case when n % 400 < 2 then 'steward' else 'member' end,
       (array['门店海报','朋友圈','member','roster'])[1 + n % 4], joined,
       case when n % 11 = 0 then joined + interval '1 day' end, case when n % 11 = 0 then 'left' end from crowd`,
    [communityId],
  );
  await fillDays(database, communityId, Math.max(1, Math.round(counters / (people * speaking))));
  await run(
    `update groups_groups g set members = m.members from
       (select group_id, count(*)::int as members from people_memberships where left_at is null group by 1) m
     where g.id = m.group_id`,
  );
  await fillDesk(database, communityId);
}

/** So many days of each speaker, at most one in three of the last hundred. */
async function fillDays(database: Client, communityId: string, daysEach: number): Promise<void> {
  await database.query('drop index people_days_by_identity');
  await database.query(
    `insert into people_days (community_id, group_id, identity_id, day, messages, pictures, replies, reactions)
     select $1, room, identity, current_date - ((n * 17) % 5 + k * 3 + case when n % 25 < 5 then 40 else 0 end)::int,
       1 + (n + k) % 9, 0, (n + k) % 3, (n * k) % 4
     from crowd, generate_series(0, $2::int - 1) as k where n % 5 <> 4`,
    [communityId, daysEach],
  );
  await database.query('create index people_days_by_identity on people_days (community_id, identity_id, day)');
  await database.query(
    `insert into groups_days (community_id, group_id, day, messages, speakers, host_messages, joins, leaves, check_ins)
     select community_id, group_id, day, sum(messages), count(*), sum(messages) / 10, count(*) % 5, count(*) % 3, count(*) % 7
     from people_days group by 1, 2, 3`,
  );
  await database.query(
    `insert into people_seen (community_id, identity_id, last_on)
     select community_id, identity_id, max(day) from people_days group by 1, 2`,
  );
}

/** Lines of the inbox, questions, tasks, cases: as many as a team with so many groups has. */
async function fillDesk(database: Client, communityId: string): Promise<void> {
  await database.query(
    `insert into desk_groups (community_id, group_id, heard, last_message_id, last_at, last_author_id, last_kind, last_excerpt)
     select distinct on (room) $1::uuid, room, 900, gen_random_uuid(), now() - make_interval(mins => room_n), identity, 'text', '今晚吃什么'
     from crowd`,
    [communityId],
  );
  await database.query(
    `insert into desk_questions (community_id, id, group_id, message_id, asked_by, at, excerpt, due_at, state, answered_how,
       answered_by, answered_message_id, answered_at, settled_at, settled_by)
     select $1, gen_random_uuid(), room, gen_random_uuid(), identity, asked, '砂锅第一次开锅要不要先煮米汤？', asked + interval '30 minutes',
       case when is_open then 'open' else 'answered' end, case when not is_open then 'reply' end,
       case when not is_open then identity end, case when not is_open then gen_random_uuid() end,
       case when not is_open then asked + interval '9 minutes' end, case when not is_open then asked + interval '9 minutes' end,
       case when not is_open then 'system:desk' end
     from (select *, n <= 400 as is_open, now() - make_interval(mins => n % 30000) as asked from crowd where n <= 50000) c`,
    [communityId],
  );
  await database.query(
    `insert into team_tasks (community_id, id, group_id, kind, title, due_at, state, created_at, created_by, settled_at)
     select $1, gen_random_uuid(), room, 'team.todo', '给新人发欢迎', now() + make_interval(mins => n % 3000 - 1000),
       case when n <= 300 then 'open' else 'done' end, now(), 'system:bench', case when n > 300 then now() end
     from crowd where n <= 20000`,
    [communityId],
  );
}

/** Which of so many messages one connection writes. */
export interface Slice {
  /** All messages, spread over the last hundred days. */
  total: number;
  from: number;
  to: number;
}

/**
 * Appends messages to all groups; nobody searches them, so they have no tokens. Oldest first, as they would have come: in any other
 * order each row would land in another page of the indexes, and the disk would be the measure of all.
 */
export async function fillMessages(database: Client, communityId: string, slice: Slice): Promise<void> {
  const { total, to } = slice;
  await database.query(`create temp table if not exists rooms as
    select id, row_number() over (order by id)::int - 1 as room_n from groups_groups where community_id = '${communityId}'`);
  for (let from = slice.from; from < to; from += 1_000_000) {
    await database.query(
      `insert into messages (community_id, group_id, id, seq, changed_seq, at, received_at, origin, kind, author_id, text)
       select $1, rooms.id, uuidv7(-ago), s, s, now() - ago, now() - ago, 'sample', 'text', rooms.id, '今天打卡第' || s || '天'
       from (select s, make_interval(secs => 8640000.0 * ($4::bigint - s) / $4::bigint) as ago
             from generate_series($2::bigint + 1, $3::bigint) as s) spoken
       join rooms on room_n = s % (select count(*) from rooms)`,
      [communityId, from, Math.min(from + 1_000_000, to), total],
    );
  }
}
