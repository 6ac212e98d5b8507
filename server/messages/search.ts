/**
 * Search over what was said. Walks the weeks in which the groups have messages from the newest to the oldest, in growing
 * strides, until the page is full: a common word is found in the last week, a rare one costs one look into each older week's
 * part of the index. What has the tokens is then checked against the text itself, so an answer is always exact.
 */
import type { Message } from '../carriers/index.ts';
import { gramsOfQuery, matchesQuery, readQuery, type Query } from '../../lib/text/tokens.ts';
import type { Ctx } from '../platform/context.ts';
import { messagesErrors } from './errors.ts';
import { fromCursor, toCursor } from './position.ts';
import { presentMessages, type Viewer } from './present.ts';
import type { Position } from './store/read.ts';
import type { MessageKind, MessageRow } from './store/row.ts';
import {
  selectByTime,
  selectByTokens,
  selectCandidates,
  selectWeeks,
  type Candidate,
  type SearchScope,
} from './store/search.ts';
import { authorGram, groupGram, kindGram, startOfWeek, tokensOfGrams, weekOf } from './tokens.ts';

/** What is searched for. */
export interface SearchWish {
  communityId: string;
  /** The groups that the reader may read; null = all of the community. */
  groupIds: readonly string[] | null;
  q: string;
  authorId?: string | undefined;
  kind?: MessageKind | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  cursor?: string | undefined;
  limit: number;
  viewer: Viewer;
}

/** How many of the newest rows of a week are looked at one by one before the index is asked. */
const look = 1500;

/** Finds messages, newest first. */
export async function searchMessages(
  ctx: Ctx,
  wish: SearchWish,
): Promise<{ items: Message[]; nextCursor: string | null }> {
  const query = readQuery(wish.q);
  const filtered = wish.authorId !== undefined || (wish.kind !== undefined && wish.kind !== 'text');
  if (query.runs.length === 0 && (wish.q.trim() !== '' || !filtered)) throw messagesErrors.nothing_to_search();
  const grams = gramsOf(wish, query);
  const found = await collect(ctx, { wish, query, grams });
  const page = found.slice(0, wish.limit);
  const last = page.at(-1);
  return {
    items: await presentMessages(ctx, wish.communityId, { rows: page, viewer: wish.viewer }),
    nextCursor: found.length > wish.limit && last ? toCursor(last) : null,
  };
}

interface Search {
  wish: SearchWish;
  query: Query;
  grams: readonly string[];
}

/** Up to one more than a page of rows that really match, newest first. */
async function collect(ctx: Ctx, search: Search): Promise<MessageRow[]> {
  const { wish } = search;
  const wanted = wish.limit + 1;
  const from = wish.from ?? new Date(0);
  let before = startOf(wish);
  const weeks = await selectWeeks(ctx, wish, { oldest: weekOf(from), newest: weekOf(before.at) });
  const rows: MessageRow[] = [];
  for (let at = 0, stride = 1; at < weeks.length && rows.length < wanted; at += stride, stride *= 4) {
    const some = weeks.slice(at, at + stride);
    const scope = { ...wish, from: later(from, startOfWeek(some.at(-1)!)), before };
    await collectWeeks(ctx, { ...search, scope, weeks: some, rows, wanted });
    before = { at: startOfWeek(some.at(-1)!), id: lowestId };
  }
  return rows;
}

/** Matches of a few weeks, appended to `rows`. */
async function collectWeeks(
  ctx: Ctx,
  search: Search & { scope: SearchScope; weeks: readonly number[]; rows: MessageRow[]; wanted: number },
): Promise<void> {
  const { wish, weeks, rows, wanted } = search;
  const terms = search.grams.map((gram) => weeks.flatMap((week) => tokensOfGrams(wish.communityId, week, [gram])));
  let { scope } = search;
  // Of a word that is everywhere the newest rows hold a page already, and the index would bring back a whole week of it.
  if (weeks.length === 1) {
    const { found, last, exhausted } = await selectByTime(ctx, scope, { terms, look });
    for (let at = 0; at < found.length && rows.length < wanted; at += wanted) {
      rows.push(...(await check(ctx, search, found.slice(at, at + wanted))));
    }
    if (exhausted || last === null) return;
    scope = { ...scope, before: last };
  }
  while (rows.length < wanted) {
    const limit = (wanted - rows.length) * 2;
    const found = await selectByTokens(ctx, scope, { terms, limit });
    rows.push(...(await check(ctx, search, found)));
    if (found.length < limit) return;
    scope = { ...scope, before: found.at(-1)! };
  }
}

/** The candidates whose text really matches, in their order. */
async function check(ctx: Ctx, search: Search, candidates: readonly Candidate[]): Promise<MessageRow[]> {
  const { wish, query } = search;
  const rows = new Map((await selectCandidates(ctx, wish.communityId, candidates)).map((row) => [row.id, row]));
  return candidates.flatMap(({ id }) => {
    const row = rows.get(id);
    const fits =
      row &&
      (wish.authorId === undefined || row.authorId === wish.authorId) &&
      (wish.kind === undefined || row.kind === wish.kind) &&
      matchesQuery(query, row.text);
    return fits ? [row] : [];
  });
}

/** What every match must have: the words, and the narrow filters, which make common words cheap. */
function gramsOf(wish: SearchWish, query: Query): string[] {
  const grams = gramsOfQuery(query);
  if (wish.groupIds?.length === 1) grams.push(groupGram(wish.groupIds[0]!));
  if (wish.authorId) grams.push(authorGram(wish.authorId));
  if (wish.kind && wish.kind !== 'text') grams.push(kindGram(wish.kind));
  return grams;
}

const lowestId = '00000000-0000-0000-0000-000000000000';
/** Clocks of other platforms go wrong; what they date into the future is found too. */
const endOfTime = new Date('9999-12-31T00:00:00Z');

function startOf(wish: SearchWish): Position {
  const end = { at: wish.to ?? endOfTime, id: lowestId };
  if (wish.cursor === undefined) return end;
  const position = fromCursor(wish.cursor);
  return position.at < end.at ? position : end;
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
