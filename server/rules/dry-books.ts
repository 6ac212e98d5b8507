/** The rules before and after a change that is only tried: what would be stopped by the second and not by the first follows from it. */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { checkNames, type CheckName } from './checks/check.ts';
import { armLists, getRulebook, readLists, type Rulebook } from './rulebook.ts';
import { modes, rulesSettings } from './settings.ts';
import { selectLists } from './store/lists.ts';
import { readTermFile, termFormats } from './term-file.ts';
import { buildIndex, readTerms, takeTurns, type LiveTerm } from './term-index.ts';

/** Checks that can be tried on what was said: not joins, which are over, nor pictures, which are read when they come. */
const triedChecks: readonly CheckName[] = checkNames.filter((name) => name !== 'raid' && name !== 'codes');

/** What is tried: one list, with lines that may come in; one check, with other settings; or settings against those in force. */
export const dryRunAbout = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    listId: z.uuid(),
    effect: z.enum(['hold', 'stop', 'watch']).optional(),
    add: z.strictObject({ text: z.string().max(4 * 1024 * 1024), format: z.enum(termFormats) }).optional(),
  }),
  z.strictObject({
    kind: z.literal('check'),
    check: z.enum(checkNames).refine((name) => triedChecks.includes(name), 'not_tried'),
    settings: rulesSettings.schema.optional(),
  }),
  z.strictObject({ kind: z.literal('settings'), settings: rulesSettings.schema }),
]);

/** What is tried. */
export type DryRunAbout = z.output<typeof dryRunAbout>;

/** The two rulebooks of a dry run. */
export interface DryBooks {
  before: Rulebook;
  after: Rulebook;
}

/** Makes both; the lists that they need are made ready anew, and are forgotten with them. */
export async function openBooks(ctx: Ctx, communityId: string, about: DryRunAbout): Promise<DryBooks> {
  const book = await getRulebook(ctx, communityId);
  const lists = await selectLists(ctx, communityId);
  const tried = about.kind === 'list' ? lists.find(({ id }) => id === about.listId) : undefined;
  if (about.kind === 'list' && !tried) throw platformErrors.not_found();
  const others = lists.filter((list) => list !== tried && list.mode !== 'off');
  const needed = tried
    ? [...others, { ...tried, mode: 'on' as const, effect: aboutEffect(about) ?? tried.effect }]
    : others;
  const lines = await readTerms(ctx, communityId, needed);
  const standing = lines.length;
  if (about.kind === 'list') lines.push(...(await readAdded(ctx, communityId, about, lines)));
  const index = await buildIndex('dry run', lines, await getZone(ctx, communityId));
  const withSettings = (settings: Rulebook['settings'], some: typeof needed): Rulebook => ({
    ...book,
    settings,
    ...readLists(armLists(settings, some), index),
  });
  const draft = 'settings' in about && about.settings ? about.settings : book.settings;
  if (about.kind === 'settings')
    return { before: withSettings(book.settings, needed), after: withSettings(draft, needed) };
  const check = about.kind === 'check' ? about.check : 'terms';
  const set = (mode: (typeof modes)[number]) => ({ ...draft, checks: { ...draft.checks, [check]: mode } });
  if (about.kind === 'list') {
    const after = withSettings(set('on'), needed);
    // Lines that may come in are tried on top of what the list holds already.
    return { before: about.add ? keepTerms(after, standing) : withSettings(set('on'), others), after };
  }
  return { before: withSettings(set('off'), needed), after: withSettings(set('on'), needed) };
}

const aboutEffect = (about: DryRunAbout) => (about.kind === 'list' ? about.effect : undefined);

/** The same book without the terms behind the first so many. */
function keepTerms(book: Rulebook, count: number): Rulebook {
  const { lists } = book;
  return { ...book, lists: { ...lists, of: (term) => (term < count ? lists.of(term) : -1) } };
}

/** Lines that are not on the list yet; those that are none are left out. */
async function readAdded(
  ctx: Ctx,
  communityId: string,
  { listId, add }: Extract<DryRunAbout, { kind: 'list' }>,
  known: readonly LiveTerm[],
): Promise<LiveTerm[]> {
  if (!add) return [];
  const { terms } = await takeTurns(readTermFile(add.text, add.format));
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const there = new Set(known.filter((line) => line.listId === listId).map(({ term }) => term));
  return terms.flatMap(({ term, expires }) =>
    there.has(term) || (expires !== null && expires < today) ? [] : [{ listId, term, expires }],
  );
}
