/**
 * From a history to its diagnosis: collects the talk of each group, runs every metric family over it and gathers what they say. Pure:
 * nothing is read but the history that is handed in, nothing is random without a seed.
 */
import type { History } from '../history/index.ts';
import { measureActivity } from './activity.ts';
import { listAdvertisers } from './advertising.ts';
import { makeCalendar } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { measureChurn } from './churn.ts';
import { collectTalks } from './collect.ts';
import { measureConcentration } from './concentration.ts';
import type { Diagnosis, GroupDiagnosis } from './diagnosis.ts';
import { describeEmpty } from './empty.ts';
import { openEvidence } from './evidence.ts';
import { adviseGroup } from './advice/advice.ts';
import { judgeGroup } from './findings.ts';
import { makeFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { drawGraph } from './graph-view.ts';
import { measureGrowth } from './growth.ts';
import { measureHeat } from './heat.ts';
import { findKeyPeople } from './key-people.ts';
import { measureLifecycle } from './lifecycle.ts';
import { measureNetwork } from './network.ts';
import { listRecentArrivals, measureNewcomers } from './newcomers.ts';
import { describePeople } from './people.ts';
import { measurePortfolio } from './portfolio.ts';
import { countWeeks, measurePulse } from './pulse.ts';
import { measureResponses } from './responses.ts';
import { measureRhythm } from './rhythm.ts';
import { judgeRoles } from './roles/roles.ts';
import { summariseSource } from './source.ts';
import type { Talk } from './talk.ts';
import { measureThreads } from './threads.ts';
import { listTopics } from './topics.ts';
import { listUnknowable } from './unknowable.ts';
import { listAds, listValuable } from './worth.ts';

/** How far the analysis is: rows read of the log, then groups done. */
export interface AnalysisProgress {
  stage: 'reading' | 'analysing';
  rows: number;
  groups: number;
  groupsDone: number;
}

/** What an analysis takes beside the history. */
export interface AnalyseOptions {
  /** IANA zone whose midnights end all windows. */
  zone: string;
  /** From when quietness is measured; default the end of the whole log. */
  now?: Date;
  /** The caller's clock: what claims to be later has a wrong time. */
  latest?: Date;
  /** Only the groups with this name. */
  group?: string;
  onProgress?: (progress: AnalysisProgress) => void;
}

/** Diagnoses all groups of a history, the most talkative first. The history is read to its end. */
export async function analyse(history: History, options: AnalyseOptions): Promise<Diagnosis> {
  const calendar = makeCalendar(options.zone);
  const report = options.onProgress ?? (() => undefined);
  const talks = await collectTalks(history, {
    onProgress: (rows) => report({ stage: 'reading', rows, groups: 0, groupsDone: 0 }),
    ...(options.latest ? { latest: options.latest.getTime() } : {}),
  });
  const chosen = options.group === undefined ? talks : talks.filter(({ name }) => name === options.group);
  const end = talks.reduce((last, { at, count }) => Math.max(last, at[count - 1] ?? 0), 0) || (history.report.to ?? 0);
  const now = Math.max(options.now?.getTime() ?? end, end);
  const groups: GroupDiagnosis[] = [];
  for (const [at, talk] of chosen.entries()) {
    const progress = (rows: number): void =>
      report({ stage: 'analysing', rows, groups: chosen.length, groupsDone: at });
    groups.push(diagnoseTalk(talk, { calendar, now, id: `g${at + 1}`, onProgress: progress }));
    progress(talk.count);
  }
  return {
    version: 1,
    zone: options.zone,
    now: new Date(now).toISOString(),
    source: summariseSource(history.report),
    groups,
    portfolio: measurePortfolio(chosen, { calendar, now }),
  };
}

interface GroupInput {
  calendar: Calendar;
  now: number;
  id: string;
  onProgress?: (rows: number) => void;
}

function diagnoseTalk(talk: Talk, { id, ...options }: GroupInput): GroupDiagnosis {
  if (talk.count === 0) return describeEmpty(talk, id);
  const frame = makeFrame(talk, options);
  const { all, recent } = frame;
  const evidence = openEvidence(all);
  const offset = all.count - recent.count;
  const cite = (row: number): string => evidence.cite(row + offset);

  const weeks = countWeeks(frame);
  const concentration = measureConcentration(frame);
  const network = measureNetwork(frame);
  const responses = measureResponses(frame);
  const newcomers = measureNewcomers(frame);
  const { lifecycle, results: life } = measureLifecycle(frame, weeks);
  const churn = measureChurn(frame);
  const advertisers = listAdvertisers(frame);
  const roles = judgeRoles(frame, { network, advertisers, cite });
  const key = findKeyPeople(frame, cite);
  const { heated, results: heat } = measureHeat(frame, cite);
  const { rhythm, results: hours } = measureRhythm(frame);
  const topics = listTopics(frame, cite);

  const people = describePeople(frame, { concentration, network, roles, churn: churn.chance });
  const group: GroupDiagnosis = {
    ...describeSize(frame, id),
    metrics: {
      ...listUnknowable(frame),
      ...measureActivity(frame),
      ...concentration.results,
      ...network.results,
      ...roles.results,
      ...key.results,
      ...measureThreads(frame),
      ...responses.results,
      ...heat,
      ...life,
      ...churn.results,
      ...newcomers.results,
      ...measureGrowth(frame, newcomers.arrivals),
      ...hours,
    },
    people,
    keyPeople: key.people,
    structure: network.structure,
    lifecycle,
    verdict: [],
    findings: [],
    advice: [],
    pulse: measurePulse(frame, weeks),
    rhythm,
    newcomers: { ...newcomers.newcomers, recent: listRecentArrivals(frame, newcomers.arrivals, evidence.cite) },
    topics,
    responseCurve: responses.curve,
    valuable: listValuable(frame, cite),
    heated,
    ads: listAds(advertisers, cite),
    graph: drawGraph(network, key.people),
    evidence: [],
  };
  const context = { frame, weeks, group, questions: responses.questions, arrivals: newcomers.arrivals, network, cite };
  group.advice = adviseGroup(context);
  Object.assign(group, judgeGroup(context));
  group.evidence = evidence.list();
  return group;
}

type Size =
  | 'id'
  | 'name'
  | 'kind'
  | 'messages'
  | 'systemRows'
  | 'authors'
  | 'from'
  | 'to'
  | 'windowEnd'
  | 'capabilities'
  | 'replies';

function describeSize({ all, windowEnd, capabilities, links }: Frame, id: string): Pick<GroupDiagnosis, Size> {
  const { linker, edges, explicitShare, reason, trusted } = links;
  return {
    id,
    name: all.name,
    kind: all.kind,
    messages: all.count + all.botMessages,
    systemRows: all.systemRows,
    authors: all.people.filter(({ messages }) => messages > 0).length,
    from: new Date(all.at[0]!).toISOString(),
    to: new Date(all.at[all.count - 1]!).toISOString(),
    windowEnd,
    capabilities,
    replies: { linker, edges, explicitShare, reason, trusted },
  };
}
