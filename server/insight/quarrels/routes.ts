/** Routes of the team about quarrels: what stands behind an alarm, what may be done with one tap, and how often such alarms were right. */
import { z } from 'zod';
import { paragraphs } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { inTransaction } from '../../platform/context.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { changeQuarrelSettings, quarrelSettingsShape } from '../settings.ts';
import { askPrivateTalk, callNoQuarrel, resetLessons, sendNote, slowDown, stopSlowing } from './answers.ts';
import { answerKinds } from './store.ts';
import { tones, viewQuarrel, viewRecord } from './view.ts';

const community = '/api/communities/{communityId}';
const base = `${community}/alarms/{alarmId}/quarrel`;
const params = z.object({ communityId: z.uuid(), alarmId: z.uuid() });

const quarrelShape = z
  .object({
    alarmId: z.string(),
    groupId: z.string(),
    startedAt: z.string(),
    lastAt: z.string(),
    angry: z.int(),
    count: z.int(),
    isReal: z.boolean().nullable(),
    people: z.array(
      z.object({ identityId: z.string(), name: z.string(), pictureId: z.string().nullable(), draft: z.string() }),
    ),
    messages: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        identityId: z.string(),
        name: z.string(),
        excerpt: z.string(),
        isRecalled: z.boolean(),
        isAngry: z.boolean(),
      }),
    ),
    behind: z.string(),
    slowMode: z.object({ seconds: z.int(), formerSeconds: z.int(), until: z.string() }).nullable(),
    slowOffer: z.object({ seconds: z.int(), minutes: z.int() }),
    answers: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(answerKinds),
        at: z.string(),
        by: z.string().nullable(),
        about: z.string().nullable(),
        endedAt: z.string().nullable(),
        endedBy: z.string().nullable(),
      }),
    ),
    notes: z.array(z.object({ tone: z.enum(tones), text: z.string() })),
    lessons: z.int(),
  })
  .meta({ id: 'Quarrel' });

const doneShape = z.object({ ok: z.literal(true) });
const done = { ok: true } as const;

/** Routes about quarrels. */
export const quarrelRoutes: readonly Route[] = [
  defineRoute({
    name: 'insight.read_quarrel',
    method: 'get',
    path: base,
    summary: 'What stands behind an alarm about a quarrel: the two, the words, what was done, and suggestions',
    access: can('insight.read'),
    params,
    response: quarrelShape,
    handle: (ctx, { params: key }) => viewQuarrel(ctx, key),
  }),
  defineRoute({
    name: 'insight.slow_down',
    method: 'post',
    path: `${base}/slow-mode`,
    summary: 'Slows the group down for a while; what was set before comes back by itself',
    access: can('carriers.act'),
    params,
    response: quarrelShape,
    handle: async (ctx, { params: key }) => {
      await slowDown(ctx, key);
      return viewQuarrel(ctx, key);
    },
  }),
  defineRoute({
    name: 'insight.undo_slow_mode',
    method: 'delete',
    path: `${base}/slow-mode`,
    summary: 'Ends the slow mode before its time',
    access: can('carriers.act'),
    params,
    response: quarrelShape,
    handle: async (ctx, { params: key }) => {
      await stopSlowing(ctx, key);
      return viewQuarrel(ctx, key);
    },
  }),
  defineRoute({
    name: 'insight.send_note',
    method: 'post',
    path: `${base}/note`,
    summary: 'Says a calming word in the group with the official voice',
    access: can('messages.send'),
    params,
    body: z.strictObject({ text: paragraphs(1000).min(1) }),
    response: z.object({ messageId: z.string(), taskId: z.string().nullable() }),
    handle: async (ctx, { params: key, body }) => {
      const { message, taskId } = await sendNote(ctx, key, body.text);
      return { messageId: message.id, taskId };
    },
  }),
  defineRoute({
    name: 'insight.ask_private_talk',
    method: 'post',
    path: `${base}/private-talk`,
    summary: 'Makes a task for whoever asks: talk with one of the two, with a draft of the first words',
    access: can('carriers.act'),
    params,
    body: z.strictObject({ identityId: z.uuid(), text: paragraphs(1000).min(1) }),
    response: z.object({ taskId: z.string() }),
    handle: async (ctx, { params: key, body }) => ({ taskId: await askPrivateTalk(ctx, key, body) }),
  }),
  defineRoute({
    name: 'insight.call_no_quarrel',
    method: 'post',
    path: `${base}/no-quarrel`,
    summary: 'It was none: settles the alarm and lifts the threshold of the group a little',
    access: can('carriers.act'),
    params,
    response: doneShape,
    handle: async (ctx, { params: key }) => {
      await callNoQuarrel(ctx, key);
      return done;
    },
  }),
  defineRoute({
    name: 'insight.read_quarrels',
    method: 'get',
    path: `${community}/quarrels`,
    summary: 'How often the latest alarms about quarrels were right, the settings, and what groups were taught',
    access: can('insight.read'),
    params: z.object({ communityId: z.uuid() }),
    response: z.object({
      alarms: z.int(),
      real: z.int(),
      none: z.int(),
      unsaid: z.int(),
      settings: quarrelSettingsShape,
      taught: z.array(z.object({ groupId: z.string(), group: z.string(), lessons: z.int() })),
    }),
    handle: (ctx, { params: { communityId } }) => viewRecord(ctx, communityId),
  }),
  defineRoute({
    name: 'insight.change_quarrel_settings',
    method: 'put',
    path: `${community}/quarrels/settings`,
    summary: 'How many alarms about quarrels a group may raise in a week, and what slowing down means',
    access: can('rules.manage'),
    params: z.object({ communityId: z.uuid() }),
    body: quarrelSettingsShape,
    response: quarrelSettingsShape,
    handle: (ctx, { params: { communityId }, body }) =>
      inTransaction(ctx, (inner) => changeQuarrelSettings(inner, communityId, body)),
  }),
  defineRoute({
    name: 'insight.reset_lessons',
    method: 'delete',
    path: `${community}/groups/{groupId}/quarrel-lessons`,
    summary: 'Forgets what "no quarrel" has taught about a group',
    access: can('carriers.act'),
    params: z.object({ communityId: z.uuid(), groupId: z.uuid() }),
    response: doneShape,
    handle: async (ctx, { params: place }) => {
      await resetLessons(ctx, place);
      return done;
    },
  }),
];
