/** Routes of the library: the list, one with its versions, writing, putting away, and a script filled for somebody. */
import { z } from 'zod';
import { can } from '../platform/http/access.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { scriptFields } from './fields.ts';
import { fillScript } from './filling.ts';
import {
  archiveScript,
  changeScript,
  createScript,
  getScript,
  lettersOf,
  listScripts,
  suggestScripts,
} from './script.ts';
import { scriptKinds, type Script } from './store.ts';

const base = '/api/communities/{communityId}/scripts';
const params = z.strictObject({ communityId: z.uuid() });
const scriptParams = params.extend({ scriptId: z.uuid() });

const scriptShape = z
  .object({
    id: z.string(),
    kind: z.enum(scriptKinds),
    folder: z.string(),
    title: z.string(),
    shortcut: z.string(),
    text: z.string(),
    standard: z.boolean(),
    asks: z.array(z.string()),
    /** Initials of the syllables of title and folder, to find it by. */
    letters: z.string(),
    uses: z.int(),
    lastUsedAt: z.string().nullable(),
    version: z.int(),
    changedAt: z.string(),
    archivedAt: z.string().nullable(),
  })
  .meta({ id: 'Script' });

function show(script: Script): z.input<typeof scriptShape> {
  const { communityId: _, changedBy: __, ...shown } = script;
  return {
    ...shown,
    letters: lettersOf(script),
    lastUsedAt: script.lastUsedAt?.toISOString() ?? null,
    changedAt: script.changedAt.toISOString(),
    archivedAt: script.archivedAt?.toISOString() ?? null,
  };
}

const { kind, folder, title, shortcut, text, standard, asks } = scriptFields;
const changeBody = z.strictObject({
  /** The version that was on the screen. */
  version: z.int().min(1),
  kind: kind.unwrap().optional(),
  folder: folder.unwrap().optional(),
  title: title.optional(),
  shortcut: shortcut.unwrap().optional(),
  text: text.optional(),
  standard: standard.unwrap().optional(),
  asks: asks.unwrap().optional(),
});

const read = can('scripts.read');
const write = can('scripts.write');

/** Routes of scripts. */
export const scriptRoutes: readonly Route[] = [
  defineRoute({
    name: 'scripts.list_scripts',
    method: 'get',
    path: base,
    summary: 'What the team says often, most used first; all at once, or those that were put away',
    access: read,
    params,
    query: z.strictObject({ archived: z.stringbool().default(false) }),
    response: z.object({ items: z.array(scriptShape) }),
    handle: async (ctx, { params: { communityId }, query }) => ({
      items: (await listScripts(ctx, communityId, query)).map(show),
    }),
  }),
  defineRoute({
    name: 'scripts.suggest_scripts',
    method: 'get',
    path: '/api/communities/{communityId}/script-suggestions',
    summary: 'Standard answers to questions like this one, likeliest first',
    access: read,
    params,
    query: z.strictObject({ question: z.string().trim().min(1).max(300) }),
    response: z.object({ items: z.array(scriptShape) }),
    handle: async (ctx, { params: { communityId }, query }) => ({
      items: (await suggestScripts(ctx, communityId, query.question)).map(show),
    }),
  }),
  defineRoute({
    name: 'scripts.create_script',
    method: 'post',
    path: base,
    summary: 'Keep something that the team says often',
    access: write,
    params,
    body: z.strictObject(scriptFields),
    status: 201,
    response: scriptShape,
    handle: async (ctx, { params: { communityId }, body }) => show(await createScript(ctx, communityId, body)),
  }),
  defineRoute({
    name: 'scripts.get_script',
    method: 'get',
    path: `${base}/{scriptId}`,
    summary: 'One script, and what it said before',
    access: read,
    params: scriptParams,
    response: z.object({
      script: scriptShape,
      versions: z.array(z.object({ version: z.int(), title: z.string(), text: z.string(), at: z.string() })),
    }),
    handle: async (ctx, { params: id }) => {
      const { script, versions } = await getScript(ctx, id);
      return {
        script: show(script),
        versions: versions.map(({ at, version, title: named, text: said }) => ({
          version,
          title: named,
          text: said,
          at: at.toISOString(),
        })),
      };
    },
  }),
  defineRoute({
    name: 'scripts.change_script',
    method: 'patch',
    path: `${base}/{scriptId}`,
    summary: 'Change a script; what stood there stays as a version, and nobody overwrites what they have not seen',
    access: write,
    params: scriptParams,
    body: changeBody,
    response: scriptShape,
    handle: async (ctx, { params: id, body: { version, ...change } }) =>
      show(await changeScript(ctx, { ...id, version }, change)),
  }),
  defineRoute({
    name: 'scripts.archive_script',
    method: 'delete',
    path: `${base}/{scriptId}`,
    summary: 'Put a script away; it can be taken out again',
    access: write,
    params: scriptParams,
    response: scriptShape,
    handle: async (ctx, { params: id }) => show(await archiveScript(ctx, id, true)),
  }),
  defineRoute({
    name: 'scripts.restore_script',
    method: 'post',
    path: `${base}/{scriptId}/restore`,
    summary: 'Take a script out again',
    access: write,
    params: scriptParams,
    body: z.strictObject({}),
    response: scriptShape,
    handle: async (ctx, { params: id }) => show(await archiveScript(ctx, id, false)),
  }),
  defineRoute({
    name: 'scripts.fill_script',
    method: 'get',
    path: `${base}/{scriptId}/filled`,
    summary:
      'A script filled for a person and a group; variables that are not known there are named and stay in the text',
    access: read,
    params: scriptParams,
    query: z.strictObject({ groupId: z.uuid().optional(), identityId: z.uuid().optional() }),
    response: z.object({ text: z.string(), missing: z.array(z.string()) }),
    handle: (ctx, { params: id, query }) => fillScript(ctx, id, query),
  }),
];
