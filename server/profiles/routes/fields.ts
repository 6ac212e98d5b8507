/** Routes of own fields: what a community wants to know of its people. */
import { z } from 'zod';
import { singleLine } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { changeField, createField, fieldKinds, listFields, setFieldDeleted } from '../field.ts';
import { base, communityParams } from './shapes.ts';

const fieldParams = communityParams.extend({ fieldId: z.uuid() });
const mostOptions = 50;

/** A field as it is shown. */
export const fieldShape = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(fieldKinds),
  options: z.array(z.object({ number: z.int(), name: z.string() })),
  private: z.boolean(),
});

/** Routes of own fields. */
export const fieldRoutes: readonly Route[] = [
  defineRoute({
    name: 'profiles.list_fields',
    method: 'get',
    path: `${base}/person-fields`,
    summary: 'The fields that a community has defined for its people',
    access: can('profiles.read'),
    params: communityParams,
    response: z.object({ items: z.array(fieldShape) }),
    handle: async (ctx, { params }) => ({ items: await listFields(ctx, params.communityId) }),
  }),
  defineRoute({
    name: 'profiles.create_field',
    method: 'post',
    path: `${base}/person-fields`,
    summary: 'Define a field: text, number, date, or a choice of options',
    access: can('profiles.define'),
    params: communityParams,
    body: z.strictObject({
      name: singleLine(20),
      kind: z.enum(fieldKinds),
      private: z.boolean().default(false),
      options: z.array(singleLine(30)).max(mostOptions).optional(),
    }),
    response: fieldShape,
    status: 201,
    handle: (ctx, { params, body }) => createField(ctx, params.communityId, body),
  }),
  defineRoute({
    name: 'profiles.change_field',
    method: 'patch',
    path: `${base}/person-fields/{fieldId}`,
    summary: 'Change name, privacy or options of a field; options keep their number',
    access: can('profiles.define'),
    params: fieldParams,
    body: z.strictObject({
      name: singleLine(20).optional(),
      private: z.boolean().optional(),
      options: z
        .array(z.strictObject({ number: z.int().min(1).optional(), name: singleLine(30) }))
        .max(mostOptions)
        .optional(),
    }),
    response: fieldShape,
    handle: (ctx, { params, body }) => changeField(ctx, params.communityId, params.fieldId, body),
  }),
  defineRoute({
    name: 'profiles.delete_field',
    method: 'delete',
    path: `${base}/person-fields/{fieldId}`,
    summary: 'Take a field out of use; its values come back with it',
    access: can('profiles.define'),
    params: fieldParams,
    handle: (ctx, { params }) => setFieldDeleted(ctx, params.communityId, params.fieldId, true),
  }),
  defineRoute({
    name: 'profiles.restore_field',
    method: 'post',
    path: `${base}/person-fields/{fieldId}/restore`,
    summary: 'Bring a field back with its values',
    access: can('profiles.define'),
    params: fieldParams,
    body: z.strictObject({}),
    handle: (ctx, { params }) => setFieldDeleted(ctx, params.communityId, params.fieldId, false),
  }),
];
