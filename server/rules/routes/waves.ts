/** Routes of the team about waves of joins: what stands behind an alarm, and what may be done with one tap. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { waveAnswerKinds } from '../store/wave-answers.ts';
import type { WaveKey } from '../store/waves.ts';
import { startAnswer, stopAnswer } from '../waves/answers.ts';
import { callGuests } from '../waves/over.ts';
import { waveSigns } from '../waves/signs.ts';
import { listWaves, viewWave } from '../waves/view.ts';
import { communityParams, moment } from './shapes.ts';

const waves = '/api/communities/{communityId}/rules/waves';
const base = `${waves}/{waveId}` as const;
const params = communityParams.extend({ waveId: z.uuid() });

const lineShape = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  group: z.string(),
  /** The channel of a link, or whose own invitation it is. */
  entrance: z.object({ channel: z.string().nullable(), inviter: z.string().nullable() }),
  sign: z.enum(waveSigns),
  people: z.int(),
  /** Within so many minutes. */
  minutes: z.int(),
  /** How many have names of one make, and how many the same picture; 0 once it is over, as nobody is remembered then. */
  names: z.int(),
  faces: z.int(),
  startedAt: moment,
  lastAt: moment,
  /** Until then it weighs beside what its people say. */
  until: moment,
  endedAt: moment.nullable(),
  how: z.enum(['time', 'guests']).nullable(),
  approvalUntil: moment.nullable(),
  heldUntil: moment.nullable(),
});

const waveShape = lineShape
  .extend({
    /** How many came through the same entrance before. */
    before: z.object({ days: z.int(), joins: z.int() }),
    /** Of its people: still in the group, have said something, messages that wait for a moderator. */
    here: z.int(),
    spoken: z.int(),
    held: z.int(),
    comers: z.array(
      z.object({
        identityId: z.uuid(),
        personId: z.uuid().nullable(),
        name: z.string(),
        pictureId: z.uuid().nullable(),
        joinedAt: moment,
        isNameAlike: z.boolean(),
        isFaceAlike: z.boolean(),
        isHere: z.boolean(),
        messages: z.int(),
        held: z.int(),
        /** One of their messages was looked at and let through. */
        isCleared: z.boolean(),
      }),
    ),
    answers: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(waveAnswerKinds),
        by: z.string().nullable(),
        at: moment,
        until: moment,
        endedAt: moment.nullable(),
        /** Null = by its time. */
        endedBy: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Wave' });

/** A route that does something about a wave, and answers with how it is then. */
function defineAct(
  what: Pick<Route, 'name' | 'method' | 'summary'> & { path: string },
  run: (ctx: Parameters<typeof viewWave>[0], key: WaveKey) => Promise<void>,
): Route {
  return defineRoute({
    ...what,
    path: `${base}/${what.path}`,
    access: can('rules.moderate'),
    params,
    response: waveShape,
    handle: async (ctx, { params: key }) => {
      await run(ctx, key);
      return viewWave(ctx, key);
    },
  });
}

/** Routes about waves. */
export const waveRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.list_waves',
    method: 'get',
    path: waves,
    summary: 'Waves of joins, newest first: those that count, or those of the last 30 days that are over',
    access: can('rules.read'),
    params: communityParams,
    query: pageQuery.extend({ state: z.enum(['open', 'over']).default('open') }),
    response: pageOf(lineShape),
    handle: (ctx, { params: { communityId }, query }) => listWaves(ctx, communityId, query),
  }),
  defineRoute({
    name: 'rules.read_wave',
    method: 'get',
    path: base,
    summary: 'One wave: who came by which entrance, how alike they are, what is usual there, and what was done',
    access: can('rules.read'),
    params,
    response: waveShape,
    handle: (ctx, { params: key }) => viewWave(ctx, key),
  }),
  defineAct(
    {
      name: 'rules.ask_approval',
      method: 'post',
      path: 'approval',
      summary: 'For an hour, whoever comes through the entrance of the wave waits for approval',
    },
    (ctx, key) => startAnswer(ctx, key, 'approval'),
  ),
  defineAct(
    { name: 'rules.stop_approval', method: 'delete', path: 'approval', summary: 'Ends the approval before its time' },
    (ctx, key) => stopAnswer(ctx, key, 'approval'),
  ),
  defineAct(
    {
      name: 'rules.hold_wave',
      method: 'post',
      path: 'hold',
      summary:
        'What the people of the wave say waits for a moderator, until one of theirs is let through or the wave is over',
    },
    (ctx, key) => startAnswer(ctx, key, 'hold'),
  ),
  defineAct(
    {
      name: 'rules.stop_holding',
      method: 'delete',
      path: 'hold',
      summary: 'Their messages appear at once again; what waits goes on waiting',
    },
    (ctx, key) => stopAnswer(ctx, key, 'hold'),
  ),
  defineAct(
    {
      name: 'rules.call_guests',
      method: 'post',
      path: 'guests',
      summary:
        'They are guests: the wave is over at once and what was done about it too; the entrance raises none for 12 hours',
    },
    callGuests,
  ),
];
