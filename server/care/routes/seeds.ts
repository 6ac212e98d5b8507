/** Routes of seed members: what the team asks and gives, and what members answer on their own page. */
import { z } from 'zod';
import { paragraphs, singleLine } from '../../communities/index.ts';
import { currentMembership, listIdentities, memberOfGroup } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { answerSeed, askSeed, endSeed, findMySeed, listSeeds } from '../seeds.ts';
import { seedStates, selectMarked, topicStates } from '../store/seeds.ts';
import { giveTopic, listOwnWords, listTopics, settleMyTopic, takeTopicBack } from '../topics.ts';
import { communityParams, moment } from './shapes.ts';

const base = '/api/communities/{communityId}/care';
const mine = '/api/member/groups/{groupId}/seed';
const groupParams = z.object({ groupId: z.uuid() });
const who = { identityId: z.uuid(), name: z.string(), pictureId: z.uuid().nullable() };
const read = can('care.read');
const lead = can('care.seeds');

const seedShape = z
  .object({
    id: z.uuid(),
    groupId: z.uuid(),
    ...who,
    state: z.enum(seedStates),
    note: z.string(),
    askedAt: moment,
    answeredAt: moment.nullable(),
    endedAt: moment.nullable(),
    open: z.int(),
    late: z.int(),
    done: z.int(),
    skipped: z.int(),
    replies: z.int(),
  })
  .meta({ id: 'Seed' });

const topicFields = {
  id: z.uuid(),
  text: z.string(),
  hint: z.string(),
  dueAt: moment,
  state: z.enum(topicStates),
  settledAt: moment.nullable(),
  note: z.string(),
  replies: z.int().nullable(),
  repliers: z.int().nullable(),
  reactions: z.int().nullable(),
};
const topicShape = z
  .object({ ...topicFields, seedId: z.uuid(), groupId: z.uuid(), messageId: z.uuid().nullable(), ...who })
  .meta({ id: 'SeedTopic' });

async function withNames<Row extends { identityId: string }>(ctx: Ctx, communityId: string, rows: readonly Row[]) {
  const ids = [...new Set(rows.map(({ identityId }) => identityId))];
  const people = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  return rows.map((row) => {
    const person = people.get(row.identityId);
    return { ...row, name: person?.name ?? '', pictureId: person?.pictureId ?? null };
  });
}

const teamRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.list_seeds',
    method: 'get',
    path: `${base}/seeds`,
    summary: 'Seed members of the groups with what came of their topics: those asked or active, or those who were',
    access: read,
    params: communityParams,
    query: pageQuery.extend({ groupId: z.uuid().optional(), current: z.stringbool().default(true) }),
    response: pageOf(seedShape),
    handle: async (ctx, { params: { communityId }, query: { groupId = null, current, ...page } }) => {
      const { items, nextCursor } = await listSeeds(ctx, { communityId, groupId, current }, page);
      return { items: await withNames(ctx, communityId, items), nextCursor };
    },
  }),
  defineRoute({
    name: 'care.ask_seed',
    method: 'post',
    path: `${base}/seeds`,
    summary: 'Ask a member to be a seed of a group; they answer on their own page',
    access: lead,
    params: communityParams,
    body: z.strictObject({ groupId: z.uuid(), identityId: z.uuid(), note: paragraphs(300).default('') }),
    status: 201,
    response: z.object({ id: z.uuid() }),
    handle: async (ctx, { params, body: { note, ...place } }) => ({
      id: await askSeed(ctx, { ...params, ...place }, note),
    }),
  }),
  defineRoute({
    name: 'care.end_seed',
    method: 'post',
    path: `${base}/seeds/{id}/end`,
    summary: 'Thank a seed and end it, or take the question back',
    access: lead,
    params: communityParams.extend({ id: z.uuid() }),
    body: z.strictObject({}),
    handle: (ctx, { params }) => endSeed(ctx, params),
  }),
  defineRoute({
    name: 'care.list_marks',
    method: 'get',
    path: '/api/communities/{communityId}/groups/{groupId}/seeds',
    summary: 'The accounts that carry the mark of a seed in a group',
    access: read,
    params: communityParams.extend({ groupId: z.uuid() }),
    response: z.object({ identityIds: z.array(z.uuid()) }),
    handle: async (ctx, { params }) => ({ identityIds: await selectMarked(ctx, params) }),
  }),
  defineRoute({
    name: 'care.list_topics',
    method: 'get',
    path: `${base}/topics`,
    summary: 'Topics of seeds: open ones by due time, settled ones latest first with who answered',
    access: read,
    params: communityParams,
    query: pageQuery.extend({ groupId: z.uuid().optional(), open: z.stringbool().default(true) }),
    response: pageOf(topicShape),
    handle: async (ctx, { params: { communityId }, query: { groupId = null, open, ...page } }) => {
      const { items, nextCursor } = await listTopics(ctx, { communityId, groupId, seedId: null, open }, page);
      return { items: await withNames(ctx, communityId, items), nextCursor };
    },
  }),
  defineRoute({
    name: 'care.give_topic',
    method: 'post',
    path: `${base}/seeds/{id}/topics`,
    summary: 'Give a seed a topic to open, until when',
    access: lead,
    params: communityParams.extend({ id: z.uuid() }),
    body: z.strictObject({ text: singleLine(80), hint: paragraphs(500).default(''), dueAt: z.iso.datetime() }),
    status: 201,
    response: z.object({ id: z.uuid() }),
    handle: (ctx, { params, body: { dueAt, ...topic } }) =>
      giveTopic(ctx, params, { ...topic, dueAt: new Date(dueAt) }),
  }),
  defineRoute({
    name: 'care.take_topic_back',
    method: 'delete',
    path: `${base}/topics/{id}`,
    summary: 'Take an open topic back',
    access: lead,
    params: communityParams.extend({ id: z.uuid() }),
    handle: (ctx, { params }) => takeTopicBack(ctx, params),
  }),
];

const memberRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.get_my_seed',
    method: 'get',
    path: mine,
    summary: 'What I am asked, or do, as a seed of the group, with my topics and what I have lately said',
    access: memberOfGroup,
    params: groupParams,
    response: z.object({
      seed: z
        .object({
          state: z.enum(['asked', 'active']),
          note: z.string(),
          topics: z.array(z.object(topicFields)),
          said: z.array(z.object({ id: z.uuid(), at: moment, excerpt: z.string() })),
        })
        .nullable(),
    }),
    handle: async (ctx, { params: { groupId } }) => {
      const seed = await findMySeed(ctx, groupId);
      if (!seed) return { seed: null };
      const which = { communityId: seed.communityId, groupId, seedId: seed.id };
      const open = await listTopics(ctx, { ...which, open: true }, { limit: 20 });
      const settled = await listTopics(ctx, { ...which, open: false }, { limit: 10 });
      const said = open.items.length > 0 ? await listOwnWords(ctx, groupId) : [];
      const state = seed.state === 'active' ? ('active' as const) : ('asked' as const);
      return { seed: { state, note: seed.note, topics: [...open.items, ...settled.items], said } };
    },
  }),
  ...(['accept', 'decline', 'leave'] as const).map((how) =>
    defineRoute({
      name: `care.${how}_seed`,
      method: 'post',
      path: `${mine}/${how}`,
      summary: {
        accept: 'Say yes to being a seed: from now on everybody in the group sees the mark',
        decline: 'Say no; nobody is told why, and nobody asks again for 90 days',
        leave: 'Stop being a seed, at once',
      }[how],
      access: memberOfGroup,
      params: groupParams,
      body: z.strictObject({}),
      handle: (ctx, { params: { groupId } }) =>
        answerSeed(ctx, groupId, ({ accept: 'active', decline: 'declined', leave: 'left' } as const)[how]),
    }),
  ),
  defineRoute({
    name: 'care.settle_my_topic',
    method: 'post',
    path: `${mine}/topics/{topicId}`,
    summary: 'Say that a topic is done, at best with the message that opened it, or skip it',
    access: memberOfGroup,
    params: groupParams.extend({ topicId: z.uuid() }),
    body: z.strictObject({
      how: z.enum(['done', 'skipped']),
      messageId: z.uuid().nullable().default(null),
      note: paragraphs(200).default(''),
    }),
    handle: (ctx, { params, body: { how, ...rest } }) => settleMyTopic(ctx, params, { state: how, ...rest }),
  }),
  defineRoute({
    name: 'care.list_seeds_here',
    method: 'get',
    path: '/api/member/groups/{groupId}/seeds',
    summary: 'Who carries the mark of a seed in the group, for everybody in it',
    access: memberOfGroup,
    params: groupParams,
    response: z.object({ identityIds: z.array(z.uuid()) }),
    handle: async (ctx, { params: { groupId } }) => ({
      identityIds: await selectMarked(ctx, await currentMembership(ctx, groupId)),
    }),
  }),
];

/** Routes of seeds. */
export const seedRoutes: readonly Route[] = [...teamRoutes, ...memberRoutes];
