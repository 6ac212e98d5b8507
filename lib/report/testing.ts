/** A diagnosis typed by hand for the tests of the report: ten invented people, one of everything that a page can show. */
import type {
  Diagnosis,
  GroupDiagnosis,
  MetricResult,
  MetricValue,
  PersonDiagnosis,
  RoleLabel,
} from '../analysis/diagnosis.ts';
import { curve, listSentences, listTalk } from './testing-talk.ts';

const NAMES = ['老谭', '许三冬', '阮阮', 'Tova Lind', '陶然', '周既白', '叶知秋', '马腾辉', 'Bo <b>', '收废品的阿强'];

/** A result of a metric. */
export function makeResult<V extends MetricValue>(
  value: V | null,
  more: Partial<MetricResult<V>> = {},
): MetricResult<V> {
  return { value, n: 120, window: '28d to 2026-03-02', needs: ['messages'], version: 1, unit: 'share', ...more };
}

function makeRole(role: RoleLabel['role'], evidence: string[], state: RoleLabel['state'] = 'assigned'): RoleLabel {
  return { role, state, score: 0.8, n: 12, parts: { roots: 7 }, evidence };
}

function makePerson(at: number): PersonDiagnosis {
  return {
    id: `p${at}`,
    name: NAMES[at]!,
    otherNames: at === 0 ? ['谭师傅'] : [],
    messages: 90 - at * 8,
    share: (90 - at * 8) / 540,
    messages28: 20,
    messages56: 40,
    activeDays: 30 - at,
    firstAt: '2026-01-04T10:00:00.000Z',
    lastAt: '2026-03-01T12:30:00.000Z',
    mainRole: null,
    roles: [],
    scores: {},
    band: null,
    circle: at % 3,
    brings: [],
  };
}

/** The messages that the fixture points at. */
function listEvidence(): GroupDiagnosis['evidence'] {
  const texts = [
    '砂锅第一次开锅，要不要先煮米汤？',
    '@许三冬 你上回说的那个火候，多少度？我电话 138 0013 8000',
    '砂锅粥不糊底：米先泡一刻钟，水开再下，前五分钟不停搅，谭师傅教的',
    '加微信 tanlaoshi_88 领券 https://shop.example.com/u/laotan?ref=1',
    '不对，铁锅开锅才要擦油 <script>alert(1)</script>',
  ];
  return texts.map((text, at) => ({
    id: `90${at}`,
    at: `2026-02-2${at}T12:0${at}:00.000Z`,
    author: `p${at}`,
    text,
    kind: 'text',
    line: 40 + at,
  }));
}

function listMetrics(): GroupDiagnosis['metrics'] {
  return {
    'act.speakers': makeResult(31, { unit: 'people', ci95: [28, 34] }),
    'act.effSpeakers': makeResult(7.4, { unit: 'people' }),
    'act.participation': makeResult<number>(null, { reason: 'no_joins' }),
    'net.type': makeResult('radial', { unit: 'index', provisional: true }),
    'net.recip': makeResult(0.34, { estimated: true, ci95: [0.28, 0.41] }),
    'msg.info': makeResult(0.38),
    'risk.ads': makeResult(0.08),
    'mem.newReturn': makeResult<number>(null, { reason: 'too_few_newcomers' }),
    'sla.median': makeResult(7.5, { unit: 'minutes' }),
    'key.set': makeResult(['p0', 'p1'], { unit: 'people' }),
    'life.stage': makeResult('declining', { unit: 'index' }),
    'qa.trap': makeResult(false, { unit: 'index' }),
  };
}

function drawGraph(people: readonly PersonDiagnosis[]): GroupDiagnosis['graph'] {
  return {
    nodes: people.slice(0, 9).map(({ id }, at) => ({
      person: id,
      x: 0.5 + 0.4 * Math.cos(at),
      y: 0.5 + 0.4 * Math.sin(at),
      size: 10 - at,
      circle: at % 3,
      key: at < 2,
    })),
    edges: [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({
      from: 'p0',
      to: `p${at}`,
      weight: 10 - at,
      mutual: at % 2 === 0,
    })),
    hidden: 3,
  };
}

/** A whole group. */
export function makeGroup(): GroupDiagnosis {
  const people = NAMES.map((_, at) => makePerson(at));
  people[0]!.roles = [makeRole('thinker', ['902']), makeRole('leader', ['900'])];
  people[0]!.isOwner = true;
  people[0]!.brings = [
    {
      code: 'brings.topics',
      tone: 'good',
      params: { roots: 7, distinctRepliers: 3.4 },
      metrics: [],
      evidence: ['902'],
    },
  ];
  people[1]!.roles = [makeRole('critic', ['904'], 'candidate')];
  people[9]!.bot = 'looks_like';
  return {
    id: 'g1',
    name: '灶边 3 群',
    kind: 'group',
    messages: 540,
    systemRows: 12,
    authors: 10,
    from: '2026-01-04T10:00:00.000Z',
    to: '2026-03-01T12:30:00.000Z',
    windowEnd: '2026-03-02',
    capabilities: {
      replyTo: true,
      mentions: true,
      reactions: false,
      reads: false,
      joins: false,
      leaves: false,
      inviter: false,
      purchases: false,
    },
    metrics: listMetrics(),
    people,
    keyPeople: [
      { person: 'p0', inclusion: 0.96, valueShare: 0.42, reachLoss: 0.3, evidence: ['902'] },
      { person: 'p1', inclusion: 0.7, valueShare: 0.2, reachLoss: 0.12, evidence: ['904'] },
    ],
    structure: {
      type: 'radial',
      centralization: 0.68,
      centre: 'p0',
      centreShare: 0.6,
      centreLoss: 0.7,
      circles: [
        { id: 0, people: ['p0', 'p3'] },
        { id: 1, people: ['p1', 'p4', 'p7'] },
      ],
      brokers: ['p2'],
    },
    lifecycle: {
      stage: 'declining',
      slope: -0.08,
      slopeCi95: [-0.14, -0.02],
      trendP: 0.03,
      quietThresholdDays: 9,
      quietDays: 0.4,
      breakDays: null,
      quietWithin30: makeResult(0.21, { ci95: [0.1, 0.4] }),
      quietWithin90: makeResult(0.46, { ci95: [0.2, 0.7] }),
      forecast: curve,
      medianDays: 120,
      medianDaysCi95: [60, 240],
    },
    replies: { linker: 'rule', edges: 300, explicitShare: 0.2, reason: 'best_on_quotes', trusted: false },
    ...listSentences(),
    ...listTalk(),
    graph: drawGraph(people),
    evidence: listEvidence(),
  };
}

/** A whole diagnosis of the given groups. */
export function makeDiagnosis(groups: GroupDiagnosis[] = [makeGroup()]): Diagnosis {
  return {
    version: 1,
    zone: 'Asia/Shanghai',
    now: '2026-03-01T12:30:00.000Z',
    source: {
      format: 'qq-txt',
      messages: 540,
      authors: 10,
      from: '2026-01-04T10:00:00.000Z',
      to: '2026-03-01T12:30:00.000Z',
      unknownLines: 2,
      systemRows: 12,
      assumptions: [
        { code: 'zone_assumed', value: 'Asia/Shanghai' },
        { code: 'group_from_file_name', value: '灶边 3 群' },
      ],
      problems: [{ code: 'skipped_file', count: 1, file: '老谭的备份.csv' }],
      truncated: true,
    },
    groups,
    portfolio: { groups: groups.length, metrics: {}, survival: groups.length > 2 ? curve : null },
  };
}
