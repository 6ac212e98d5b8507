/** Own fields: what a community wants to know of its people. Defined once, checked at every value. */
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { isCalendarDay } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { dayNumberOf, dayOfNumber } from './day-number.ts';
import { profilesErrors } from './errors.ts';
import { columnOfField } from './given.ts';
import { insertColumns } from './store/fact.ts';
import {
  insertField,
  selectFields,
  selectUsedOptions,
  updateField,
  updateFieldDeleted,
  type Field,
  type StoredValue,
} from './store/field.ts';

export { fieldKinds, type Field } from './store/field.ts';

/** More fields than this and nobody fills any. */
const mostFields = 40;
const longestText = 200;
/** Beyond it a number is no longer exact. */
const largestNumber = 1e15;

/** What a field says of somebody: words, a number, a day, or the number of an option. */
export type FieldValue = string | number;

/** A new field; options by name. */
export interface NewField {
  name: string;
  kind: Field['kind'];
  private: boolean;
  options?: readonly string[] | undefined;
}

/** The fields of a community, in their order; options that are gone are left out. */
export async function listFields(ctx: Ctx, communityId: string): Promise<Field[]> {
  return selectFields(ctx, communityId);
}

/** One field; throws `platform.not_found`. */
export async function getField(ctx: Ctx, communityId: string, id: string): Promise<Field> {
  const field = (await selectFields(ctx, communityId)).find((one) => one.id === id);
  if (!field) throw platformErrors.not_found();
  return field;
}

/** Defines a field. Call inside a transaction. */
export async function createField(ctx: Ctx, communityId: string, wish: NewField): Promise<Field> {
  if ((await selectFields(ctx, communityId)).length >= mostFields) throw profilesErrors.too_many({ most: mostFields });
  const options = (wish.options ?? []).map((name, at) => ({ number: at + 1, name }));
  checkOptions(wish.kind, options);
  const field = { id: newId(ctx.now()), name: wish.name, kind: wish.kind, private: wish.private, options };
  if (!(await insertField(ctx, communityId, field))) throw profilesErrors.name_taken({ name: wish.name });
  await insertColumns(ctx, communityId, [columnOfField(field.id)]);
  const { name, kind } = field;
  const detail = { name, kind, private: field.private };
  await recordAudit(ctx, {
    communityId,
    action: 'profiles.create_field',
    target: { kind: 'field', id: field.id },
    detail,
  });
  return getField(ctx, communityId, field.id);
}

/** What may change about a field; its kind may not. Options keep their number; those without one are new. */
export interface FieldChange {
  name?: string | undefined;
  private?: boolean | undefined;
  options?: readonly { number?: number | undefined; name: string }[] | undefined;
}

/** Changes a field; an option that is said of somebody can't go. Call inside a transaction. */
export async function changeField(ctx: Ctx, communityId: string, id: string, change: FieldChange): Promise<Field> {
  const before = await getField(ctx, communityId, id);
  const options = change.options ? await mergeOptions(ctx, communityId, before, change.options) : before.options;
  checkOptions(before.kind, options);
  const next = { ...before, name: change.name ?? before.name, private: change.private ?? before.private, options };
  if (!(await updateField(ctx, communityId, next))) throw profilesErrors.name_taken({ name: next.name });
  await recordAudit(ctx, {
    communityId,
    action: 'profiles.change_field',
    target: { kind: 'field', id },
    detail: {
      name: next.name,
      before: { name: before.name, private: before.private },
      after: { name: next.name, private: next.private },
    },
  });
  return getField(ctx, communityId, id);
}

async function mergeOptions(
  ctx: Ctx,
  communityId: string,
  before: Field,
  wanted: readonly { number?: number | undefined; name: string }[],
): Promise<Field['options']> {
  const kept = new Set(wanted.flatMap(({ number }) => number ?? []));
  const used = await selectUsedOptions(ctx, communityId, before.id);
  const lost = before.options.find(({ number }) => used.includes(number) && !kept.has(number));
  if (lost) throw profilesErrors.option_in_use({ name: lost.name });
  // A number that was ever given stays taken: saved segments name options by it.
  let last = Math.max(0, ...before.options.map(({ number }) => number), ...used);
  return wanted.map(({ number, name }) => {
    const isKnown = number !== undefined && before.options.some((option) => option.number === number);
    return { number: isKnown ? number : ++last, name };
  });
}

function checkOptions(kind: Field['kind'], options: Field['options']): void {
  if (kind !== 'choice') {
    if (options.length > 0) throw profilesErrors.options_missing();
    return;
  }
  const names = new Set(options.map(({ name }) => name.toLowerCase()));
  if (options.length === 0 || names.size < options.length) throw profilesErrors.options_missing();
}

/** Takes a field out of use, or brings it back with its values. Call inside a transaction. */
export async function setFieldDeleted(ctx: Ctx, communityId: string, id: string, deleted: boolean): Promise<void> {
  const name = await updateFieldDeleted(ctx, { communityId, id }, deleted);
  if (name === undefined) throw platformErrors.not_found();
  await recordAudit(ctx, {
    communityId,
    action: deleted ? 'profiles.delete_field' : 'profiles.restore_field',
    target: { kind: 'field', id },
    detail: { name },
  });
}

/** Checks a value against its field and gives it as it is stored; throws with words that name the cure. */
export function readValue(ctx: Ctx, field: Field, value: FieldValue): Pick<StoredValue, 'text' | 'num'> {
  const refuse = (problem: 'text' | 'number' | 'date' | 'choice') =>
    profilesErrors.bad_value({
      name: field.name,
      problem: ctx.t(`profiles:problem.${problem}`, {
        most: longestText,
        options: field.options.map(({ name }) => name).join(ctx.t('profiles:list_comma')),
      }),
    });
  if (field.kind === 'text') {
    if (typeof value !== 'string' || value.trim() === '' || value.trim().length > longestText) throw refuse('text');
    return { text: value.trim(), num: null };
  }
  if (field.kind === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > largestNumber) throw refuse('number');
    return { text: null, num: value };
  }
  if (field.kind === 'date') {
    if (!isCalendarDay(value)) throw refuse('date');
    return { text: null, num: dayNumberOf(value as string) };
  }
  const option = field.options.find(({ number }) => number === value);
  if (!option) throw refuse('choice');
  return { text: null, num: option.number };
}

/** A stored value as it was given. */
export function showValue(field: Field, stored: Pick<StoredValue, 'text' | 'num'>): FieldValue | null {
  if (field.kind === 'text') return stored.text;
  if (stored.num === null) return null;
  return field.kind === 'date' ? dayOfNumber(stored.num) : stored.num;
}

/** A value in words: of a choice, the name of the option. */
export function describeValue(field: Field, stored: Pick<StoredValue, 'text' | 'num'>): string {
  const value = showValue(field, stored);
  if (value === null) return '';
  if (field.kind === 'choice') return field.options.find(({ number }) => number === value)?.name ?? '';
  return String(value);
}
