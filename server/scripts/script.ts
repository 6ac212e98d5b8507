/**
 * The library of what a team says often: kept once, found by a few letters, filled for the one it is said to. A change keeps what
 * stood before as a version, so that nothing that was said well is lost.
 */
import { foldText } from '../../lib/text/index.ts';
import { readInitials } from '../../lib/text/initials.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { scriptsErrors } from './errors.ts';
import { compareGrams, readGrams } from './likeness.ts';
import * as store from './store.ts';
import type { Script, ScriptWords, Version } from './store.ts';
import { findUnknown } from './variables.ts';

/** More than anybody finds again; all of them fit into one answer. */
export const mostScripts = 500;
/** Suggested for a question at once. */
const mostSuggested = 3;
/** Below this likeness two questions are about different things (likeness.ts). */
const leastLikeness = 0.34;

/** A script of a community. */
export interface ScriptId {
  communityId: string;
  scriptId: string;
}

/** All scripts in use, or those put away, most used first. */
export async function listScripts(ctx: Ctx, communityId: string, which: { archived: boolean }): Promise<Script[]> {
  return store.selectScripts(ctx, communityId, { ...which, limit: mostScripts });
}

/** A script with what stood in it before; throws `platform.not_found`. */
export async function getScript(ctx: Ctx, id: ScriptId): Promise<{ script: Script; versions: Version[] }> {
  const script = await store.selectScript(ctx, id);
  if (!script) throw platformErrors.not_found();
  return { script, versions: await store.selectVersions(ctx, id) };
}

/** Keeps a new script. */
export async function createScript(ctx: Ctx, communityId: string, wish: ScriptWords): Promise<Script> {
  checkVariables(wish.text);
  return inTransaction(ctx, async (inner) => {
    await store.lockLibrary(inner, communityId);
    await checkPlace(inner, communityId, { ...wish, id: null });
    const by = actorKey(inner.actor);
    const script = await store.insertScript(inner, { communityId, id: newId(inner.now()), by, ...wish });
    await audit(inner, 'scripts.create_script', script);
    return script;
  });
}

/** Changes a script that still is as its editor has seen it (`version`); what stood there stays as a version. */
export async function changeScript(
  ctx: Ctx,
  id: ScriptId & { version: number },
  change: { [Key in keyof ScriptWords]?: ScriptWords[Key] | undefined },
): Promise<Script> {
  if (change.text !== undefined) checkVariables(change.text);
  return inTransaction(ctx, async (inner) => {
    const before = await lock(inner, id);
    if (before.version !== id.version) throw scriptsErrors.changed_meanwhile();
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const words: ScriptWords = { ...before, ...given };
    await checkPlace(inner, id.communityId, { ...words, id: before.id });
    const script = await store.updateScript(inner, before, { ...words, by: actorKey(inner.actor) });
    await audit(inner, 'scripts.change_script', script);
    return script;
  });
}

/** Puts a script away, or takes it out again. */
export async function archiveScript(ctx: Ctx, id: ScriptId, archived: boolean): Promise<Script> {
  return inTransaction(ctx, async (inner) => {
    const before = await lock(inner, id);
    if ((before.archivedAt !== null) === archived) return before;
    if (!archived) await checkPlace(inner, id.communityId, before);
    const script = await store.setArchived(inner, id, archived);
    await audit(inner, archived ? 'scripts.archive_script' : 'scripts.restore_script', script);
    return script;
  });
}

/** Notes that a script was said. */
export async function countUse(ctx: Ctx, id: ScriptId): Promise<void> {
  await store.addUse(ctx, id);
}

/** Standard answers to questions like this one, likeliest first; often none. */
export async function suggestScripts(ctx: Ctx, communityId: string, question: string): Promise<Script[]> {
  const asked = readGrams(question);
  const standard = await store.selectStandard(ctx, communityId, mostScripts);
  return standard
    .map((script) => {
      const known = script.asks.length > 0 ? script.asks : [script.title];
      return { script, likeness: Math.max(...known.map((one) => compareGrams(asked, readGrams(one)))) };
    })
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, mostSuggested)
    .map(({ script }) => script);
}

/** What a script is found by besides its words: the letters of its syllables. */
export function lettersOf({ title, folder }: Pick<Script, 'title' | 'folder'>): string {
  return `${readInitials(title)} ${readInitials(folder)}`;
}

function checkVariables(text: string): void {
  const unknown = findUnknown(text);
  if (unknown.length > 0) throw scriptsErrors.unknown_variable({ names: unknown.join(' ') });
}

async function checkPlace(
  ctx: Ctx,
  communityId: string,
  { id, title, shortcut }: Pick<Script, 'title' | 'shortcut'> & { id: string | null },
): Promise<void> {
  const others = (await listScripts(ctx, communityId, { archived: false })).filter((script) => script.id !== id);
  if (others.length >= mostScripts) throw scriptsErrors.too_many({ most: mostScripts });
  if (others.some((script) => foldText(script.title) === foldText(title))) throw scriptsErrors.title_taken({ title });
  const taken = shortcut && others.find((script) => script.shortcut === shortcut);
  if (taken) throw scriptsErrors.shortcut_taken({ shortcut, title: taken.title });
}

async function lock(ctx: Ctx, id: ScriptId): Promise<Script> {
  await store.lockLibrary(ctx, id.communityId);
  const script = await store.selectScript(ctx, id);
  if (!script) throw platformErrors.not_found();
  return script;
}

async function audit(ctx: Ctx, action: string, { communityId, id, title }: Script): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'script', id }, detail: { title } });
}
