/** What the benchmark of segments adds to a crowd: further stays, points, tags, fields, check-ins; and the twenty segments it asks for. */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Definition } from '../../server/profiles/index.ts';

/** What was made. */
export interface ProfileIds {
  tagIds: string[];
  fieldIds: { number: string; choice: string; date: string; text: string };
  inviterId: string;
  personId: string;
  personIds: string[];
}

/** One segment of the benchmark. */
export interface GivenSegment {
  name: string;
  definition: Definition;
  /** Somebody must be found. */
  isFound?: boolean;
}

/** Adds to a crowd that `fillCrowd` has written on the same connection. */
export async function fillProfiles(
  database: Client,
  { communityId, groupIds, stays }: { communityId: string; groupIds: readonly string[]; stays: number },
): Promise<void> {
  const run = (text: string, values: unknown[] = []) => database.query(text, values);
  await run(
    `insert into people_memberships (community_id, id, group_id, identity_id, role, source, joined_at, inviter_id)
     select $1, gen_random_uuid(), rooms.id, identity, case when (n + k) % 200 = 0 then 'steward' else 'member' end,
       (array['门店海报','朋友圈','member','roster'])[1 + (n + k) % 4], joined + make_interval(hours => k), boss
     from crowd cross join generate_series(1, $2::int - 1) as k
     join rooms on rooms.room_n = (n * 31 + k * 7) % $3::int
     left join (select n as boss_n, identity as boss from crowd where n <= 500) bosses on k = 1 and boss_n = 1 + n % 500
     on conflict do nothing`,
    [communityId, stays, groupIds.length],
  );
  await run(
    `insert into ledger_accounts (community_id, id, owner_kind, owner_id, unit, balance, created_at)
     select $1, gen_random_uuid(), 'identity', identity, 'points', (n * 37) % 2000, now() from crowd where n % 3 <> 0`,
    [communityId],
  );
  await fillGiven(run, communityId);
  await run('insert into profiles_stale select community_id, id from people_identities where person_id is not null');
  await run('analyze');
}

/** What was made, read back: the database may have been filled long ago. */
export async function findProfileIds(database: Client): Promise<ProfileIds> {
  const ids = async (text: string) => (await database.query<{ id: string }>(text)).rows.map(({ id }) => id);
  const tagIds = await ids('select id from profiles_tags order by number');
  const [number, choice, date, text] = (await ids('select id from profiles_fields order by position')) as [
    string,
    string,
    string,
    string,
  ];
  const [inviterId] = (await ids(
    'select inviter_id as id from people_memberships where inviter_id is not null order by 1 limit 1',
  )) as [string];
  const personIds = await ids(
    `select person_id as id from profiles_taggings g join people_identities i on i.id = g.identity_id
     group by 1 order by count(*) desc, 1 limit 50`,
  );
  return { tagIds, fieldIds: { number, choice, date, text }, inviterId, personId: personIds[0]!, personIds };
}

async function fillGiven(
  run: (text: string, values?: unknown[]) => Promise<unknown>,
  communityId: string,
): Promise<void> {
  const tagIds = Array.from({ length: 30 }, () => randomUUID());
  const fieldIds = { number: randomUUID(), choice: randomUUID(), date: randomUUID(), text: randomUUID() };
  for (const [at, id] of tagIds.entries())
    await run(
      `insert into profiles_tags (community_id, id, number, name, created_at, created_by)
       values ($1, $2, $3, $4, now(), 'bench')`,
      [communityId, id, at + 1, `标签${at + 1}`],
    );
  await run(
    `insert into profiles_taggings (community_id, identity_id, tag_id, given_at, given_by)
     select $1, identity, ($2::uuid[])[1 + (n * k) % 30], now(), 'bench' from crowd cross join generate_series(1, 3) as k
     where n % 4 <> 0 on conflict do nothing`,
    [communityId, tagIds],
  );
  let place = 0;
  for (const [kind, id] of Object.entries(fieldIds)) {
    const choices = kind === 'choice' ? [1, 2, 3].map((number) => ({ number, name: `选项${number}` })) : [];
    await run(
      `insert into profiles_fields (community_id, id, name, kind, options, private, position, created_at)
       values ($1, $2, $3, $4, $5, false, $6, now())`,
      [communityId, id, `字段${kind}`, kind, JSON.stringify(choices), ++place],
    );
    await run(`insert into profiles_columns (community_id, fact, place) values ($1, $2, $3)`, [
      communityId,
      `field.${id}`,
      place,
    ]);
    const value = { number: 'n % 60', choice: '1 + n % 3', date: '10000 + n % 9000', text: 'null' }[kind]!;
    await run(
      `insert into profiles_values (community_id, identity_id, field_id, num, text, set_at, set_by)
       select $1, identity, $2, ${value}, ${kind === 'text' ? `'口味' || n % 200` : 'null'}, now(), 'bench' from crowd where n % 2 = 0`,
      [communityId, id],
    );
  }
}

