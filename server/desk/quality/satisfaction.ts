/** What askers say of answers, counted: of the whole team, of each steward, of each script; shares with Wilson's interval, or too little. */
import { wilsonInterval } from '../../../lib/stats/interval.ts';
import { getZone } from '../../communities/index.ts';
import { listIdentities } from '../../people/index.ts';
import { findUsers } from '../../platform/auth/index.ts';
import { localDay, shiftDay, startOfLocalDay } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { listScripts } from '../../scripts/index.ts';
import { userOf } from '../../team/index.ts';
import type { Share } from '../response/answer-time.ts';
import { countVerdicts, type Tally } from '../store/answers.ts';

/** Below this many words of askers no share is said. */
export const fewestVerdicts = 5;

/** Answers, what their askers said, and the share of those whom they helped among those who said something. */
export interface Satisfaction {
  answers: number;
  helpful: number;
  unsolved: number;
  share: Share;
}

/** One of the team who answers: a user behind the official voice, or a host under their own account. */
export interface Answerer {
  id: string;
  kind: 'operator' | 'host';
  name: string;
}

/** What askers say of the answers of some days. */
export interface SatisfactionReport {
  from: Date;
  until: Date;
  team: Satisfaction;
  members: Satisfaction;
  stewards: (Satisfaction & Answerer)[];
  scripts: (Satisfaction & { scriptId: string; title: string; standard: boolean })[];
}

/** What askers say of the answers of the last days; who may not manage the desk sees only themselves among the stewards. */
export async function readSatisfaction(
  ctx: Ctx,
  communityId: string,
  { days, stewards: view }: { days: number; stewards: 'all' | 'own' },
): Promise<SatisfactionReport> {
  const zone = await getZone(ctx, communityId);
  const from = startOfLocalDay(shiftDay(localDay(ctx.now(), zone), 1 - days), zone);
  const window = { communityId, from, until: new Date(ctx.now().getTime() + 1) };
  const [team] = await countVerdicts(ctx, window, 'team');
  const [members] = await countVerdicts(ctx, window, 'members');
  const own = userOf(ctx.actor);
  const operators = (await countVerdicts(ctx, window, 'operator')).filter(({ id }) => view === 'all' || id === own);
  const hosts = view === 'all' ? await countVerdicts(ctx, window, 'host') : [];
  const rows = new Map([...operators, ...hosts].map((row) => [row.id, row]));
  const answerers = await nameAnswerers(ctx, communityId, {
    operators: operators.map(({ id }) => id!),
    hosts: hosts.map(({ id }) => id!),
  });
  return {
    from,
    until: ctx.now(),
    team: measure(team),
    members: measure(members),
    stewards: answerers.map((one) => ({ ...one, ...measure(rows.get(one.id)) })),
    scripts: await readScripts(ctx, communityId, await countVerdicts(ctx, window, 'script')),
  };
}

/** Names of those who answer, by name and not by any number. */
export async function nameAnswerers(
  ctx: Ctx,
  communityId: string,
  { operators, hosts }: { operators: readonly string[]; hosts: readonly string[] },
): Promise<Answerer[]> {
  const users = await findUsers(ctx, operators);
  const accounts = hosts.length > 0 ? await listIdentities(ctx, communityId, hosts) : [];
  return [
    ...users.map(({ id, name }) => ({ id, name, kind: 'operator' as const })),
    ...accounts.filter(({ kind }) => kind === 'member').map(({ id, name }) => ({ id, name, kind: 'host' as const })),
  ].sort((one, other) => one.name.localeCompare(other.name, 'zh-CN') || (one.id < other.id ? -1 : 1));
}

async function readScripts(
  ctx: Ctx,
  communityId: string,
  rows: readonly Tally[],
): Promise<SatisfactionReport['scripts']> {
  if (rows.length === 0) return [];
  const kept = await listScripts(ctx, communityId, { archived: false });
  const gone = await listScripts(ctx, communityId, { archived: true });
  const scripts = new Map([...kept, ...gone].map((one) => [one.id, one]));
  return rows
    .flatMap((row) => {
      const script = scripts.get(row.id!);
      return script ? [{ scriptId: script.id, title: script.title, standard: script.standard, ...measure(row) }] : [];
    })
    .sort((one, other) => other.answers - one.answers || (one.scriptId < other.scriptId ? -1 : 1));
}

function measure(row: Tally | undefined): Satisfaction {
  const { answers = 0, helpful = 0, unsolved = 0 } = row ?? {};
  return { answers, helpful, unsolved, share: shareOf(helpful, helpful + unsolved) };
}

/** A share with its interval; null when there are too few to say anything. */
export function shareOf(successes: number, trials: number): Share {
  const interval = trials < fewestVerdicts ? null : wilsonInterval(successes, trials);
  return interval && { value: successes / trials, low: interval[0], high: interval[1] };
}
