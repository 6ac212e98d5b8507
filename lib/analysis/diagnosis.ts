/**
 * The shape of a diagnosis: plain JSON, versioned, without a word for a reader's eyes. Whatever is said to people is a code with
 * parameters; the words stand in the catalogue of whoever shows it. Documented in docs/diagnosis-format.md.
 *
 * Conventions: moments are ISO 8601 in UTC, days are `YYYY-MM-DD` in the zone of the diagnosis, shares run 0..1, people and messages
 * are named by ids that hold within one group (`people[].id`, `evidence[].id`), and what is not known is `null` with a reason, never 0.
 */

import type { Advice, Finding } from './finding.ts';

export type * from './finding.ts';

/** Why a result has no value: a stable code. */
export type MissingReason =
  | 'empty_group'
  | 'too_few_messages'
  | 'too_few_people'
  | 'too_few_replies'
  | 'too_few_questions'
  | 'too_few_newcomers'
  | 'too_few_invites'
  | 'too_few_members'
  | 'too_few_gaps'
  | 'too_short_history'
  | 'links_too_uncertain'
  | 'not_significant'
  | 'no_joins'
  | 'no_reads'
  | 'no_reactions'
  | 'no_inviters'
  | 'no_owner'
  | 'no_purchases'
  | 'no_promotion_labels'
  | 'no_experiment'
  | 'no_portfolio'
  | 'no_zero_members';

/** What a result may be: a number, a word of a fixed set, a yes or no, a list of ids. */
export type MetricValue = number | string | boolean | string[];

/** One result of the metrics catalogue, with what is needed to doubt it. */
export interface MetricResult<V = number> {
  value: V | null;
  /** Set exactly when `value` is null. */
  reason?: MissingReason;
  /** How many observations it rests on. */
  n: number;
  ci95?: [number, number];
  /** For instance `28d to 2024-03-02`: the last local midnight that is not counted any more. */
  window: string;
  needs: string[];
  version: number;
  unit?:
    'people' | 'share' | 'count' | 'minutes' | 'days' | 'index' | 'points_per_day' | 'lift' | 'hops' | 'percent_point';
  /** Weights or thresholds written by hand, not learned from data. */
  provisional?: true;
  /** Rests on guessed reply links whose quality is not shown for this group (metrics.md §4.4): say 估计. */
  estimated?: true;
  /** The pieces of a compound result. */
  parts?: Record<string, number | string | null>;
}

/** A whole diagnosis. */
export interface Diagnosis {
  version: 1;
  /** The zone whose midnights end all windows. */
  zone: string;
  /** The moment from which quietness is measured: given, or the end of the whole log. */
  now: string;
  source: SourceSummary;
  groups: GroupDiagnosis[];
  /** Over all groups of the log; `life.km` is null when there are too few. */
  portfolio: { groups: number; metrics: Record<string, MetricResult<MetricValue>>; survival: Curve | null };
}

/** What was read, and what was taken for granted while reading. */
export interface SourceSummary {
  format: string;
  /** Talk by people and bots. */
  messages: number;
  authors: number;
  from: string | null;
  to: string | null;
  unknownLines: number;
  /** Joins, calls, renames and other rows that nobody said. */
  systemRows: number;
  assumptions: { code: string; value?: string }[];
  problems: { code: string; count: number; line?: number; file?: string; detail?: string }[];
  truncated: boolean;
}

/** One group, all about it. */
export interface GroupDiagnosis {
  id: string;
  name: string;
  kind: 'group' | 'private' | 'channel' | 'unknown';
  messages: number;
  systemRows: number;
  authors: number;
  from: string | null;
  to: string | null;
  /** The local day (excluded) on which all windows of this group end: the one after its last message. */
  windowEnd: string | null;
  /** What this log tells at all. */
  capabilities: Capabilities;
  metrics: Record<string, MetricResult<MetricValue>>;
  /** Most talkative first; bots are marked and take part in no metric. */
  people: PersonDiagnosis[];
  keyPeople: KeyPerson[];
  structure: Structure;
  lifecycle: Lifecycle;
  replies: Replies;
  /** Five sentences: what it is, who carries it, what it is worth, where it goes, what to do first. */
  verdict: Finding[];
  /** Other things worth a look, gravest first. */
  findings: Finding[];
  /** At most seven steps, most useful first. */
  advice: Advice[];
  pulse: Pulse;
  rhythm: Rhythm;
  newcomers: Newcomers;
  topics: Topic[];
  /** Answered within t minutes, 1 − Kaplan–Meier; null when there are too few questions. */
  responseCurve: Curve | null;
  valuable: ValuedMessage[];
  /** The most heated ten minutes, hottest first. */
  heated: HeatedMoment[];
  ads: AdFinding[];
  graph: GraphView;
  /** Every message that anything above points at. */
  evidence: EvidenceMessage[];
}

