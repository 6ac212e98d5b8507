/** What the hand-typed group of the tests says and how it talks; see testing.ts. */
import type { GroupDiagnosis } from '../analysis/diagnosis.ts';

const days = (count: number) =>
  Array.from({ length: count }, (_, at) => new Date(Date.UTC(2026, 0, 4 + at)).toISOString().slice(0, 10));
/** A curve of one year. */
export const curve = {
  unit: 'days' as const,
  x: [0, 30, 90, 365],
  y: [1, 0.9, 0.7, 0.4],
  low: [1, 0.8, 0.5, 0.2],
  high: [1, 0.96, 0.85, 0.7],
  n: 40,
  events: 12,
};

/** Verdict, findings and steps. */
export function listSentences(): Pick<GroupDiagnosis, 'verdict' | 'findings' | 'advice'> {
  const plain = { metrics: [], evidence: [] };
  return {
    verdict: [
      { code: 'kind.broadcast', tone: 'watch', params: { person: 'p0', share: 0.42 }, ...plain },
      { code: 'people.one_pillar', tone: 'bad', params: { person: 'p0', share: 0.42, dependence: null }, ...plain },
      { code: 'value.rich', tone: 'good', params: { info: 0.38, ads: 0.08, topic: '砂锅' }, ...plain },
      { code: 'direction.falling', tone: 'watch', params: { slope: -0.08, weeks: 6, quiet30: 0.21 }, ...plain },
      { code: 'next.step', tone: 'neutral', params: { advice: 'answer_question' }, ...plain },
    ],
    findings: [
      {
        code: 'risk.questions_unanswered',
        tone: 'bad',
        params: { share: 0.4, questions: 25 },
        metrics: [],
        evidence: ['900'],
      },
      { code: 'strength.answers_fast', tone: 'good', params: { minutes: 7.5, within60: 0.6 }, ...plain },
    ],
    advice: [
      {
        code: 'answer_question',
        weight: 9,
        params: { person: 'p0', message: '900', hours: 52 },
        because: [{ metric: 'sla.median', value: 7.5, mark: 5 }],
        evidence: ['900'],
      },
      {
        code: 'share_the_load',
        weight: 8,
        params: { person: 'p0', share: 0.42, other: null },
        because: [],
        evidence: [],
      },
      {
        code: 'talk_at_hour',
        weight: 3,
        params: { weekday: 5, hour: 20, lift: 1.4 },
        because: [{ metric: 'act.speakers', value: 31, mark: null }],
        evidence: [],
      },
    ],
  };
}

/** Talk over time, newcomers, topics and what is worth a look. */
export function listTalk(): Pick<
  GroupDiagnosis,
  'pulse' | 'rhythm' | 'newcomers' | 'topics' | 'responseCurve' | 'valuable' | 'heated' | 'ads'
> {
  return {
    pulse: {
      step: 'day',
      from: days(57),
      messages: days(57).map((_, at) => (at * 7) % 23),
      speakers: days(57).map((_, at) => (at * 3) % 11),
      newcomers: days(57).map(() => 0),
    },
    rhythm: {
      messages: Array.from({ length: 168 }, (_, at) => (at % 24 > 7 ? (at * 5) % 17 : 0)),
      response: Array.from({ length: 168 }, () => null),
      best: [{ weekday: 5, hour: 20, lift: 1.4, ci95: [1.1, 1.7], n: 30 }],
      weeks: 8,
    },
    newcomers: {
      seenBy: 'first_message',
      total: 2,
      recent: [
        {
          person: 'p7',
          firstAt: '2026-02-20T01:00:00.000Z',
          message: '903',
          repliedMinutes: null,
          returned: false,
          messages: 1,
        },
        {
          person: 'p8',
          firstAt: '2026-02-21T01:00:00.000Z',
          message: null,
          repliedMinutes: null,
          returned: null,
          messages: 0,
        },
      ],
      survival: curve,
      cohorts: [{ month: '2026-01', size: 8, retention: [1, 0.6, 0.4, null] }],
    },
    topics: [
      {
        id: '900',
        words: ['砂锅', '开锅', '三冬'],
        messages: 40,
        people: ['p0', 'p1'],
        from: '2026-02-20T12:00:00.000Z',
        to: '2026-02-20T13:00:00.000Z',
        root: '900',
        evidence: ['900', '902'],
      },
    ],
    responseCurve: { ...curve, unit: 'minutes', x: [0, 5, 60, 1440], n: 25 },
    valuable: [{ message: '902', value: 0.9, intrinsic: 0.8, response: 0.9, repliers: 4, provisional: true }],
    heated: [
      {
        at: '2026-02-24T12:04:00.000Z',
        heat: 0.7,
        people: ['p1', 'p4'],
        messages: ['904'],
        parts: {},
        provisional: true,
      },
    ],
    ads: [{ person: 'p3', ads: 4, messages: 6, repeated: 3, evidence: ['903'] }],
  };
}
