/**
 * Counters equal a recount from what is recorded, whatever happens in whatever order: posts, repeats, imports, answers, edits, recalls,
 * comings and goings, on two nodes at once. Seeded, so that a failure can be played again.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createApp } from '../app.ts';
import type { Author, IncomingItem } from '../carriers/index.ts';
import { editMessage, recallMessage, receive, send } from '../messages/index.ts';
import { enter, openTalk, openTalkApp, type Talk } from '../messages/testing.ts';
import { getGroup } from '../groups/index.ts';
import { leaveGroup, openMembership } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { silentLog } from '../platform/log.ts';

const app = await openTalkApp();
const second = await createApp({
  config: app.services.config,
  connection: app.databaseUrl,
  log: silentLog,
  clock: app.clock,
  background: false,
});
after(() => second.close());
const nodes: readonly Ctx[] = [app.ctx, second.context({})];

/** Numbers in [0, 1) that repeat for a seed. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** A group with eight people, the last of them a steward, and what they have said so far. */
interface Play {
  talk: Talk;
  dice: () => number;
  authors: Author[];
  /** Ids of recorded messages, and items that may be offered again. */
  said: string[];
  offered: { origin: 'live' | 'import'; items: IncomingItem[] }[];
}

const pick = <Item>(play: Play, list: readonly Item[]): Item => list[Math.floor(play.dice() * list.length)]!;

async function openPlay(seed: number): Promise<Play> {
  const talk = await openTalk(app);
  const authors: Author[] = [];
  for (let at = 0; at < 8; at++) {
    const role = at === 7 ? 'steward' : 'member';
    const name = `邻居${at}`;
    const { identityId } = await enter(talk, name, role);
    authors.push({ identityId, name, pictureId: null, kind: 'member', role });
  }
  return { talk, dice: createDice(seed), authors, said: [], offered: [] };
}

/** Words that resemble nothing said before, so that no gate stops them. */
function words(play: Play): string {
  return Array.from({ length: 12 }, () => String.fromCodePoint(0x4e00 + Math.floor(play.dice() * 5000))).join('');
}

function makeItem(play: Play, origin: 'live' | 'import'): IncomingItem {
  const author = pick(play, play.authors);
  // A history reaches over many days, with moments on both sides of local midnight.
  const back = origin === 'live' ? 0 : Math.floor(play.dice() * 12 * 24) * 3_600_000;
  return {
    sender: { author, mutedUntil: null },
    clientId: origin === 'live' ? newId() : null,
    externalId: origin === 'live' ? null : newId(),
    at: new Date(app.clock.now().getTime() - back),
    kind: 'text',
    text: words(play),
    picture: null,
    replyTo: play.said.length > 0 && play.dice() < 0.3 ? pick(play, play.said) : null,
    mentions: [],
  };
}

async function offer(play: Play, batch: Play['offered'][number]): Promise<void> {
  const { communityId, groupId } = play.talk;
  const results = await receive(pick(play, nodes), { communityId, groupId, carrier: 'web', ...batch });
  for (const result of results) {
    assert.ok(result.ok, JSON.stringify(result));
    if (!result.duplicate) play.said.push(result.message.id);
  }
}

const acts: readonly ((play: Play) => Promise<unknown>)[] = [
  async (play) => {
    const batch = {
      origin: 'live' as const,
      items: Array.from({ length: 1 + Math.floor(play.dice() * 5) }, () => makeItem(play, 'live')),
    };
    play.offered.push(batch);
    await offer(play, batch);
  },
  async (play) => {
    const batch = {
      origin: 'import' as const,
      items: Array.from({ length: 1 + Math.floor(play.dice() * 20) }, () => makeItem(play, 'import')),
    };
    play.offered.push(batch);
    await offer(play, batch);
  },
  // Two nodes are offered the same at once, and something was offered before.
  async (play) => {
    const batch = { origin: 'live' as const, items: [makeItem(play, 'live'), makeItem(play, 'live')] };
    await Promise.all([offer(play, batch), offer(play, batch)]);
  },
  async (play) => {
    if (play.offered.length > 0) await offer(play, pick(play, play.offered));
  },
  async (play) => {
    const { communityId, groupId } = play.talk;
    const sent = await send(pick(play, nodes), {
      communityId,
      groupId,
      clientId: newId(),
      kind: 'text',
      text: words(play),
    });
    assert.ok(sent.ok);
    play.said.push(sent.message.id);
    const group = await getGroup(app.ctx, communityId, groupId);
    if (play.dice() < 0.5)
      await editMessage(app.ctx, { group, messageId: sent.message.id, by: 'team' }, { text: words(play) });
  },
  async (play) => {
    if (play.said.length === 0) return;
    const group = await getGroup(app.ctx, play.talk.communityId, play.talk.groupId);
    await recallMessage(app.ctx, { group, messageId: pick(play, play.said), by: 'team' });
  },
  async (play) => {
    const { communityId, groupId } = play.talk;
    const { identityId } = pick(play, play.authors.slice(0, 3));
    await leaveGroup(app.ctx, { communityId, groupId, identityId });
    const arrival = { communityId, groupId, identityId, source: 'member', linkId: null, code: null, inviterId: null };
    if (play.dice() < 0.7) await inTransaction(app.ctx, (ctx) => openMembership(ctx, arrival));
  },
  async () => app.clock.advance(5 * 3_600_000 + 7000),
];

