/**
 * A file of exactly the people who fit: who they are is settled at one moment, then their lines are read batch by batch while the file
 * is on its way. Private fields only for who may see them; the audit log keeps that a file was taken.
 */
import { Readable } from 'node:stream';
import { writeCsv } from '../../lib/spreadsheet/csv.ts';
import { writeXlsx, type Cell } from '../../lib/spreadsheet/xlsx.ts';
import { getZone } from '../communities/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import type { Definition } from './definition.ts';
import { profilesErrors } from './errors.ts';
import { describeValue, listFields, type Field } from './field.ts';
import { findPrepared, type MemberRow } from './members.ts';
import { mayReadPrivate } from './profile.ts';
import { catchUp } from './refresh.ts';
import { listWithTags, openSegment, type SegmentPerson } from './segment.ts';
import { listAccountsOf } from '../people/index.ts';
import { selectValues, type StoredValue } from './store/field.ts';

/** People whose lines are read at once. */
const chunk = 500;

/** What is to be written. */
export interface ExportWish {
  definition: Definition;
  format: 'csv' | 'xlsx';
  /** With private fields. */
  private: boolean;
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Answers with the file. */
export async function exportSegment(ctx: Ctx, communityId: string, wish: ExportWish): Promise<Response> {
  if (wish.private && !(await mayReadPrivate(ctx, communityId))) throw profilesErrors.private_fact();
  // A file is taken once: everybody's facts first.
  while (await catchUp(ctx, communityId)) {
    // Batch after batch.
  }
  const prepared = await openSegment(ctx, { communityId, definition: wish.definition });
  const members = await findPrepared(ctx, prepared, { after: null, limit: null });
  const fields = (await listFields(ctx, communityId)).filter((field) => wish.private || !field.private);
  const detail = { people: members.length, format: wish.format, private: wish.private };
  await inTransaction(ctx, (inner) => recordAudit(inner, { communityId, action: 'profiles.export_people', detail }));
  const rows = writeRows(ctx, communityId, { members, fields });
  const bytes = wish.format === 'csv' ? writeCsv(rows) : writeXlsx(ctx.t('profiles:file.sheet'), rows);
  const day = localDay(ctx.now(), await getZone(ctx, communityId));
  return new Response(
    Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array<ArrayBuffer>>,
    {
      headers: {
        'content-type': contentTypes[wish.format],
        'content-disposition': `attachment; filename="people-${day}.${wish.format}"`,
      },
    },
  );
}

const columns = [
  'name',
  'tags',
  'groups',
  'joined',
  'source',
  'inviter',
  'last_spoke',
  'messages28',
  'carriers',
] as const;

async function* writeRows(
  ctx: Ctx,
  communityId: string,
  { members, fields }: { members: readonly MemberRow[]; fields: readonly Field[] },
): AsyncGenerator<readonly Cell[]> {
  const zone = await getZone(ctx, communityId);
  yield [
    ...columns.map((column) => ctx.t(`profiles:file.${column}`)),
    ...fields.map(({ name }) => name),
    ctx.t('profiles:file.id'),
  ];
  const comma = ctx.t('profiles:list_comma');
  for (let from = 0; from < members.length; from += chunk) {
    const personIds = members.slice(from, from + chunk).map(({ personId }) => personId);
    const values = await readValues(ctx, communityId, personIds);
    for (const person of await listWithTags(ctx, communityId, personIds)) {
      const own = values.get(person.personId);
      yield [
        ...lineOf(person, { zone, comma }),
        ...fields.map((field) => cellOf(field, own?.get(field.id))),
        person.personId,
      ];
    }
  }
}

function lineOf(person: SegmentPerson, { zone, comma }: { zone: string; comma: string }): Cell[] {
  return [
    person.name,
    person.tags.map(({ name }) => name).join(comma),
    person.stays.map(({ groupName }) => groupName).join(comma),
    person.joinedAt === null ? null : localDay(person.joinedAt, zone),
    person.source,
    person.inviterName,
    person.lastActiveOn,
    person.messages28,
    person.carriers.join(comma),
  ];
}

function cellOf(field: Field, stored: StoredValue | undefined): Cell {
  if (!stored) return null;
  return field.kind === 'number' ? stored.num : describeValue(field, stored);
}

async function readValues(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<Map<string, Map<string, StoredValue>>> {
  const people = await listAccountsOf(ctx, communityId, personIds);
  const personOf = new Map(people.flatMap(({ personId, identityIds }) => identityIds.map((id) => [id, personId])));
  const values = new Map<string, Map<string, StoredValue>>();
  for (const value of await selectValues(ctx, communityId, [...personOf.keys()])) {
    const personId = personOf.get(value.identityId)!;
    values.set(personId, (values.get(personId) ?? new Map<string, StoredValue>()).set(value.fieldId, value));
  }
  return values;
}
