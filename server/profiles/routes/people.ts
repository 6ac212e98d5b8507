/** Routes of one person's profile: tags and fields, private values, notes. */
import { z } from 'zod';
import { paragraphs } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { changeNote, getProfile, listNotes, readPrivate, setField, setNoteDeleted, writeNote } from '../profile.ts';
import { fieldShape } from './fields.ts';
import { base, communityParams, moment } from './shapes.ts';

const personParams = communityParams.extend({ personId: z.uuid() });
const noteParams = personParams.extend({ noteId: z.uuid() });
const person = `${base}/people/{personId}`;
const value = z.union([z.string().max(400), z.number()]).nullable();

const noteShape = z.object({
  id: z.uuid(),
  text: z.string(),
  writtenAt: moment,
  writtenBy: z.string(),
  changedAt: moment.nullable(),
});

const profileRoutes: readonly Route[] = [
  defineRoute({
    name: 'profiles.get_profile',
    method: 'get',
    path: `${person}/profile`,
    summary: 'Tags and fields of a person; private values are masked',
    access: can('profiles.read'),
    params: personParams,
    response: z.object({
      tags: z.array(
        z.object({
          tagId: z.uuid(),
          name: z.string(),
          givenAt: moment,
          givenBy: z.string(),
          expiresOn: z.string().nullable(),
          byRule: z.boolean(),
        }),
      ),
      fields: z.array(fieldShape.extend({ value, masked: z.boolean() })),
    }),
    handle: (ctx, { params }) => getProfile(ctx, params),
  }),
  defineRoute({
    name: 'profiles.read_private',
    method: 'post',
    path: `${person}/profile/private`,
    summary: 'Private values of a person; the audit log keeps who looked',
    access: can('people.private'),
    params: personParams,
    body: z.strictObject({}),
    response: z.object({ fields: z.array(z.object({ id: z.uuid(), value })) }),
    handle: (ctx, { params }) => readPrivate(ctx, params),
  }),
  defineRoute({
    name: 'profiles.set_field',
    method: 'put',
    path: `${person}/fields/{fieldId}`,
    summary: 'Say something of a person in a field; null takes it away',
    access: can('profiles.manage'),
    params: personParams.extend({ fieldId: z.uuid() }),
    body: z.strictObject({ value }),
    handle: (ctx, { params, body }) => setField(ctx, params, { fieldId: params.fieldId, value: body.value }),
  }),
];

const noteRoutes: readonly Route[] = [
  defineRoute({
    name: 'profiles.list_notes',
    method: 'get',
    path: `${person}/notes`,
    summary: 'What the team has noted on a person, newest first; the audit log keeps who looked',
    access: can('people.private'),
    params: personParams,
    response: z.object({ items: z.array(noteShape) }),
    handle: async (ctx, { params }) => ({ items: await listNotes(ctx, params) }),
  }),
  defineRoute({
    name: 'profiles.write_note',
    method: 'post',
    path: `${person}/notes`,
    summary: 'Note something on a person, for the team',
    access: can('people.private'),
    params: personParams,
    body: z.strictObject({ text: paragraphs(1000).min(1) }),
    response: noteShape,
    status: 201,
    handle: (ctx, { params, body }) => writeNote(ctx, params, body.text),
  }),
  defineRoute({
    name: 'profiles.change_note',
    method: 'patch',
    path: `${person}/notes/{noteId}`,
    summary: 'Change a note',
    access: can('people.private'),
    params: noteParams,
    body: z.strictObject({ text: paragraphs(1000).min(1) }),
    response: noteShape,
    handle: (ctx, { params, body }) => changeNote(ctx, params, { id: params.noteId, text: body.text }),
  }),
  defineRoute({
    name: 'profiles.delete_note',
    method: 'delete',
    path: `${person}/notes/{noteId}`,
    summary: 'Put a note away',
    access: can('people.private'),
    params: noteParams,
    handle: (ctx, { params }) => setNoteDeleted(ctx, params, params.noteId, true),
  }),
  defineRoute({
    name: 'profiles.restore_note',
    method: 'post',
    path: `${person}/notes/{noteId}/restore`,
    summary: 'Bring a note back',
    access: can('people.private'),
    params: noteParams,
    body: z.strictObject({}),
    handle: (ctx, { params }) => setNoteDeleted(ctx, params, params.noteId, false),
  }),
];

/** Routes of one person's profile. */
export const personRoutes: readonly Route[] = [...profileRoutes, ...noteRoutes];
