/** Routes of lists: the template, taking a file in, its columns, its rows, importing, stopping, taking back. */
import { z } from 'zod';
import { readBytes } from '../platform/http/body.ts';
import { can } from '../platform/http/access.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { platformErrors } from '../platform/errors.ts';
import { listFields } from '../profiles/index.ts';
import { plainTargets } from './column.ts';
import { writeBadRows, writeTemplate } from './file.ts';
import { changeColumns, getImport, listImports, runImport, startImport, stopImport, undoImport } from './import.ts';
import { selectRows } from './store.ts';
import { describeProblems, targetName } from './words.ts';
import { keptDays } from './work.ts';

const communityParams = z.object({ communityId: z.uuid() });
const importParams = communityParams.extend({ id: z.uuid() });
const base = '/api/communities/{communityId}/imports';
const moment = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());
const format = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx') });

/** Twenty thousand people with long notes fit into a few megabytes. */
const mostBytes = 10 * 1024 * 1024;
const verdicts = ['new', 'changed', 'same', 'bad'] as const;

const countsShape = z
  .object({
    new: z.int(),
    changed: z.int(),
    same: z.int(),
    bad: z.int(),
    written: z.int(),
    taken: z.int(),
    kept: z.int(),
  })
  .meta({ id: 'ImportCounts' });

const importShape = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sheet: z.string().nullable(),
  state: z.enum(['checking', 'checked', 'running', 'stopped', 'done', 'undoing', 'undone']),
  rows: z.int(),
  /** The row in the file up to which the work under way has come. */
  position: z.int(),
  counts: countsShape,
  createdAt: moment,
  createdName: z.string(),
  endedAt: moment.nullable(),
  /** When its rows were forgotten: then it can't be taken back any more. */
  forgottenAt: moment.nullable(),
});

const actRoute = (verb: 'run' | 'stop' | 'undo', summary: string, act: typeof runImport): Route =>
  defineRoute({
    name: `imports.${verb}_import`,
    method: 'post',
    path: `${base}/{id}/${verb}`,
    summary,
    access: can('imports.manage'),
    params: importParams,
    body: z.strictObject({}),
    status: 202,
    response: z.object({ id: z.uuid() }),
    handle: async (ctx, { params }) => {
      await act(ctx, params);
      return { id: params.id };
    },
  });

const fileRoutes: readonly Route[] = [
  defineRoute({
    name: 'imports.get_template',
    method: 'get',
    path: `${base}/template`,
    summary: 'A file to fill in, with the own fields of the community',
    access: can('imports.manage'),
    params: communityParams,
    query: format,
    response: 'binary',
    handle: (ctx, { params, query }) => writeTemplate(ctx, params.communityId, query.format),
  }),
  defineRoute({
    name: 'imports.get_bad_rows',
    method: 'get',
    path: `${base}/{id}/bad-rows`,
    summary: 'The rows that can not be taken, with what is wrong with each; put right, the file may come back as it is',
    access: can('imports.manage'),
    params: importParams,
    query: format,
    response: 'binary',
    handle: (ctx, { params, query }) => writeBadRows(ctx, params, query.format),
  }),
];

