/** Routes of one relation: its story, stages, notes, the next step, appearances. */
import { z } from 'zod';
import { optionalLine, paragraphs, singleLine } from '../../communities/index.ts';
import { listIdentities } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { keepAppearance, readOutcome } from '../appearance.ts';
import { day } from '../fields.ts';
import { addNote, getGuest, moveGuest } from '../guest.ts';
import { setNextStep } from '../next-step.ts';
import { stages, type GuestId } from '../store/guests.ts';
import { appearanceStates, historyKinds, selectAppearances, selectHistory } from '../store/history.ts';
import { base, guestParams, guestShape, moment, showGuest } from './shapes.ts';

/** So much of a story is shown at once; guests come a few times a year. */
const mostHistory = 100;
const mostAppearances = 30;
/** What came of the latest is counted; before that it is history. */
const mostOutcomes = 6;

const figures = z.object({ joins: z.number(), speakers: z.number(), messages: z.number(), questions: z.number() });
const outcome = z.object({
  until: z.string(),
  isOver: z.boolean(),
  counted: figures,
  usual: figures.nullable(),
  windows: z.int(),
});

const appearanceFields = {
  day,
  topic: singleLine(80),
  groupId: z.uuid().nullable().default(null),
  state: z.enum(appearanceStates),
  listeners: z.int().min(0).max(1_000_000).nullable().default(null),
  note: paragraphs(1000).default(''),
};
const appearanceShape = z.object({
  id: z.uuid(),
  day: z.string(),
  topic: z.string(),
  groupId: z.uuid().nullable(),
  state: z.enum(appearanceStates),
  listeners: z.int().nullable(),
  note: z.string(),
});

const read = can('guests.read');
const write = can('guests.write');

/** Routes of a relation. */
export const relationRoutes: readonly Route[] = [
  defineRoute({
    name: 'guests.get_guest',
    method: 'get',
    path: `${base}/{guestId}`,
    summary:
      'One guest with their story, and what happened in the group around each appearance beside what is usual there',
    access: read,
    params: guestParams,
    response: z.object({
      guest: guestShape,
      /** The member that this guest is. */
      member: z.object({ identityId: z.uuid(), name: z.string(), pictureId: z.uuid().nullable() }).nullable(),
      appearances: z.array(appearanceShape.extend({ outcome: outcome.nullable() })),
      history: z.array(
        z.object({
          id: z.uuid(),
          kind: z.enum(historyKinds),
          fromStage: z.enum(stages).nullable(),
          toStage: z.enum(stages).nullable(),
          note: z.string(),
          at: moment,
          byId: z.uuid().nullable(),
        }),
      ),
    }),
    handle: async (ctx, { params }) => {
      const guest = await getGuest(ctx, params);
      return {
        guest: showGuest(guest),
        member: await memberOf(ctx, params.communityId, guest.identityId),
        appearances: await listAppearances(ctx, params),
        history: await selectHistory(ctx, params, mostHistory),
      };
    },
  }),
  defineRoute({
    name: 'guests.move_guest',
    method: 'post',
    path: `${base}/{guestId}/stage`,
    summary: 'Move a relation to another stage; the way there is kept',
    access: write,
    params: guestParams,
    body: z.strictObject({ to: z.enum(stages), note: paragraphs(500).default('') }),
    response: guestShape,
    handle: async (ctx, { params, body: { to, note } }) => showGuest(await moveGuest(ctx, params, { to, words: note })),
  }),
  defineRoute({
    name: 'guests.add_note',
    method: 'post',
    path: `${base}/{guestId}/notes`,
    summary: 'Keep a word about a guest',
    access: write,
    params: guestParams,
    body: z.strictObject({ note: paragraphs(1000).min(1) }),
    status: 201,
    response: z.object({}),
    handle: async (ctx, { params, body }) => {
      await addNote(ctx, params, body.note);
      return {};
    },
  }),
  defineRoute({
    name: 'guests.set_next_step',
    method: 'put',
    path: `${base}/{guestId}/next-step`,
    summary: 'Say what is next with a guest, when and by whom: it becomes a task; null takes it back',
    access: write,
    params: guestParams,
    body: z.strictObject({
      at: z.iso.datetime().nullable(),
      what: optionalLine(80).default(''),
      assigneeId: z.uuid().nullable().default(null),
    }),
    response: guestShape,
    handle: async (ctx, { params, body: { at, ...next } }) =>
      showGuest(await setNextStep(ctx, params, { ...next, at: at === null ? null : new Date(at) })),
  }),
  defineRoute({
    name: 'guests.add_appearance',
    method: 'post',
    path: `${base}/{guestId}/appearances`,
    summary: 'Write down when a guest comes or has come',
    access: write,
    params: guestParams,
    body: z.strictObject(appearanceFields),
    status: 201,
    response: appearanceShape,
    handle: (ctx, { params, body }) => keepAppearance(ctx, { ...params, appearanceId: null }, body),
  }),
  defineRoute({
    name: 'guests.change_appearance',
    method: 'put',
    path: `${base}/{guestId}/appearances/{appearanceId}`,
    summary: 'Say how an appearance went, or that it was called off',
    access: write,
    params: guestParams.extend({ appearanceId: z.uuid() }),
    body: z.strictObject(appearanceFields),
    response: appearanceShape,
    handle: (ctx, { params, body }) => keepAppearance(ctx, params, body),
  }),
];

async function memberOf(ctx: Ctx, communityId: string, identityId: string | null) {
  if (identityId === null) return null;
  const [identity] = await listIdentities(ctx, communityId, [identityId]);
  return identity ? { identityId, name: identity.name, pictureId: identity.pictureId } : null;
}

async function listAppearances(ctx: Ctx, id: GuestId) {
  const all = await selectAppearances(ctx, id, mostAppearances);
  const counted = new Set(
    all
      .flatMap(({ id: one, groupId, state }) => (groupId !== null && state === 'held' ? [one] : []))
      .slice(0, mostOutcomes),
  );
  const shown = [];
  for (const one of all) {
    const { groupId, day: on } = one;
    const isCounted = groupId !== null && counted.has(one.id);
    shown.push({ ...one, outcome: isCounted ? await readOutcome(ctx, id.communityId, { day: on, groupId }) : null });
  }
  return shown;
}
