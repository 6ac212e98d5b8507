import { z } from 'zod';
import { anyOperator, can } from '../../platform/http/access.ts';
import type { Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { defineRoute } from '../../platform/http/route.ts';
import { communityKinds, kindSchema } from '../kinds.ts';
import { isFullPlaybook, listKinds, readBuiltIn } from '../playbook/built-in.ts';
import { diffPlaybooks } from '../playbook/diff.ts';
import { sectionNames, type PlaybookHead } from '../playbook/file.ts';
import { applyPlaybook, exportPlaybook, previewPlaybook, readPlaybook } from '../playbook/play.ts';
import { playbookSections } from '../slots.ts';

const params = z.strictObject({ communityId: z.uuid() });
const file = z
  .string()
  .min(1)
  .max(256 * 1024);
const value = z.union([z.string(), z.number()]);
const input = z.strictObject({
  file,
  parameters: z.record(z.string(), z.union([z.string().max(200), z.number()])).default({}),
});
// YAML of the largest file, escaped as JSON.
const maxBodyBytes = 1024 * 1024;

const kindShape = z.object({
  id: kindSchema,
  name: z.string(),
  description: z.string(),
  watch: z.string(),
  lifespan: z.enum(['long', 'short']),
  full: z.boolean().describe('Whether there is a full playbook today; others are only described.'),
});

const sectionShape = z.object({
  name: z.enum(sectionNames),
  title: z.string(),
  playable: z.boolean(),
  note: z.string().nullable(),
});

const parameterShape = z.object({ name: z.string(), title: z.string(), kind: z.string(), default: value });

const previewShape = z.object({
  title: z.string(),
  parameters: z.record(z.string(), value),
  sections: z.array(
    sectionShape.extend({
      changes: z.array(z.object({ action: z.enum(['create', 'change', 'keep']), text: z.string() })),
    }),
  ),
});

const differenceShape = z.object({
  path: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  before: z.union([value, z.boolean(), z.null()]).optional(),
  after: z.union([value, z.boolean(), z.null()]).optional(),
});

/** Built-in playbooks, and playbooks of a community: export, preview, apply, compare. */
export const playbookRoutes = [
  defineRoute({
    name: 'communities.list_playbooks',
    method: 'get',
    path: '/api/playbooks',
    summary: 'The kinds of community, and which of them come with a full playbook',
    access: anyOperator,
    response: z.object({ items: z.array(kindShape), nextCursor: z.null() }),
    handle: async (ctx) => ({ items: listKinds().map((kind) => showKind(ctx, kind)), nextCursor: null }),
  }),
  defineRoute({
    name: 'communities.get_playbook',
    method: 'get',
    path: '/api/playbooks/{playbookId}',
    summary: 'One kind with its playbook file, its parameters and its sections; file is null where there is none yet',
    access: anyOperator,
    params: z.strictObject({ playbookId: z.string().max(40) }),
    response: kindShape.extend({
      file: z.string().nullable(),
      parameters: z.array(parameterShape),
      sections: z.array(sectionShape),
    }),
    handle: async (ctx, { params: { playbookId } }) => {
      const kind = listKinds().find(({ id }) => id === playbookId);
      if (!kind) throw platformErrors.not_found();
      const shown = showKind(ctx, kind);
      if (!isFullPlaybook(kind.id)) return { ...shown, file: null, parameters: [], sections: [] };
      const text = await readBuiltIn(kind.id);
      const playbook = readPlaybook(ctx, text);
      const names = sectionNames.filter((name) => playbook.sections[name] !== undefined);
      return {
        ...shown,
        file: text,
        parameters: showParameters(ctx, playbook.head),
        sections: names.map((name) => showSection(ctx, name)),
      };
    },
  }),
  defineRoute({
    name: 'communities.diff_playbooks',
    method: 'post',
    path: '/api/playbooks:diff',
    summary: 'What is different in the second of two playbook files',
    access: anyOperator,
    body: z.strictObject({ before: file, after: file }),
    maxBodyBytes: 2 * maxBodyBytes,
    transaction: false,
    response: z.object({ items: z.array(differenceShape) }),
    handle: async (ctx, { body }) => ({
      items: diffPlaybooks(readPlaybook(ctx, body.before), readPlaybook(ctx, body.after)),
    }),
  }),
  defineRoute({
    name: 'communities.export_playbook',
    method: 'get',
    path: '/api/communities/{communityId}/playbook',
    summary: "The running community's framework as a playbook file (YAML)",
    access: can('communities.read'),
    params,
    response: 'binary',
    handle: async (ctx, { params: { communityId } }) =>
      new Response(await exportPlaybook(ctx, communityId), {
        headers: {
          'content-type': 'application/yaml; charset=utf-8',
          'content-disposition': 'attachment; filename="playbook.yaml"',
        },
      }),
  }),
  defineRoute({
    name: 'communities.preview_playbook',
    method: 'post',
    path: '/api/communities/{communityId}/playbook:preview',
    summary: 'What applying a playbook file would make and change; writes nothing',
    access: can('communities.manage'),
    params,
    body: input,
    maxBodyBytes,
    transaction: false,
    response: previewShape,
    handle: async (ctx, { params: { communityId }, body }) =>
      showPreview(ctx, await previewPlaybook(ctx, communityId, body)),
  }),
  defineRoute({
    name: 'communities.apply_playbook',
    method: 'post',
    path: '/api/communities/{communityId}/playbook:apply',
    summary: 'Apply a playbook file: all sections that can be played, or nothing',
    access: can('communities.manage'),
    params,
    body: input,
    maxBodyBytes,
    response: previewShape,
    handle: async (ctx, { params: { communityId }, body }) =>
      showPreview(ctx, await applyPlaybook(ctx, communityId, body)),
  }),
];

function showKind(ctx: Ctx, kind: ReturnType<typeof listKinds>[number]): z.input<typeof kindShape> {
  const id = communityKinds.find((one) => one === kind.id)!;
  const text = (part: 'name' | 'description' | 'watch') => ctx.t(`communities:kinds.${id}.${part}`);
  return { ...kind, name: text('name'), description: text('description'), watch: text('watch') };
}

function showSection(ctx: Ctx, name: (typeof sectionNames)[number]): z.input<typeof sectionShape> {
  const playable = ctx.slots(playbookSections).some((section) => section.name === name);
  const note = playable ? null : ctx.t('communities:playbook.not_yet_playable');
  return { name, title: ctx.t(`communities:playbook.sections.${name}`), playable, note };
}

function showParameters(ctx: Ctx, head: PlaybookHead): z.input<typeof parameterShape>[] {
  return Object.entries(head.parameters).map(([name, parameter]) => ({
    name,
    title: inLanguage(ctx, parameter.title),
    kind: parameter.kind,
    default: parameter.default,
  }));
}

function showPreview(ctx: Ctx, preview: Awaited<ReturnType<typeof previewPlaybook>>): z.input<typeof previewShape> {
  return {
    title: inLanguage(ctx, preview.playbook.head.title),
    parameters: preview.parameters,
    sections: preview.sections.map(({ name, changes }) => ({ ...showSection(ctx, name), changes })),
  };
}

function inLanguage(ctx: Ctx, text: PlaybookHead['title']): string {
  return typeof text === 'string' ? text : (text[ctx.locale] ?? text['zh-CN']);
}
