/**
 * What a team looks at again and again: who seems to lead opinions, who seems to advertise, and on how few the worth rests (2-7-1). The
 * same formulas as in a diagnosis, without the rest of its cost.
 */
import type { HistoryItem } from '../history/index.ts';
import { createReport } from '../history/report.ts';
import { bootstrap, rankBands, shrinkRates } from '../stats/index.ts';
import { quantile } from '../stats/summary.ts';
import { listAdvertisers } from './advertising.ts';
import { makeCalendar } from './calendar.ts';
import { collectTalks } from './collect.ts';
import { measureConcentration } from './concentration.ts';
import type { MissingReason } from './diagnosis.ts';
import { makeFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { findLeaders } from './roles/leader.ts';
import { ROLE_DAYS } from './roles/role.ts';
import { FEWEST_MESSAGES } from './roles/roles.ts';
import type { Talk } from './talk.ts';
import { tallyPeople } from './tally.ts';
import { collectTies } from './ties.ts';

/** Somebody who may lead opinions: how many answers of how many people, and where that stands between nobody (0) and the first (1). */
export interface LikelyLeader {
  person: string;
  holds: boolean;
  /** Whether there is as much as the rule needs at least. */
  enough: boolean;
  score: number;
  ci95: [number, number];
  replies: number;
  repliers: number;
  /** Reply links were guessed. */
  estimated: boolean;
}

/** Somebody who may advertise, with the signs and the share of advertising in what they say, pulled to that of the group. */
export interface LikelyAdvertiser {
  person: string;
  score: number;
  signs: number;
  messages: number;
  ads: number;
  repeated: number;
  contacts: number;
  unanswered: number;
  isNew: boolean;
  share: number;
  interval: [number, number];
}

/** 2-7-1 of those who spoke and have been there for four weeks; shares of the worth of what was said in the last four weeks. */
export interface Bands {
  sizes: [number, number, number];
  shares: [number, number, number];
  /** Of the top band's share. */
  ci95: [number, number];
}

/** One group, sorted; people are named by the `externalId` of their messages. */
export interface Sorting {
  messages: number;
  leaders: LikelyLeader[];
  advertisers: LikelyAdvertiser[];
  bands: Bands | null;
  /** Set exactly when `bands` is null. */
  reason: MissingReason | null;
  /** Days without a word that 95 of 100 of somebody's own pauses stay within. */
  pauses: Map<string, number>;
}

/** What sorting takes beside the talk. */
export interface SortOptions {
  /** IANA zone whose midnights end all windows. */
  zone: string;
  /** Who runs the group: they are never called leaders of opinion, as they always win. */
  team: ReadonlySet<string>;
}

/** Sorts the talk of one group; it is read to its end. */
export async function sortPeople(batches: AsyncGenerator<HistoryItem[]>, options: SortOptions): Promise<Sorting> {
  const [talk] = await collectTalks({ format: 'talk', report: createReport('talk', 'utf8'), batches });
  if (!talk || talk.count === 0)
    return { messages: 0, leaders: [], advertisers: [], bands: null, reason: 'empty_group', pauses: new Map() };
  const frame = makeFrame(talk, { calendar: makeCalendar(options.zone), now: talk.at[talk.count - 1]! });
  const from = frame.rowFrom(ROLE_DAYS);
  const messages = frame.recent.count - from;
  const enough = messages >= FEWEST_MESSAGES;
  return {
    messages,
    leaders: enough ? listLeaders(frame, from, options.team) : [],
    advertisers: enough ? listLikelyAdvertisers(frame, from) : [],
    ...drawShares(frame),
    pauses: measurePauses(talk, frame),
  };
}

/** Messages of the stream name their author by id, so the name is the id. */
function keyOf(talk: Talk, person: number): string {
  return talk.people[person]!.name;
}

function listLeaders(frame: Frame, from: number, team: ReadonlySet<string>): LikelyLeader[] {
  const apart = new Set(frame.all.people.flatMap(({ name }, person) => (team.has(name) ? [person] : [])));
  return findLeaders({ frame, from, ties: collectTies(frame, ROLE_DAYS), apart }).map(
    ({ person, state, score, ci95, parts, reason, estimated = false }) => ({
      person: keyOf(frame.all, person),
      holds: state !== 'insufficient',
      enough: reason !== 'too_few_replies',
      score,
      ci95: ci95!,
      replies: parts.replies!,
      repliers: parts.repliers!,
      estimated,
    }),
  );
}

function listLikelyAdvertisers(frame: Frame, from: number): LikelyAdvertiser[] {
  const found = listAdvertisers(frame);
  const messages = tallyPeople(frame.recent, from);
  const ads = new Float64Array(messages.length);
  for (const one of found) ads[one.person] = one.ads;
  const shrunk = shrinkRates(ads, messages)!;
  return found.map(({ person, score, signs, messages: said, repeated, contacts, unanswered, isNew, ...one }) => ({
    person: keyOf(frame.all, person),
    score,
    signs,
    messages: said,
    ads: one.ads,
    repeated,
    contacts,
    unanswered,
    isNew,
    share: shrunk.rates[person]!,
    interval: shrunk.intervals[person]!,
  }));
}

const DRAWS = 200;

function drawShares(frame: Frame): Pick<Sorting, 'bands' | 'reason'> {
  const { results, valueShare, bands } = measureConcentration(frame);
  const { value, parts, reason } = results['seg.271']!;
  if (value === null) return { bands: null, reason: reason! };
  const amounts = valueShare.filter((_, person) => bands[person] !== 255);
  const drawn = bootstrap(amounts.length, (rows) => topShareOf(Float64Array.from(rows, (row) => amounts[row]!)), {
    seed: `${frame.all.name}:271`,
    draws: DRAWS,
  })!;
  const numbers = (...keys: string[]) => keys.map((key) => Number(parts![key])) as [number, number, number];
  return {
    bands: {
      sizes: numbers('top', 'middle', 'bottom'),
      shares: numbers('topShare', 'middleShare', 'bottomShare'),
      ci95: [drawn.interval[0], drawn.interval[1]],
    },
    reason: null,
  };
}

function topShareOf(amounts: Float64Array): number {
  const drawn = rankBands(amounts);
  const sum = (of: Float64Array) => of.reduce((all, one) => all + one, 0);
  return sum(amounts.filter((_, at) => drawn[at] === 0)) / sum(amounts);
}

function measurePauses(talk: Talk, { calendar }: Frame): Map<string, number> {
  const last = new Map<number, number>();
  const gaps = new Map<number, number[]>();
  for (let row = 0; row < talk.count; row += 1) {
    const person = talk.author[row]!;
    const day = calendar.dayOf(talk.at[row]!);
    const before = last.get(person);
    if (before !== undefined && day > before) gaps.set(person, [...(gaps.get(person) ?? []), day - before]);
    last.set(person, day);
  }
  return new Map([...gaps].map(([person, own]) => [keyOf(talk, person), quantile(own, 0.95)!]));
}
