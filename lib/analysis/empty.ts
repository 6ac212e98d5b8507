/** The diagnosis of a group in which nobody said a word: everything unknown, nothing zero. */
import type { GroupDiagnosis, MetricResult, PersonDiagnosis } from './diagnosis.ts';
import { readCapabilities } from './frame.ts';
import { lack } from './results.ts';
import { personId } from './tally.ts';
import type { Talk } from './talk.ts';
import { listEmpty } from './unknowable.ts';

/** Describes an empty group. */
export function describeEmpty(talk: Talk, id: string): GroupDiagnosis {
  const end = { windowEnd: null };
  const unknown = (metric: 'life.pDead30' | 'life.pDead90'): MetricResult =>
    lack(end, metric, { reason: 'empty_group' });
  return {
    id,
    name: talk.name,
    kind: talk.kind,
    messages: talk.botMessages,
    systemRows: talk.systemRows,
    authors: talk.people.filter(({ messages }) => messages > 0).length,
    from: null,
    to: null,
    windowEnd: null,
    capabilities: readCapabilities(talk),
    metrics: listEmpty(end),
    people: talk.people.map(describeSilent),
    keyPeople: [],
    structure: {
      type: null,
      reason: 'empty_group',
      centralization: null,
      centre: null,
      centreShare: null,
      centreLoss: null,
      circles: [],
      brokers: [],
    },
    lifecycle: {
      stage: null,
      reason: 'empty_group',
      slope: null,
      slopeCi95: null,
      trendP: null,
      quietThresholdDays: null,
      quietDays: null,
      breakDays: null,
      quietWithin30: unknown('life.pDead30'),
      quietWithin90: unknown('life.pDead90'),
      forecast: null,
      medianDays: null,
      medianDaysCi95: null,
    },
    replies: { linker: 'previous', edges: 0, explicitShare: 0, reason: 'empty_group', trusted: false },
    verdict: [{ code: 'kind.empty', tone: 'neutral', params: {}, metrics: [], evidence: [] }],
    findings: [],
    advice: [],
    pulse: { step: 'day', from: [], messages: [], speakers: [], newcomers: [] },
    rhythm: {
      messages: Array.from({ length: 168 }, () => 0),
      response: Array.from({ length: 168 }, () => null),
      best: [],
      weeks: 0,
    },
    newcomers: { seenBy: 'first_message', total: 0, recent: [], survival: null, cohorts: [] },
    topics: [],
    responseCurve: null,
    valuable: [],
    heated: [],
    ads: [],
    graph: { nodes: [], edges: [], hidden: 0 },
    evidence: [],
  };
}

function describeSilent(person: Talk['people'][number], index: number): PersonDiagnosis {
  return {
    id: personId(index),
    name: person.name,
    otherNames: person.otherNames,
    ...(person.bot ? { bot: person.bot } : {}),
    messages: person.messages,
    share: 0,
    messages28: 0,
    messages56: 0,
    activeDays: 0,
    firstAt: null,
    lastAt: null,
    mainRole: null,
    roles: [],
    scores: {},
    band: null,
    circle: null,
    brings: [],
  };
}
