/**
 * Programs as the team plans them: what is played, in which groups, from when to when. First kind: the check-in. What
 * has been checked in stays when a program is changed; it is never deleted with it.
 */
import { getZone } from '../communities/index.ts';
import { findGroup, type Group } from '../groups/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { Definition, Pause } from './definition.ts';
import { programErrors } from './errors.ts';
import {
  countClaims,
  deleteProgram,
  insertProgram,
  selectPrograms,
  updateProgramRow,
  writeGroups,
} from './store/program.ts';

/** A program of a community. */
export interface Program {
  id: string;
  communityId: string;
  kind: 'check_in';
  name: string;
  /** In every group, those to come included; `groupIds` is empty then. */
  everywhere: boolean;
  groupIds: string[];
  startsOn: string;
  /** The last day; null = it goes on. */
  endsOn: string | null;
  /** Days on which it rests, oldest first. They count for nothing and break nothing. */
  pauses: Pause[];
  definition: Definition;
  createdAt: Date;
  changedAt: Date;
}

/** What a new program takes. */
export interface NewProgram {
  name: string;
  /** `all` or the groups in which it is played. */
  groups: 'all' | readonly string[];
  /** Today, if left out; may lie in the past when a history is to count. */
  startsOn?: string | undefined;
  endsOn?: string | null | undefined;
  definition: Definition;
}

/** What may be changed; absent = stays. */
export type ProgramChange = Partial<NewProgram>;

/** Programs of one community at the same time. */
export const mostPrograms = 100;

/** How a program stands on a day. */
export type ProgramState = 'upcoming' | 'running' | 'paused' | 'ended';

/** Whether a program runs on a day. */
export function stateOf(program: Pick<Program, 'startsOn' | 'endsOn' | 'pauses'>, today: string): ProgramState {
  if (today < program.startsOn) return 'upcoming';
  if (program.endsOn !== null && today > program.endsOn) return 'ended';
  return program.pauses.some(({ from, to }) => today >= from && (to === null || today <= to)) ? 'paused' : 'running';
}

/** The pause that holds on a day or is to come; undefined when none is. */
export function findPause(program: Pick<Program, 'pauses'>, today: string): Pause | undefined {
  return program.pauses.find(({ to }) => to === null || to >= today);
}

/** Whether a program is played in a group. */
export function isPlayedIn(program: Pick<Program, 'everywhere' | 'groupIds'>, groupId: string): boolean {
  return program.everywhere || program.groupIds.includes(groupId);
}

/** The programs of a community, newest first. */
export async function listPrograms(ctx: Ctx, communityId: string): Promise<Program[]> {
  return selectPrograms(ctx, { communityIds: [communityId] });
}

/** A program; throws `platform.not_found`. */
export async function getProgram(ctx: Ctx, communityId: string, programId: string): Promise<Program> {
  const [program] = await selectPrograms(ctx, { communityIds: [communityId], id: programId });
  if (!program) throw platformErrors.not_found();
  return program;
}

async function lockProgram(ctx: Ctx, target: { communityId: string; programId: string }): Promise<Program> {
  const [program] = await selectPrograms(ctx, {
    communityIds: [target.communityId],
    id: target.programId,
    lock: true,
  });
  if (!program) throw platformErrors.not_found();
  return program;
}

/** Plans a check-in. */
export async function createProgram(ctx: Ctx, communityId: string, wish: NewProgram): Promise<Program> {
  return inTransaction(ctx, async (inner) => {
    if ((await listPrograms(inner, communityId)).length >= mostPrograms)
      throw programErrors.too_many({ most: mostPrograms });
    const today = localDay(inner.now(), await getZone(inner, communityId));
    const program: Program = {
      id: newId(inner.now()),
      communityId,
      kind: 'check_in',
      name: wish.name,
      ...(await readGroups(inner, communityId, wish.groups)),
      startsOn: wish.startsOn ?? today,
      endsOn: wish.endsOn ?? null,
      pauses: [],
      definition: wish.definition,
      createdAt: inner.now(),
      changedAt: inner.now(),
    };
    checkDates(program);
    await insertProgram(inner, program);
    await writeGroups(inner, program);
    await audit(inner, program, 'create_program', { after: factsOf(program) });
    return program;
  });
}

