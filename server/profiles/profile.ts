/** What a team knows of one person: tags, fields, notes. Private things are masked, and whoever looks at them is noted. */
import { getZone } from '../communities/index.ts';
import { listAccountsOf } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { checkPermission } from '../platform/auth/grants.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { getField, listFields, readValue, showValue, type Field, type FieldValue } from './field.ts';
import { profilesErrors } from './errors.ts';
import { touchNow } from './refresh.ts';
import { deleteValues, selectValues, upsertValue, type StoredValue } from './store/field.ts';
import { insertNote, selectNotes, updateNote, updateNoteDeleted, type Note } from './store/note.ts';
import { selectTaggings, type Tagging } from './store/tag.ts';

/** One person in one community. */
export interface Whom {
  communityId: string;
  personId: string;
}

/** A field with what it says of a person. */
export interface ShownField extends Field {
  /** Null when nothing is known, and when it is masked. */
  value: FieldValue | null;
  /** There is something, but it is private: see `readPrivate`. */
  masked: boolean;
}

/** What may be seen of a person without being noted. */
export interface Profile {
  tags: Tagging[];
  fields: ShownField[];
}

/** Tags and fields of a person, private values masked; throws `platform.not_found`. */
export async function getProfile(ctx: Ctx, whom: Whom): Promise<Profile> {
  const identityIds = await accountsOf(ctx, whom);
  const { communityId } = whom;
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const taggings = await selectTaggings(ctx, communityId, { identityIds, today });
  const once = new Map(taggings.toReversed().map((tagging) => [tagging.tagId, tagging]));
  const values = lastByField(await selectValues(ctx, communityId, identityIds));
  const fields = (await listFields(ctx, communityId)).map((field): ShownField => {
    const stored = values.get(field.id);
    const masked = field.private && stored !== undefined;
    return { ...field, value: stored && !masked ? showValue(field, stored) : null, masked };
  });
  return { tags: [...once.values()].toReversed(), fields };
}

/** Private values of a person; the audit log keeps who looked. */
export async function readPrivate(
  ctx: Ctx,
  whom: Whom,
): Promise<{ fields: { id: string; value: FieldValue | null }[] }> {
  const identityIds = await accountsOf(ctx, whom);
  const values = lastByField(await selectValues(ctx, whom.communityId, identityIds));
  await noteReading(ctx, whom, 'profiles.read_private');
  return {
    fields: (await listFields(ctx, whom.communityId))
      .filter((field) => field.private)
      .map((field) => ({ id: field.id, value: values.has(field.id) ? showValue(field, values.get(field.id)!) : null })),
  };
}

/** Says something of a person in a field, or takes it away with null. Call inside a transaction. */
export async function setField(
  ctx: Ctx,
  whom: Whom,
  set: { fieldId: string; value: FieldValue | null },
): Promise<void> {
  const { communityId, personId } = whom;
  const identityIds = await accountsOf(ctx, whom);
  const field = await getField(ctx, communityId, set.fieldId);
  if (field.private && !(await mayReadPrivate(ctx, communityId)))
    throw profilesErrors.private_fact({ name: field.name });
  // All accounts speak with one voice again; after an unmerge it stays with the first.
  await deleteValues(ctx, { communityId, identityIds, fieldId: field.id });
  if (set.value !== null) {
    const stored = { ...readValue(ctx, field, set.value), by: actorKey(ctx.actor) };
    await upsertValue(ctx, { communityId, identityId: identityIds[0]!, fieldId: field.id }, stored);
  }
  await touchNow(ctx, communityId, identityIds);
  // Which field, never what it says.
  const detail = { field: field.name, cleared: set.value === null };
  await recordAudit(ctx, {
    communityId,
    action: 'profiles.set_field',
    target: { kind: 'person', id: personId },
    detail,
  });
}

/** Whether who acts may see private data of people. */
export async function mayReadPrivate(ctx: Ctx, communityId: string): Promise<boolean> {
  return (await checkPermission(ctx, 'people.private', communityId)) === 'granted';
}

/** Notes on a person, newest first; the audit log keeps who looked. */
export async function listNotes(ctx: Ctx, whom: Whom): Promise<Note[]> {
  const notes = await selectNotes(ctx, whom.communityId, await accountsOf(ctx, whom));
  if (notes.length > 0) await noteReading(ctx, whom, 'profiles.read_notes');
  return notes;
}

/** Writes a note. Call inside a transaction. */
export async function writeNote(ctx: Ctx, whom: Whom, text: string): Promise<Note> {
  const { communityId } = whom;
  const [identityId] = await accountsOf(ctx, whom);
  return insertNote(ctx, { communityId, id: newId(ctx.now()), identityId: identityId!, text, by: writer(ctx) });
}

/** Changes a note; everybody of the team who may write may mend. Call inside a transaction. */
export async function changeNote(ctx: Ctx, whom: Whom, note: { id: string; text: string }): Promise<Note> {
  const identityIds = await accountsOf(ctx, whom);
  const changed = await updateNote(ctx, { communityId: whom.communityId, identityIds, id: note.id }, note.text);
  if (!changed) throw platformErrors.not_found();
  return changed;
}

/** Puts a note away, or brings it back. Call inside a transaction. */
export async function setNoteDeleted(ctx: Ctx, whom: Whom, id: string, deleted: boolean): Promise<void> {
  const identityIds = await accountsOf(ctx, whom);
  if (!(await updateNoteDeleted(ctx, { communityId: whom.communityId, identityIds, id }, deleted)))
    throw platformErrors.not_found();
}

function writer({ actor }: Ctx): string {
  return actor.kind === 'operator' || actor.kind === 'token' ? actor.name : actorKey(actor);
}

async function noteReading(
  ctx: Ctx,
  { communityId, personId }: Whom,
  action: 'profiles.read_private' | 'profiles.read_notes',
): Promise<void> {
  await inTransaction(ctx, (inner) =>
    recordAudit(inner, { communityId, action, target: { kind: 'person', id: personId } }),
  );
}

async function accountsOf(ctx: Ctx, { communityId, personId }: Whom): Promise<string[]> {
  const [person] = await listAccountsOf(ctx, communityId, [personId]);
  if (!person) throw platformErrors.not_found();
  return person.identityIds;
}

function lastByField(values: readonly StoredValue[]): Map<string, StoredValue> {
  return new Map(values.map((value) => [value.fieldId, value]));
}
