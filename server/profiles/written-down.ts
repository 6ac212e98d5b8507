/** Tags, values and notes of many people at once, as a list brings them; each value is checked as one from the drawer is. */
import { actorKey } from '../platform/auth/actor.ts';
import type { Ctx } from '../platform/context.ts';
import { AppError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { readValue, type Field, type FieldValue } from './field.ts';
import { touchPeople } from './refresh.ts';
import { selectValues, type StoredValue } from './store/field.ts';
import {
  deleteGiven,
  deleteTraces,
  insertGiven,
  selectLastingTags,
  selectNoteTexts,
  type GivenNote,
  type GivenTag,
  type GivenValue,
  type Going,
} from './store/written-down.ts';

export type { GivenNote, GivenTag, GivenValue } from './store/written-down.ts';

/** A value as it is stored. */
export type WrittenValue = Pick<StoredValue, 'text' | 'num'>;

/** What the team has given to accounts so far. */
export interface GivenSoFar {
  tags: GivenTag[];
  values: StoredValue[];
  notes: GivenNote[];
}

/** Everything that the team has given to some accounts; tags that expire are left out, what was said last stands last. */
export async function listGiven(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<GivenSoFar> {
  return {
    tags: await selectLastingTags(ctx, communityId, identityIds),
    values: await selectValues(ctx, communityId, identityIds),
    notes: await selectNoteTexts(ctx, communityId, identityIds),
  };
}

/** Gives tags, values and notes; gives the ids of the notes. Call inside a transaction. */
export async function writeDownGiven(
  ctx: Ctx,
  communityId: string,
  given: {
    tags: readonly GivenTag[];
    values: readonly GivenValue[];
    notes: readonly Omit<GivenNote, 'id'>[];
    by?: string;
  },
): Promise<GivenNote[]> {
  const notes = given.notes.map((note) => ({ ...note, id: newId(ctx.now()) }));
  await insertGiven(ctx, communityId, { ...given, notes, by: given.by ?? actorKey(ctx.actor) });
  return notes;
}

/** Takes back what was given. Call inside a transaction. */
export async function takeBackGiven(ctx: Ctx, communityId: string, given: Going): Promise<void> {
  await deleteGiven(ctx, communityId, given);
  await touchPeople(
    ctx,
    communityId,
    [...given.tags, ...given.values].map(({ identityId }) => identityId),
  );
}

/** Forgets facts of accounts that were taken back. */
export async function forgetTraces(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  await deleteTraces(ctx, communityId, identityIds);
}

/** What a cell of a list says in a field: ready to be stored, or undefined when it does not fit the field. */
export function readWritten(ctx: Ctx, field: Field, cell: string): WrittenValue | undefined {
  try {
    return readValue(ctx, field, valueOf(field, cell));
  } catch (error) {
    if (error instanceof AppError && error.code === 'profiles.bad_value') return undefined;
    throw error;
  }
}

function valueOf(field: Field, cell: string): FieldValue {
  if (field.kind === 'number') return Number(cell.normalize('NFKC').replaceAll(/[,\s]/g, '') || 'nothing');
  if (field.kind === 'date') return readDay(cell) ?? '';
  if (field.kind !== 'choice') return cell;
  const wanted = cell.normalize('NFKC').trim().toLowerCase();
  return field.options.find(({ name }) => name.normalize('NFKC').toLowerCase() === wanted)?.number ?? Number.NaN;
}

/** A day as people write it: 2026-11-22, 2026/1/2, 2026.1.2, 2026年1月2日, 20261122; with or without a time behind it. */
export function readDay(cell: string): string | undefined {
  const plain = cell.normalize('NFKC').trim();
  const match =
    /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(
      plain,
    );
  if (!match) return undefined;
  const [year, month, day] = [match[1], match[2] ?? match[4] ?? match[6], match[3] ?? match[5] ?? match[7]];
  const text = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}