/** Which sorts of knowledge the log holds; what is false here makes metrics null, not zero. */
export interface Capabilities {
  replyTo: boolean;
  mentions: boolean;
  reactions: boolean;
  reads: boolean;
  joins: boolean;
  leaves: boolean;
  inviter: boolean;
  purchases: boolean;
}

export type RoleId =
  | 'thinker'
  | 'critic'
  | 'conflict'
  | 'bystander'
  | 'silent'
  | 'unspoken'
  | 'leader'
  | 'payer'
  | 'advertiser'
  | 'zombie'
  | 'producer'
  | 'successor'
  | 'connector'
  | 'answerer';

/**
 * `assigned`: the rule of metrics.md §2 holds; `candidate`: it holds by weights nobody has checked, look at the evidence;
 * `insufficient`: 证据不足, the score is shown greyed with what is missing.
 */
export type RoleState = 'assigned' | 'candidate' | 'insufficient';

/** One role of one person, with its proof. */
export interface RoleLabel {
  role: RoleId;
  state: RoleState;
  /** 0..1 within this group. */
  score: number;
  ci95?: [number, number];
  n: number;
  reason?: MissingReason;
  provisional?: true;
  estimated?: true;
  /** The figures of the rule, by name, such as `roots`, `distinctRepliers`, `disagreeShare`. */
  parts: Record<string, number>;
  /** Ids of messages that show it. */
  evidence: string[];
}

/** One person or bot. */
export interface PersonDiagnosis {
  id: string;
  name: string;
  otherNames: string[];
  bot?: 'marked' | 'looks_like';
  isSelf?: true;
  isOwner?: true;
  messages: number;
  /** Of all talk by people. */
  share: number;
  /** In the last 28 and 56 days of the log. */
  messages28: number;
  messages56: number;
  activeDays: number;
  firstAt: string | null;
  lastAt: string | null;
  joinedAt?: string;
  leftAt?: string;
  /** Only when it beats the runner-up outside its interval. */
  mainRole: RoleId | null;
  roles: RoleLabel[];
  /** pagerank, inStrength, outStrength, betweenness, constraint, participation, core, valueShare, dependence, churn, …; null = not known. */
  scores: Record<string, number | null>;
  /** 2-7-1 by value; null when it must not be drawn. */
  band: 'top' | 'middle' | 'bottom' | null;
  circle: number | null;
  /** What this person brings, strongest first. */
  brings: Finding[];
}

/** One of the four or five without whom the talk falls apart. */
export interface KeyPerson {
  person: string;
  /** Share of resamples of the threads in which the set contains this person; shown from .6. */
  inclusion: number;
  valueShare: number;
  /** Loss of weighted reach when this person is taken away. */
  reachLoss: number;
  evidence: string[];
}

/** How people hang together. */
export interface Structure {
  type: 'radial' | 'mesh' | 'hybrid' | null;
  reason?: MissingReason;
  centralization: number | null;
  /** The person in the middle, when there is one. */
  centre: string | null;
  /** Share of reply links that touch the centre. */
  centreShare: number | null;
  /** Share of the largest connected part that falls off when the centre is taken away. */
  centreLoss: number | null;
  circles: { id: number; people: string[] }[];
  /** People who tie circles together, strongest first. */
  brokers: string[];
}

export type Stage = 'new' | 'growing' | 'mature' | 'declining' | 'dead' | 'unclear';

