/** Routes of the team about the terms of one list: looked through, added, noted, taken off, brought in from a file and out again. */
import { z } from 'zod';
import { isPattern, patternLimits } from '../../../lib/text/index.ts';
import { optionalLine, singleLine } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listLimits } from '../term-check.ts';
import { longestComment, longestTerm, termFormats } from '../term-file.ts';
import { exportTerms, importTerms, previewTerms } from '../term-import.ts';
import { addTerms, listTerms, noteTerms, removeTerms } from '../terms.ts';
import { communityParams } from './shapes.ts';

const path = '/api/communities/{communityId}/rules/lists/{listId}/terms';
const params = communityParams.extend({ listId: z.uuid() });

/** A word, or a pattern between slashes, which may be longer. */
const term = singleLine(patternLimits.length).refine(
  (text) => text.length <= longestTerm || isPattern(text),
  'too_big',
);
const day = z.iso.date().nullable();
const kept = z.string().max(patternLimits.length);

/** Terms that are sent at once. */
export const termsInput = z.array(term).max(listLimits.terms);

/** Room for the longest list. */
export const largestList = 16 * 1024 * 1024;

const comment = optionalLine(longestComment);
const termInput = z.strictObject({ term, comment: comment.default(''), expires: day.default(null) });
const termShape = z.object({ term: z.string(), comment: z.string(), expires: day });
const file = {
  text: z.string().max(largestList),
  /** lines: one term on each; table: term, comment, last day. */
  format: z.enum(termFormats),
};

const pageRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.list_terms',
    method: 'get',
    path,
    summary: 'Terms of a list in their order; q = those that contain it; expired=true = those whose last day is over',
    access: can('rules.read'),
    params,
    query: pageQuery.extend({ q: z.string().trim().max(60).optional(), expired: z.literal('true').optional() }),
    response: pageOf(termShape.extend({ expired: z.boolean() })),
    handle: (ctx, request) => {
      const { expired, ...page } = request.query;
      return listTerms(ctx, request.params, { ...page, expired: expired !== undefined });
    },
  }),
  defineRoute({
    name: 'rules.add_terms',
    method: 'post',
    path,
    summary:
      'Add terms at the end of a list, alone or as lines with comment and last day; /…/ is a pattern; known = those that stood there already',
    access: can('rules.manage'),
    params,
    body: z
      .strictObject({ terms: termsInput.default([]), lines: z.array(termInput).max(listLimits.terms).default([]) })
      .refine(({ terms, lines }) => terms.length + lines.length > 0, { path: ['terms'], message: 'too_small' }),
    maxBodyBytes: largestList,
    response: z.object({ added: z.int(), known: z.int() }),
    handle: (ctx, request) => {
      const { terms, lines } = request.body;
      const plain = terms.map((word) => ({ term: word, comment: '', expires: null }));
      return addTerms(ctx, request.params, [...plain, ...lines]);
    },
  }),
  defineRoute({
    name: 'rules.note_terms',
    method: 'post',
    path: `${path}/note`,
    summary: 'Write the comment or the last day of terms; null = without end; what is not said stays',
    access: can('rules.manage'),
    params,
    body: z.strictObject({
      terms: z.array(kept).min(1).max(10_000),
      comment: comment.optional(),
      expires: day.optional(),
    }),
    maxBodyBytes: largestList,
    response: z.object({ changed: z.int() }),
    handle: (ctx, request) => noteTerms(ctx, request.params, request.body),
  }),
  defineRoute({
    name: 'rules.remove_terms',
    method: 'post',
    path: `${path}/remove`,
    summary: 'Take terms off a list',
    access: can('rules.manage'),
    params,
    body: z.strictObject({ terms: z.array(kept).min(1).max(10_000) }),
    maxBodyBytes: largestList,
    response: z.object({ removed: z.int() }),
    handle: (ctx, request) => removeTerms(ctx, request.params, request.body.terms),
  }),
];

const fileRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.preview_terms',
    method: 'post',
    path: `${path}/preview`,
    summary:
      'What would become of each line of a file: new, there already, broken with its number and why; keeps nothing',
    access: can('rules.manage'),
    params,
    body: z.strictObject(file),
    maxBodyBytes: largestList,
    transaction: false,
    response: z.object({
      fresh: z.int(),
      known: z.int(),
      /** They stand there, with another comment or last day. */
      changed: z.int(),
      repeated: z.int(),
      expired: z.int(),
      examples: z.array(termShape.extend({ state: z.enum(['fresh', 'changed', 'known']), expired: z.boolean() })),
      broken: z.int(),
      /** The first of the broken ones. */
      lines: z.array(z.object({ line: z.int(), text: z.string(), why: z.string() })),
    }),
    handle: (ctx, request) => previewTerms(ctx, request.params, request.body),
  }),
  defineRoute({
    name: 'rules.import_terms',
    method: 'post',
    path: `${path}/import`,
    summary: 'Take the lines of a file into a list: all or none; skipBroken = without those that are no terms',
    access: can('rules.manage'),
    params,
    body: z.strictObject({ ...file, skipBroken: z.boolean().default(false) }),
    maxBodyBytes: largestList,
    response: z.object({ added: z.int(), changed: z.int(), skipped: z.int() }),
    handle: (ctx, request) => importTerms(ctx, request.params, request.body),
  }),
  defineRoute({
    name: 'rules.export_terms',
    method: 'get',
    path: `${path}/export.csv`,
    summary: 'All terms of a list as CSV, which can be imported again',
    access: can('rules.read'),
    params,
    response: 'binary',
    handle: async (ctx, request) => {
      const { name, table } = await exportTerms(ctx, request.params);
      return new Response(table, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="terms.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
        },
      });
    },
  }),
];

/** Routes of the team about the terms of a list. */
export const termRoutes: readonly Route[] = [...pageRoutes, ...fileRoutes];