/** Twenty segments: three with windows of behaviour, one with a role, sets from indexes, and what teams ask all the time. */
export function givenSegments(ids: ProfileIds, groupIds: readonly string[]): GivenSegment[] {
  const one = (fact: string, op: string, more: object = {}) => ({ fact, op, not: false, ...more });
  const all = (name: string, ...items: object[]): GivenSegment => ({
    name,
    definition: { join: 'all', items } as Definition,
  });
  const any = (...items: object[]) => ({ join: 'any', items });
  const spoke = (days: number, number: number) => one('people.messages', 'at_least', { days, number });
  const tag = (...at: number[]) => one('profiles.tags', 'one_of', { options: at.map((index) => ids.tagIds[index]) });
  const field = (kind: keyof ProfileIds['fieldIds'], op: string, more: object = {}) =>
    one(`field.${ids.fieldIds[kind]}`, op, more);
  const group = (op: string, ...at: number[]) =>
    one('people.in_group', op, { options: at.map((index) => groupIds[index]) });
  const not = (item: object) => ({ ...item, not: true });
  return [
    all('spoke 3 times in 28 days', spoke(28, 3)),
    all(
      'window: active in 7, rich',
      spoke(7, 1),
      one('people.active_days', 'at_least', { days: 28, number: 2 }),
      one('ledger.points', 'at_least', { number: 500 }),
    ),
    all('window: was loud, is quiet', spoke(90, 10), not(spoke(7, 1))),
    all('a role', one('people.role', 'one_of', { options: ['steward', 'admin', 'owner'] })),
    all('steward in a group', { ...group('in_now', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), roles: ['steward'] }),
    all('in a group now', group('in_now', 17)),
    all('ever in ten groups', group('in_ever', 20, 21, 22, 23, 24, 25, 26, 27, 28, 29)),
    all('not in a hundred groups', not(group('in_now', ...Array.from({ length: 100 }, (_, at) => at)))),
    all('one tag', tag(3)),
    all('two of three tags, or points', any(tag(1, 2), one('ledger.points', 'at_least', { number: 1500 }))),
    all('no tag, joined lately', not(one('profiles.tags', 'known')), one('people.joined', 'within', { number: 30 })),
    all('last spoke long ago', one('people.last_spoke', 'before', { number: 30 })),
    all(
      'never spoke, in three groups',
      not(one('people.last_spoke', 'known')),
      one('people.groups', 'at_least', { number: 3 }),
    ),
    all('a channel', one('people.source', 'one_of', { options: ['朋友圈'] })),
    all('brought by somebody', one('people.inviter', 'one_of', { options: [ids.inviterId] })),
    all('name contains', one('people.name', 'contains', { text: '小' })),
    all(
      'own number and choice',
      field('number', 'between', { number: 3, to: 12 }),
      field('choice', 'one_of', { options: ['2'] }),
    ),
    all(
      'own text or date',
      any(
        field('text', 'contains', { text: '口味17' }),
        field('date', 'dates', { from: '1997-05-19', until: '1998-05-19' }),
      ),
    ),
    all('group or tag or window', any(group('in_now', 40, 41, 42), tag(9), spoke(28, 8))),
    all(
      'eight conditions',
      spoke(90, 1),
      one('people.groups', 'at_least', { number: 1 }),
      not(tag(5)),
      one('ledger.points', 'at_most', { number: 1800 }),
      one('people.joined', 'within', { number: 90 }),
      not(group('in_now', 50)),
      any(tag(1), tag(2), spoke(28, 2)),
      one('rules.trust', 'one_of', { options: ['new', 'member'] }),
    ),
  ];
}
