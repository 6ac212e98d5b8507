/** Terms out of a file or a paste into a list: first what would become of each line, then all of it or nothing. And out again. */
import { getZone } from '../communities/index.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { rulesErrors } from './errors.ts';
import { insertMissingTerms, selectKnownTerms, selectTermPage, updateTerms, type TermLine } from './store/terms.ts';
import { readTermFile, writeTermTable, type ReadTerms, type TermFormat } from './term-file.ts';
import { takeTurns } from './term-index.ts';
import { explainProblem, getListOf, type ListId } from './term-check.ts';
import { changeTerms } from './terms.ts';

/** What is read. */
export interface TermText {
  text: string;
  format: TermFormat;
}

/** What would become of the lines. */
export interface TermPreview {
  /** New terms, those that stand there as they are, and those whose comment or last day would be another. */
  fresh: number;
  known: number;
  changed: number;
  /** Lines that say a term once more. */
  repeated: number;
  /** Of those that would come in: how many are over already. */
  expired: number;
  /** The first of them: what would change something before what stands there already. */
  examples: PreviewLine[];
  broken: number;
  /** The first of them. */
  lines: { line: number; text: string; why: string }[];
}

/** A term as it would stand on the list. */
export type PreviewLine = TermLine & { state: 'fresh' | 'changed' | 'known'; expired: boolean };

const mostExamples = 50;
const mostLines = 200;

/** Reads the lines and says what would become of each; keeps nothing. */
export async function previewTerms(ctx: Ctx, which: ListId, wish: TermText): Promise<TermPreview> {
  await getListOf(ctx, which);
  const read = await takeTurns(readTermFile(wish.text, wish.format));
  const { fresh, changed, known } = await compare(ctx, which, read);
  const today = localDay(ctx.now(), await getZone(ctx, which.communityId));
  const isOver = ({ expires }: TermLine) => expires !== null && expires < today;
  const show = (state: PreviewLine['state']) => (line: TermLine) => ({ ...line, state, expired: isOver(line) });
  const coming = [...fresh.map(show('fresh')), ...changed.map(show('changed'))];
  return {
    fresh: fresh.length,
    known: known.length,
    changed: changed.length,
    repeated: read.repeated,
    expired: coming.filter(({ expired }) => expired).length,
    examples: [...coming, ...known.slice(0, mostExamples).map(show('known'))].slice(0, mostExamples),
    broken: read.broken.length,
    lines: read.broken
      .slice(0, mostLines)
      .map(({ line, text, ...problem }) => ({ line, text, why: explainProblem(ctx, problem) })),
  };
}

/** Takes the lines into the list; when one is none, nothing, unless these shall be left out. */
export async function importTerms(
  ctx: Ctx,
  which: ListId,
  wish: TermText & { skipBroken: boolean },
): Promise<{ added: number; changed: number; skipped: number }> {
  const read = await takeTurns(readTermFile(wish.text, wish.format));
  const [first] = read.broken;
  if (first && !wish.skipBroken)
    throw rulesErrors.broken_lines({ count: read.broken.length, line: first.line, why: explainProblem(ctx, first) });
  return changeTerms(ctx, which, async (inner) => {
    const { fresh, changed } = await compare(inner, which, read);
    return {
      added: await insertMissingTerms(inner, which, fresh),
      changed: await updateTerms(inner, which, changed),
      skipped: read.broken.length,
    };
  });
}

/** A line that says nothing of comment and day leaves what the team has written. */
async function compare(
  ctx: Ctx,
  which: ListId,
  { terms }: Pick<ReadTerms, 'terms'>,
): Promise<{ fresh: TermLine[]; changed: TermLine[]; known: TermLine[] }> {
  const names = terms.map(({ term }) => term);
  const there = new Map((await selectKnownTerms(ctx, which, names)).map((line) => [line.term, line]));
  const isOther = (line: TermLine, before: TermLine) =>
    (line.comment !== '' && line.comment !== before.comment) ||
    (line.expires !== null && line.expires !== before.expires);
  const lines: Awaited<ReturnType<typeof compare>> = { fresh: [], changed: [], known: [] };
  for (const line of terms) {
    const before = there.get(line.term);
    if (!before) lines.fresh.push(line);
    else if (!isOther(line, before)) lines.known.push(before);
    else
      lines.changed.push({
        term: line.term,
        comment: line.comment || before.comment,
        expires: line.expires ?? before.expires,
      });
  }
  return lines;
}

const pageSize = 10_000;

/** All terms of a list as a table; importing it again changes nothing. */
export async function exportTerms(ctx: Ctx, which: ListId): Promise<{ name: string; table: string }> {
  const { name } = await getListOf(ctx, which);
  const lines: TermLine[] = [];
  for (let after = 0; ;) {
    const page = await selectTermPage(ctx, which, { q: '', before: null, after, limit: pageSize });
    lines.push(...page);
    if (page.length < pageSize) break;
    after = page.at(-1)!.position;
  }
  const head = (['term', 'comment', 'expires'] as const).map((column) => ctx.t(`rules:file.${column}`));
  return { name, table: writeTermTable(head, lines) };
}