/** Where the group stands in its life, and where that leads. */
export interface Lifecycle {
  stage: Stage | null;
  reason?: MissingReason;
  /** Change of weekly speakers per week over the last six, as a share (Theil–Sen on log). */
  slope: number | null;
  slopeCi95: [number, number] | null;
  trendP: number | null;
  /** So many days of silence are unusual for this very group. */
  quietThresholdDays: number | null;
  /** Days from the last message by a person to `now`. */
  quietDays: number | null;
  /** The longest silence beyond the threshold in the last six weeks that did not last; null for none. */
  breakDays: number | null;
  /** Chance that a silence longer than the threshold begins within 30 and 90 days. */
  quietWithin30: MetricResult;
  quietWithin90: MetricResult;
  /** Chance that it is still talking, by day from `now`, with interval. */
  forecast: Curve | null;
  /** Median days until it falls quiet, with interval; null beyond the horizon (`> 365`). */
  medianDays: number | null;
  medianDaysCi95: [number | null, number | null] | null;
}

/** How reply links were found. */
export interface Replies {
  linker: string;
  edges: number;
  explicitShare: number;
  /** Why this linker: a code. */
  reason: string;
  /** True when metrics that wrong links distort may be shown without 估计 (metrics.md §4.4). */
  trusted: boolean;
}

/** Talk over time. */
export interface Pulse {
  step: 'day' | 'week';
  /** The first local day of each step. */
  from: string[];
  messages: number[];
  speakers: number[];
  newcomers: number[];
}

/** Talk over the hours of a week. */
export interface Rhythm {
  /** 7 × 24 messages, Monday first, local time, over the last 84 days. */
  messages: number[];
  /** 7 × 24 shrunk response within two hours, relative to the mean (1 = usual); null where nothing was said. */
  response: (number | null)[];
  /** Best slots first. */
  best: { weekday: number; hour: number; lift: number; ci95: [number, number]; n: number }[];
  weeks: number;
}

/** What became of those who came. */
export interface Newcomers {
  /** Seen by a row of joining, or only by a first message after the log had run for four weeks. */
  seenBy: 'joins' | 'first_message';
  total: number;
  /** Last 90 days, newest first. */
  recent: {
    person: string;
    firstAt: string;
    message: string | null;
    repliedMinutes: number | null;
    returned: boolean | null;
    messages: number;
  }[];
  /** Share that still speaks t days after the first message. */
  survival: Curve | null;
  /** Cohorts by month, retention in week k; null where the cohort is too young. */
  cohorts: { month: string; size: number; retention: (number | null)[] }[];
}

/** A thread with its words. */
export interface Topic {
  id: string;
  words: string[];
  messages: number;
  people: string[];
  from: string;
  to: string;
  root: string;
  /** Best messages of the thread. */
  evidence: string[];
}

/** A curve with its interval; the three lists have the length of `x`. */
export interface Curve {
  unit: 'days' | 'minutes';
  x: number[];
  y: number[];
  low: number[];
  high: number[];
  n: number;
  events: number;
}

/** A message with its value (metrics.md §5.1), hand-written weights. */
export interface ValuedMessage {
  message: string;
  value: number;
  intrinsic: number;
  response: number;
  repliers: number;
  provisional: true;
}

/** Ten minutes of quarrel. */
export interface HeatedMoment {
  at: string;
  heat: number;
  people: string[];
  messages: string[];
  parts: Record<string, number>;
  provisional: true;
}

/** Somebody's advertising. */
export interface AdFinding {
  person: string;
  ads: number;
  messages: number;
  repeated: number;
  evidence: string[];
}

/** The relation graph, laid out beforehand. */
export interface GraphView {
  /** Positions in 0..1; strongest people only, at most 120. */
  nodes: { person: string; x: number; y: number; size: number; circle: number | null; key: boolean }[];
  /** Undirected, `weight` = expected number of replies both ways. */
  edges: { from: string; to: string; weight: number; mutual: boolean }[];
  /** People with links who are not drawn. */
  hidden: number;
}

/** A message that proves something. */
export interface EvidenceMessage {
  id: string;
  at: string;
  /** Id of the person. */
  author: string;
  text: string;
  kind: string;
  /** Where it stands in the file. */
  line?: number;
}
