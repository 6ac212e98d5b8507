/** Routes of the team about what holds: the text of the rules, settings, lists of terms, and a box to try a message in. */
import { z } from 'zod';
import { optionalLine, singleLine } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { decodeCursor, pageOf, pageQuery, toPage } from '../../platform/http/cursor.ts';
import { platformErrors } from '../../platform/errors.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { addList, changeList, getList, listLists, removeList } from '../lists.ts';
import { ruleItemsInput } from '../rule-item.ts';
import { changeRulesSettings, getRulesSettings, modes, rulesSettings } from '../settings.ts';
import { countAcknowledged, selectVersions } from '../store/text.ts';
import { findRuleText, publishRules } from '../text.ts';
import { tryMessage } from '../try.ts';
import { trusts } from '../trust.ts';
import { communityParams, evidenceShape, moment, readingShape, textShape } from './shapes.ts';
import { largestList, termRoutes, termsInput as terms } from './terms.ts';

const base = '/api/communities/{communityId}/rules';
const listParams = communityParams.extend({ listId: z.uuid() });
const noText = { version: 0, tone: '', items: [], mustAcknowledgeAgain: false, publishedAt: null, publishedBy: null };

const textRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.get_text',
    method: 'get',
    path: `${base}/text`,
    summary: 'The rules in force; version 0 when there are none yet',
    access: can('rules.read'),
    params: communityParams,
    response: textShape,
    handle: async (ctx, { params }) => (await findRuleText(ctx, params.communityId)) ?? noText,
  }),
  defineRoute({
    name: 'rules.publish_text',
    method: 'put',
    path: `${base}/text`,
    summary: 'Put another version of the rules in force; keep the key of a rule whose words change',
    access: can('rules.manage'),
    params: communityParams,
    body: z.strictObject({
      tone: optionalLine(200).default(''),
      items: ruleItemsInput,
      mustAcknowledgeAgain: z.boolean().default(false),
    }),
    response: textShape,
    handle: (ctx, { params, body }) => publishRules(ctx, params.communityId, body),
  }),
  defineRoute({
    name: 'rules.list_versions',
    method: 'get',
    path: `${base}/text/versions`,
    summary: 'All versions of the rules, newest first, with how many have read each',
    access: can('rules.read'),
    params: communityParams,
    query: pageQuery,
    response: pageOf(textShape.extend({ readers: z.int() })),
    handle: async (ctx, { params: { communityId }, query }) => {
      const before = query.cursor === undefined ? null : readVersion(query.cursor);
      const rows = await selectVersions(ctx, communityId, { before, limit: query.limit + 1 });
      const page = toPage(rows, query.limit, (row) => [row.version]);
      const versions = page.items.map(({ version }) => version);
      const readers = await countAcknowledged(ctx, communityId, versions);
      return { ...page, items: page.items.map((text) => ({ ...text, readers: readers.get(text.version) ?? 0 })) };
    },
  }),
];

function readVersion(cursor: string): number {
  const [version] = decodeCursor(cursor, 1);
  if (!Number.isInteger(version) || Math.abs(Number(version)) > 1e9) throw platformErrors.bad_cursor();
  return Number(version);
}

const settingsRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.get_settings',
    method: 'get',
    path: `${base}/settings`,
    summary: 'Checks, trust, ladder',
    access: can('rules.read'),
    params: communityParams,
    response: rulesSettings.schema,
    handle: (ctx, { params }) => getRulesSettings(ctx, params.communityId),
  }),
  defineRoute({
    name: 'rules.change_settings',
    method: 'put',
    path: `${base}/settings`,
    summary: 'Change checks, trust, ladder; holds from the next message on',
    access: can('rules.manage'),
    params: communityParams,
    body: rulesSettings.schema,
    response: rulesSettings.schema,
    handle: (ctx, { params, body }) => changeRulesSettings(ctx, params.communityId, body),
  }),
  defineRoute({
    name: 'rules.try_message',
    method: 'post',
    path: `${base}/try`,
    summary: 'What would happen to a message, with evidence and places in it; keeps nothing',
    access: can('rules.read'),
    params: communityParams,
    body: z.strictObject({ text: z.string().max(4000), trust: z.enum(trusts).default('new') }),
    response: z.object({
      action: z.enum(['pass', 'hold', 'stop']),
      /** What would happen if what is in dry mode acted, when that is something else. */
      dry: z.enum(['hold', 'stop']).nullable(),
      score: z.number(),
      rule: z.string().nullable(),
      evidence: z.array(evidenceShape),
      /** What the author would read. */
      why: z.string().nullable(),
      reading: readingShape,
    }),
    transaction: false,
    handle: (ctx, { params, body }) => tryMessage(ctx, params.communityId, body),
  }),
];

const listFields = {
  name: singleLine(40),
  effect: z.enum(['hold', 'stop', 'watch']),
  mode: z.enum(modes).default('on'),
  rule: z.string().max(40).nullable().default(null),
};

const listShape = z.object({
  id: z.uuid(),
  ...listFields,
  rule: z.string().nullable(),
  terms: z.int(),
  /** Terms whose last day is over. */
  expired: z.int(),
  createdAt: moment,
  changedAt: moment,
});
const listDetail = z.object({ list: listShape, terms: z.array(z.string()) });

const listRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.list_lists',
    method: 'get',
    path: `${base}/lists`,
    summary: 'Lists of terms, without the terms',
    access: can('rules.read'),
    params: communityParams,
    response: z.object({ items: z.array(listShape) }),
    handle: async (ctx, { params }) => ({ items: await listLists(ctx, params.communityId) }),
  }),
  defineRoute({
    name: 'rules.add_list',
    method: 'post',
    path: `${base}/lists`,
    summary:
      'Add a list of terms: hold (a moderator looks first), stop (refused at once), watch (counts beside other findings)',
    access: can('rules.manage'),
    params: communityParams,
    body: z.strictObject({ ...listFields, terms }),
    maxBodyBytes: largestList,
    response: listDetail,
    status: 201,
    handle: (ctx, { params, body }) => addList(ctx, params.communityId, body),
  }),
  defineRoute({
    name: 'rules.get_list',
    method: 'get',
    path: `${base}/lists/{listId}`,
    summary: 'A list with its terms',
    access: can('rules.read'),
    params: listParams,
    response: listDetail,
    handle: (ctx, { params }) => getList(ctx, params.communityId, params.listId),
  }),
  defineRoute({
    name: 'rules.change_list',
    method: 'put',
    path: `${base}/lists/{listId}`,
    summary: 'Write a list anew; without terms these stay',
    access: can('rules.manage'),
    params: listParams,
    body: z.strictObject({ ...listFields, terms: terms.optional() }),
    maxBodyBytes: largestList,
    response: listDetail,
    handle: (ctx, { params, body }) => changeList(ctx, params, body),
  }),
  defineRoute({
    name: 'rules.remove_list',
    method: 'delete',
    path: `${base}/lists/{listId}`,
    summary: 'Delete a list; what it has found stays with its evidence',
    access: can('rules.manage'),
    params: listParams,
    handle: (ctx, { params }) => removeList(ctx, params.communityId, params.listId),
  }),
];

/** Routes of the team about what holds. */
export const holdingRoutes: readonly Route[] = [...textRoutes, ...settingsRoutes, ...listRoutes, ...termRoutes];