const zone = 'Asia/Shanghai';

async function recount({ communityId, groupId }: Talk, hosts: readonly string[]) {
  const day = (column: string) => sql`(${sql.ref(column)} at time zone ${zone})::date`;
  const groups = await sql`
    select day, sum(messages)::int as messages, sum(speakers)::int as speakers, sum(host_messages)::int as host_messages,
      sum(joins)::int as joins, sum(leaves)::int as leaves
    from (
      select ${day('at')} as day, count(*) as messages, count(distinct author_id) as speakers,
        count(*) filter (where author_id = any(${hosts}::uuid[])) as host_messages, 0 as joins, 0 as leaves
      from messages where group_id = ${groupId} group by 1
      union all select ${day('joined_at')}, 0, 0, 0, count(*), 0 from people_memberships where group_id = ${groupId} group by 1
      union all select ${day('left_at')}, 0, 0, 0, 0, count(*) from people_memberships
        where group_id = ${groupId} and left_at is not null group by 1
    ) all_days group by 1 order by 1`.execute(app.ctx.db);
  const people = await sql`
    select author_id as identity_id, ${day('at')} as day, count(*)::int as messages,
      (count(*) filter (where reply_to is not null))::int as replies
    from messages where group_id = ${groupId} group by 1, 2 order by 1, 2`.execute(app.ctx.db);
  const seen = await sql`
    select author_id as identity_id, max(${day('at')}) as last_on from messages
    where community_id = ${communityId} group by 1 order by 1`.execute(app.ctx.db);
  const heard = await sql`
    select count(*)::int as heard from messages
    where group_id = ${groupId} and origin = 'live' and operator_id is null`.execute(app.ctx.db);
  return { groups: groups.rows, people: people.rows, seen: seen.rows, heard: heard.rows };
}

async function counted({ communityId, groupId }: Talk) {
  const groups = await sql`
    select day, messages, speakers, host_messages, joins, leaves from groups_days where group_id = ${groupId} order by 1`.execute(
    app.ctx.db,
  );
  const people = await sql`
    select identity_id, day, messages, replies from people_days where group_id = ${groupId} order by 1, 2`.execute(
    app.ctx.db,
  );
  const seen = await sql`
    select identity_id, last_on from people_seen where community_id = ${communityId} order by 1`.execute(app.ctx.db);
  const heard = await sql`select heard::int from desk_groups where group_id = ${groupId}`.execute(app.ctx.db);
  return { groups: groups.rows, people: people.rows, seen: seen.rows, heard: heard.rows };
}

async function officialId({ communityId }: Talk): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people_identities where community_id = ${communityId} and kind = 'official'`.execute(app.ctx.db);
  return rows.map(({ id }) => id);
}

for (const seed of [1, 20_261_119, 77]) {
  test(`after a random life (seed ${seed}) counters equal a recount`, async () => {
    const play = await openPlay(seed);
    for (let step = 0; step < 60; step++) {
      await pick(play, acts)(play);
      // Both nodes deliver at the same time; each message is heard once.
      if (step % 10 === 9) await Promise.all([app.bus.drain(), second.bus.drain()]);
    }
    await Promise.all([app.bus.drain(), second.bus.drain()]);
    assert.ok(play.said.length > 60, `only ${play.said.length} messages`);
    const hosts = [play.authors[7]!.identityId, ...(await officialId(play.talk))];
    assert.deepEqual(await counted(play.talk), await recount(play.talk, hosts));
    const path = `/api/communities/${play.talk.communityId}/today`;
    const today = await app.request('GET', path, { as: play.talk.owner });
    const { groups } = await recount(play.talk, hosts);
    const day = (groups as { day: string; messages: number; speakers: number }[]).find(
      (row) => row.day === today.body.day,
    );
    assert.equal(today.body.totals.today.messages, day?.messages ?? 0);
    assert.equal(today.body.totals.today.speakers, day?.speakers ?? 0);
  });
}

test('the recount sees a counter that is wrong by one', async () => {
  const play = await openPlay(5);
  await acts[0]!(play);
  await app.settle();
  await sql`update groups_days set speakers = speakers + 1 where group_id = ${play.talk.groupId}`.execute(app.ctx.db);
  const hosts = [play.authors[7]!.identityId];
  assert.notDeepEqual((await counted(play.talk)).groups, (await recount(play.talk, hosts)).groups);
});