/** Routes of lists. */
export const importRoutes: readonly Route[] = [
  ...fileRoutes,
  defineRoute({
    name: 'imports.start_import',
    method: 'post',
    path: base,
    summary:
      'Bring a list of people along: .xlsx, or text with separators in UTF-8, UTF-16 or GB18030; nothing is written yet',
    access: can('imports.manage'),
    limit: { name: 'imports.start', per: 'actor', burst: 10, perMinute: 6 },
    params: communityParams,
    query: z.strictObject({ fileName: z.string().trim().min(1).max(120), sheet: z.string().max(60).optional() }),
    body: 'binary',
    maxBodyBytes: mostBytes,
    response: z.object({ id: z.uuid() }),
    status: 201,
    transaction: false,
    handle: async (ctx, { params, query, request }) => {
      const key = request.headers.get('idempotency-key');
      if (key !== null && (key.length > 200 || key === ''))
        throw platformErrors.bad_input({ field: 'Idempotency-Key' });
      return startImport(ctx, { ...params, ...query, bytes: await readBytes(request, mostBytes) }, key);
    },
  }),
  defineRoute({
    name: 'imports.list_imports',
    method: 'get',
    path: base,
    summary: 'The latest lists and what became of them',
    access: can('imports.manage'),
    params: communityParams,
    response: z.object({ items: z.array(importShape) }),
    handle: async (ctx, { params }) => ({ items: await listImports(ctx, params.communityId) }),
  }),
  defineRoute({
    name: 'imports.get_import',
    method: 'get',
    path: `${base}/{id}`,
    summary: 'One list: where it stands, what its columns are, how many rows are new, changed, the same or bad',
    access: can('imports.manage'),
    params: importParams,
    response: importShape.extend({
      sheets: z.array(z.string()),
      groupId: z.uuid().nullable(),
      keptDays: z.int(),
      columns: z.array(z.object({ heading: z.string(), target: z.string().nullable(), samples: z.array(z.string()) })),
      /** Everything that a column may be. */
      targets: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
    handle: async (ctx, { params }) => {
      const { headings, targets, samples, ...one } = await getImport(ctx, params.communityId, params.id);
      const fields = await listFields(ctx, params.communityId);
      const all = [...plainTargets, ...fields.map(({ id }) => `field.${id}` as const)];
      return {
        ...one,
        keptDays,
        columns: headings.map((heading, at) => ({ heading, target: targets[at] ?? null, samples: samples[at] ?? [] })),
        targets: all.map((value) => ({ value, label: targetName(ctx, value, fields) })),
      };
    },
  }),
  defineRoute({
    name: 'imports.list_rows',
    method: 'get',
    path: `${base}/{id}/rows`,
    summary: 'Rows of one kind: what would change, or what is wrong and how to mend it',
    access: can('imports.manage'),
    params: importParams,
    query: z.strictObject({
      verdict: z.enum(verdicts),
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      items: z.array(
        z.object({
          number: z.int(),
          name: z.string(),
          changes: z.array(z.enum(['account', 'name', 'groups', 'card', 'tags', 'fields', 'note'])),
          problems: z.array(
            z.object({
              heading: z.string(),
              value: z.string(),
              reason: z.string(),
              cure: z.string(),
            }),
          ),
          undone: z.enum(['taken', 'kept']).nullable(),
        }),
      ),
      /** The row after which the next page begins. */
      next: z.int().nullable(),
    }),
    handle: async (ctx, { params, query }) => {
      const one = await getImport(ctx, params.communityId, params.id);
      const describe = await describeProblems(ctx, one);
      const rows = await selectRows(ctx, {
        communityId: params.communityId,
        importId: params.id,
        after: query.after,
        limit: query.limit,
        verdicts: [query.verdict],
      });
      const nameAt = one.targets.indexOf('name');
      return {
        items: rows.map((row) => ({
          number: row.number,
          name: row.cells[nameAt] ?? '',
          changes: row.changes,
          problems: describe(row).map(({ column: _column, ...problem }) => problem),
          undone: row.undone,
        })),
        next: rows.length < query.limit ? null : rows.at(-1)!.number,
      };
    },
  }),
  defineRoute({
    name: 'imports.change_columns',
    method: 'patch',
    path: `${base}/{id}`,
    summary: 'Say what the columns are, and to which group rows belong that name none; all rows are looked at anew',
    access: can('imports.manage'),
    params: importParams,
    body: z.strictObject({
      targets: z.array(z.string().max(60).nullable()).max(100).optional(),
      groupId: z.uuid().nullable().optional(),
    }),
    handle: (ctx, { params, body }) => changeColumns(ctx, params, body),
  }),
  actRoute('run', 'Write what the dry run has shown; also goes on with what was stopped', runImport),
  actRoute('stop', 'Stop the writing; what is written stays, and it can go on later', stopImport),
  actRoute(
    'undo',
    'Take back what the import has made, but for people with whom something has happened since',
    undoImport,
  ),
];
