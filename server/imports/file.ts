/** Files that go out: the template to fill in, and the bad rows with what is wrong with each, to be put right and brought back. */
import { Readable } from 'node:stream';
import { writeCsv } from '../../lib/spreadsheet/csv.ts';
import { writeXlsx, type Cell } from '../../lib/spreadsheet/xlsx.ts';
import { getZone } from '../communities/index.ts';
import { listLivingGroups } from '../groups/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { listFields, type Field } from '../profiles/index.ts';
import { plainTargets } from './column.ts';
import { getImport } from './import.ts';
import { selectRows, type ImportRow } from './store.ts';
import { describeProblems, targetName } from './words.ts';

/** Formats of files. */
export type Format = 'csv' | 'xlsx';

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Columns of the template: the ones that most lists have; the others are recognised all the same. */
const templateTargets = plainTargets.filter(
  (target) => !target.startsWith('account.') || ['account.wechat', 'account.qq', 'account.telegram'].includes(target),
);

/** The template, with the community's own fields and two people who show how it is meant. */
export async function writeTemplate(ctx: Ctx, communityId: string, format: Format): Promise<Response> {
  const fields = await listFields(ctx, communityId);
  const [group] = await listLivingGroups(ctx, communityId);
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const head = [...templateTargets.map((target) => targetName(ctx, target, fields)), ...fields.map(({ name }) => name)];
  const sample = (who: 1 | 2) => [
    ...templateTargets.map((target): Cell => {
      if (target === 'groups') return group?.name ?? '';
      if (target === 'joined') return shiftDay(today, -10 * who);
      const key = target.replace('.', '_') as 'name';
      return ctx.t(`imports:sample${who}.${key}`);
    }),
    ...fields.map((field) => sampleOf(ctx, field)),
  ];
  return answer(ctx, { name: 'people-template', format, rows: [head, sample(1), sample(2)] });
}

function sampleOf(ctx: Ctx, field: Field): Cell {
  if (field.kind === 'number') return 1;
  if (field.kind === 'date') return '1990-05-01';
  return field.kind === 'choice' ? (field.options[0]?.name ?? '') : ctx.t('imports:sample_text');
}

/** The bad rows of a list as they stood, with what is to be mended in two columns that are left out when the file comes back. */
export async function writeBadRows(
  ctx: Ctx,
  which: { communityId: string; id: string },
  format: Format,
): Promise<Response> {
  const one = await getImport(ctx, which.communityId, which.id);
  const describe = await describeProblems(ctx, one);
  const rows = async function* (): AsyncGenerator<readonly Cell[]> {
    yield [ctx.t('imports:column.row'), ctx.t('imports:column.problem'), ...one.headings];
    for await (const row of badRows(ctx, which)) {
      const words = describe(row).map(
        ({ heading, reason, cure }) => `${heading ? `${heading}: ` : ''}${reason} ${cure}`,
      );
      yield [row.number, words.join('\n'), ...one.headings.map((_, at) => row.cells[at] ?? '')];
    }
  };
  return answer(ctx, { name: 'people-to-mend', format, rows: rows() });
}

async function* badRows(ctx: Ctx, { communityId, id }: { communityId: string; id: string }): AsyncGenerator<ImportRow> {
  const limit = 500;
  for (let after = 0; ;) {
    const rows = await selectRows(ctx, { communityId, importId: id, after, limit, verdicts: ['bad'] });
    yield* rows;
    if (rows.length < limit) return;
    after = rows.at(-1)!.number;
  }
}

function answer(
  ctx: Ctx,
  file: { name: string; format: Format; rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]> },
): Response {
  const bytes = file.format === 'csv' ? writeCsv(file.rows) : writeXlsx(ctx.t('imports:sheet'), file.rows);
  return new Response(
    Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array<ArrayBuffer>>,
    {
      headers: {
        'content-type': contentTypes[file.format],
        'content-disposition': `attachment; filename="${file.name}.${file.format}"`,
      },
    },
  );
}