/** Changes a program for the days to come; what counts already keeps its day and its points. */
export async function updateProgram(
  ctx: Ctx,
  target: { communityId: string; programId: string },
  change: ProgramChange,
): Promise<Program> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockProgram(inner, target);
    const { groups, name = before.name, startsOn = before.startsOn, definition = before.definition } = change;
    const where = groups === undefined ? {} : await readGroups(inner, before.communityId, groups);
    const endsOn = change.endsOn === undefined ? before.endsOn : change.endsOn;
    const after: Program = { ...before, name, startsOn, endsOn, definition, ...where, changedAt: inner.now() };
    checkDates(after);
    if (JSON.stringify(factsOf(before)) === JSON.stringify(factsOf(after))) return before;
    await updateProgramRow(inner, after);
    if (groups !== undefined) await writeGroups(inner, after);
    await audit(inner, after, 'update_program', { before: factsOf(before), after: factsOf(after) });
    return after;
  });
}

/**
 * Lets a program rest from tomorrow on, until a day or until it is called back. Today stays as it is, so no day that counts
 * lies in a pause; streaks wait.
 */
export async function pauseProgram(
  ctx: Ctx,
  target: { communityId: string; programId: string },
  until: string | null,
): Promise<Program> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockProgram(inner, target);
    const today = localDay(inner.now(), await getZone(inner, before.communityId));
    if (stateOf(before, today) !== 'running' || findPause(before, today)) throw programErrors.not_running();
    const pause: Pause = { from: shiftDay(today, 1), to: until };
    if (until !== null && until < pause.from) throw programErrors.pause_too_short({ from: pause.from });
    return writePauses(inner, before, { verb: 'pause_program', pauses: [...before.pauses, pause] });
  });
}

/** Lets a paused program go on from today; a pause that has not begun is taken back. */
export async function resumeProgram(ctx: Ctx, target: { communityId: string; programId: string }): Promise<Program> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockProgram(inner, target);
    const today = localDay(inner.now(), await getZone(inner, before.communityId));
    const pause = findPause(before, today);
    if (!pause) throw programErrors.not_paused();
    const rest = before.pauses.filter((one) => one !== pause);
    const pauses = pause.from < today ? [...rest, { from: pause.from, to: shiftDay(today, -1) }] : rest;
    return writePauses(inner, before, { verb: 'resume_program', pauses });
  });
}

async function writePauses(
  ctx: Ctx,
  before: Program,
  { verb, pauses }: { verb: AuditVerb; pauses: Pause[] },
): Promise<Program> {
  const after: Program = { ...before, pauses, changedAt: ctx.now() };
  await updateProgramRow(ctx, after);
  const facts = { before: { pauses: before.pauses }, after: { pauses } };
  await audit(ctx, after, verb, facts);
  return after;
}

/** Takes back a program in which nobody has checked in yet; one that was lived in is ended instead (`endsOn`). */
export async function removeProgram(ctx: Ctx, target: { communityId: string; programId: string }): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const program = await lockProgram(inner, target);
    if ((await countClaims(inner, program)) > 0) throw programErrors.in_use();
    await deleteProgram(inner, program);
    await audit(inner, program, 'remove_program', { before: factsOf(program) });
  });
}

async function readGroups(
  ctx: Ctx,
  communityId: string,
  groups: 'all' | readonly string[],
): Promise<Pick<Program, 'everywhere' | 'groupIds'>> {
  if (groups === 'all') return { everywhere: true, groupIds: [] };
  const groupIds = [...new Set(groups)].sort();
  if (groupIds.length === 0) throw programErrors.no_groups();
  for (const groupId of groupIds) {
    const group: Group | undefined = await findGroup(ctx, { communityId, groupId });
    if (!group || group.lifecycle === 'dissolved') throw programErrors.unknown_group({ groupId });
  }
  return { everywhere: false, groupIds };
}

function checkDates(program: Program): void {
  if (program.endsOn !== null && program.endsOn < program.startsOn)
    throw programErrors.ends_before_start({ startsOn: program.startsOn, endsOn: program.endsOn });
}

function factsOf({ name, everywhere, groupIds, startsOn, endsOn, definition }: Program) {
  return { name, everywhere, groupIds, startsOn, endsOn, definition };
}

async function audit(ctx: Ctx, program: Program, verb: AuditVerb, detail: Record<string, unknown>): Promise<void> {
  const { communityId, id } = program;
  await recordAudit(ctx, { communityId, action: actions[verb], target: { kind: 'program', id }, detail });
}

const actions = {
  create_program: 'programs.create_program',
  update_program: 'programs.update_program',
  remove_program: 'programs.remove_program',
  pause_program: 'programs.pause_program',
  resume_program: 'programs.resume_program',
} as const;

type AuditVerb = keyof typeof actions;
