/**
 * All roles of all people (metrics.md §2): several labels each, one main role only when it stands out beyond its own interval. What a
 * chat log cannot tell — who read, who bought — stays unknown: bystander and silent are not told apart.
 */
import { findPresence } from '../activity.ts';
import type { Advertiser } from '../advertising.ts';
import { DAY } from '../calendar.ts';
import { wilsonInterval } from '../../stats/interval.ts';
import type { RoleId, RoleLabel } from '../diagnosis.ts';
import type { Frame } from '../frame.ts';
import type { Network } from '../network.ts';
import { listQuestions } from '../responses.ts';
import { give, lack } from '../results.ts';
import type { Results } from '../results.ts';
import { tallyPeople } from '../tally.ts';
import { collectTies } from '../ties.ts';
import { findAdvertisers, findConnectors, findProducers } from './contributor.ts';
import { findCritics } from './critic.ts';
import { findAnswerers, findLeaders } from './leader.ts';
import { ROLE_DAYS } from './role.ts';
import type { RoleFound, RoleInput, RoleRule } from './role.ts';
import { findSuccessors } from './successor.ts';
import { findThinkers } from './thinker.ts';

const RULES: Record<string, RoleRule> = {
  thinker: findThinkers,
  critic: findCritics,
  leader: findLeaders,
  answerer: findAnswerers,
  producer: findProducers,
  connector: findConnectors,
  advertiser: findAdvertisers,
  successor: findSuccessors,
};

const LURK_DAYS = 84;
/** With less in eight weeks nobody is given a role. */
export const FEWEST_MESSAGES = 50;
const FEWEST_MEMBERS = 5;
/** Labels without enough proof are listed for the most talkative only. */
const DOUBTFUL_SHOWN = 40;

export interface RolesFound {
  results: Results;
  /** By person; labels that hold first. */
  labels: Map<number, RoleLabel[]>;
  mainRole: Map<number, RoleId>;
  /** People who were there for twelve weeks and never spoke. */
  unspoken: number[];
}

/** Judges all people; `cite` turns a row of the recent talk into the id of its message. */
export function judgeRoles(
  frame: Frame,
  {
    network,
    advertisers,
    cite,
  }: { network: Network; advertisers: readonly Advertiser[]; cite: (row: number) => string },
): RolesFound {
  const from = frame.rowFrom(ROLE_DAYS);
  const messages = tallyPeople(frame.recent, from);
  const input: RoleInput = {
    frame,
    from,
    messages,
    standing: network.standing,
    ties: collectTies(frame, ROLE_DAYS),
    questions: listQuestions(frame, ROLE_DAYS),
    advertisers,
  };
  const n = frame.recent.count - from;
  const found = n < FEWEST_MESSAGES ? [] : Object.values(RULES).flatMap((rule) => rule(input));
  const labels = gatherLabels(found, messages, cite);
  const { unspoken, results } = findUnspoken(frame);
  for (const person of unspoken) {
    labels.set(person, [{ role: 'unspoken', state: 'assigned', score: 1, n: 0, parts: {}, evidence: [] }]);
  }
  const mainRole = new Map(
    [...labels].flatMap(([person, own]) => {
      const role = findMain(own);
      return role ? [[person, role] as const] : [];
    }),
  );
  return { results: { ...countRoles(frame, found, n), ...results }, labels, mainRole, unspoken };
}

function gatherLabels(
  found: readonly RoleFound[],
  messages: Float64Array,
  cite: (row: number) => string,
): Map<number, RoleLabel[]> {
  const talkative = [...messages].sort((one, other) => other - one)[Math.min(DOUBTFUL_SHOWN, messages.length) - 1] ?? 0;
  const labels = new Map<number, RoleLabel[]>();
  for (const { person, rows, ...label } of found) {
    const holds = label.state !== 'insufficient';
    if (!holds && messages[person]! < Math.max(talkative, 1)) continue;
    labels.set(person, [...(labels.get(person) ?? []), { ...label, evidence: holds ? rows.map(cite) : [] }]);
  }
  for (const own of labels.values())
    own.sort((one, other) => rankState(one) - rankState(other) || other.score - one.score);
  return labels;
}

function rankState({ state }: RoleLabel): number {
  return ['assigned', 'candidate', 'insufficient'].indexOf(state);
}

/** The strongest assigned role, when even the low end of its interval beats the next one. */
function findMain(labels: readonly RoleLabel[]): RoleId | null {
  const [first, second] = labels.filter(({ state }) => state === 'assigned');
  if (!first) return null;
  return !second || (first.ci95?.[0] ?? first.score) > second.score ? first.role : null;
}

function countRoles(frame: Frame, found: readonly RoleFound[], n: number): Results {
  const results: Results = {};
  for (const role of [
    'thinker',
    'critic',
    'conflict',
    'leader',
    'answerer',
    'producer',
    'connector',
    'advertiser',
    'successor',
  ] as const) {
    const own = found.filter((one) => one.role === role);
    const holding = own.filter(({ state }) => state !== 'insufficient').length;
    const id = `role.${role}` as const;
    const linked = !['producer', 'advertiser'].includes(role);
    results[id] =
      n < FEWEST_MESSAGES
        ? lack(frame, id, { reason: 'too_few_messages', n })
        : give(frame, id, { value: holding, n: own.length, estimated: linked && !frame.links.trusted });
  }
  results['role.payer'] = lack(frame, 'role.payer', { reason: 'no_purchases' });
  for (const id of ['role.bystander', 'role.silent', 'role.zombie'] as const)
    results[id] = lack(frame, id, { reason: 'no_reads' });
  return results;
}

/** People whom the log shows coming at least twelve weeks ago, not leaving, and not saying a word since (§2.3). */
function findUnspoken(frame: Frame): { unspoken: number[]; results: Results } {
  if (!frame.capabilities.joins) {
    const reason = 'no_joins';
    return {
      unspoken: [],
      results: {
        'role.unspoken': lack(frame, 'role.unspoken', { reason }),
        'role.lurk': lack(frame, 'role.lurk', { reason }),
      },
    };
  }
  const spoken = tallyPeople(frame.recent, frame.rowFrom(LURK_DAYS));
  const end = frame.since(0);
  const members = findPresence(frame).flatMap(({ from, to, joined }, person) =>
    joined && to >= end && end - from >= LURK_DAYS * DAY && !frame.all.people[person]!.bot ? [person] : [],
  );
  const unspoken = members.filter((person) => spoken[person] === 0);
  const n = members.length;
  const few = { reason: 'too_few_members' as const, n };
  return {
    unspoken,
    results: {
      'role.unspoken':
        n < FEWEST_MEMBERS
          ? lack(frame, 'role.unspoken', few)
          : give(frame, 'role.unspoken', { value: unspoken.length, n }),
      'role.lurk':
        n < FEWEST_MEMBERS
          ? lack(frame, 'role.lurk', few)
          : give(frame, 'role.lurk', { value: unspoken.length / n, n, ci95: wilsonInterval(unspoken.length, n) }),
    },
  };
}
