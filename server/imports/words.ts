/** What is wrong with rows, in the words of whoever looks: the reason and the cure. */
import type { Ctx } from '../platform/context.ts';
import type { TextKey } from '../platform/i18n.ts';
import { listFields, type Field } from '../profiles/index.ts';
import type { Target } from './column.ts';
import type { Import, ImportRow } from './store.ts';

/** The name of what a column means. */
export function targetName(ctx: Ctx, target: Target, fields: readonly Field[]): string {
  if (target.startsWith('field.')) return fields.find(({ id }) => target === `field.${id}`)?.name ?? '';
  return ctx.t(`imports:column.${target.replace('.', '_')}` as TextKey);
}

/** One thing that is wrong with a row, in words. */
export interface ShownProblem {
  column: number | null;
  /** The heading in the file; empty when the row as a whole is meant. */
  heading: string;
  value: string;
  reason: string;
  cure: string;
}

/** Gives a function that puts the problems of rows of one list into words. */
export async function describeProblems(ctx: Ctx, one: Import): Promise<(row: ImportRow) => ShownProblem[]> {
  const fields = await listFields(ctx, one.communityId);
  return ({ cells, problems }) =>
    problems.map(({ column, code, data }) => {
      const target = column === null ? null : (one.targets[column] ?? null);
      const heading = column === null ? '' : one.headings[column] || (target ? targetName(ctx, target, fields) : '');
      return {
        column,
        heading,
        value: column === null ? '' : (cells[column] ?? '').slice(0, 100),
        reason: ctx.t(`imports:problem.${code}`, data),
        cure: ctx.t(`imports:cure.${code}`, data),
      };
    });
}
