import { z } from 'zod';
import { playbookSection } from '../communities/index.ts';
import type { Ctx } from '../platform/context.ts';
import { scriptFields } from './fields.ts';
import { createScript, listScripts } from './script.ts';
import { findUnknown } from './variables.ts';

const sectionSchema = z.array(z.strictObject(scriptFields)).max(200);

type ScriptsSection = z.output<typeof sectionSchema>;

/** The section `scripts` of a playbook: the library. What a team already calls by the same title stays as it is. */
export const scriptsSection = playbookSection<ScriptsSection>({
  name: 'scripts',
  schema: sectionSchema.refine((all) => all.every(({ text }) => findUnknown(text).length === 0), 'script_variable'),
  export: async (ctx, communityId) => {
    const scripts = await listScripts(ctx, communityId, { archived: false });
    if (scripts.length === 0) return undefined;
    return scripts.slice(0, 200).map(({ kind, folder, title, shortcut, text, standard, asks }) => ({
      kind,
      folder,
      title,
      shortcut,
      text,
      standard,
      asks,
    }));
  },
  plan: async (ctx, communityId, value) => {
    const titles = await readTitles(ctx, communityId);
    return value.map(({ title }) =>
      titles.has(title)
        ? { action: 'keep' as const, text: ctx.t('scripts:playbook.keep', { title }) }
        : { action: 'create' as const, text: ctx.t('scripts:playbook.create', { title }) },
    );
  },
  apply: async (ctx, communityId, value) => {
    const titles = await readTitles(ctx, communityId);
    const shortcuts = new Set((await listScripts(ctx, communityId, { archived: false })).map((one) => one.shortcut));
    for (const script of value) {
      if (titles.has(script.title)) continue;
      titles.add(script.title);
      // Letters that the team has given to a script of its own stay with that.
      const shortcut = shortcuts.has(script.shortcut) ? '' : script.shortcut;
      shortcuts.add(shortcut);
      await createScript(ctx, communityId, { ...script, shortcut });
    }
  },
});

async function readTitles(ctx: Ctx, communityId: string): Promise<Set<string>> {
  return new Set((await listScripts(ctx, communityId, { archived: false })).map(({ title }) => title));
}
