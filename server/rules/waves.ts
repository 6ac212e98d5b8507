/**
 * Waves of joins: many people through one entrance within minutes. They are remembered in the process that hears of the joins, weigh beside
 * what their people say for a day, and are noted for the team; nobody is removed.
 */
import { foldText } from '../../lib/text/index.ts';
import { listIdentities, listMemberships, memberJoined, type Membership } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { subscribe } from '../platform/bus/event.ts';
import { inTransaction, type Ctx, type Services } from '../platform/context.ts';
import { listContentNames } from '../platform/files/index.ts';
import { newId } from '../platform/ids.ts';
import type { Wave } from './rulebook.ts';
import { getRulesSettings } from './settings.ts';

/** Somebody who has come in. */
export interface Arrived {
  identityId: string;
  name: string;
  /** Content of their picture, null = none. */
  face: string | null;
  at: number;
}

/** For how long a wave counts against its people, and how many of them are remembered. */
const countsMs = 24 * 3_600_000;
const mostPeople = 500;
const mostEntrances = 200;
/** So many times a wave, a crowd is news even if its names are all different. */
const crowdTimes = 3;

interface Entrance {
  arrived: Arrived[];
  raidId: string | null;
}

interface Watch {
  entrances: Map<string, Entrance>;
  waves: Map<string, Wave>;
}

const watches = new WeakMap<Services, Map<string, Watch>>();

function watchOf(services: Services, communityId: string): Watch {
  const all = watches.get(services) ?? new Map<string, Watch>();
  watches.set(services, all);
  const found = all.get(communityId) ?? { entrances: new Map<string, Entrance>(), waves: new Map<string, Wave>() };
  all.set(communityId, found);
  return found;
}

/** The people of waves of a community, as they are at any time from now on. */
export function wavesOf(services: Services, communityId: string): ReadonlyMap<string, Wave> {
  return watchOf(services, communityId).waves;
}

/** Hears who comes in, and through which entrance. */
export const watchJoins = subscribe('rules.watch_joins', memberJoined, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    if (communityId === null) continue;
    const settings = await getRulesSettings(ctx, communityId);
    if (settings.checks.raid === 'off') continue;
    const { groupId, members } = payload;
    const identityIds = members.map(({ identityId }) => identityId);
    const stays = await listMemberships(ctx, { communityId, groupId, identityIds });
    const people = await describe(ctx, communityId, stays);
    for (const [source, some] of Map.groupBy(stays, entranceOf)) {
      const arrived = some.flatMap(({ identityId }) => people.get(identityId) ?? []);
      await meetArrivals(ctx, { communityId, groupId, source, arrived, limits: settings.raid });
    }
  }
});

function entranceOf({ groupId, linkId, inviterId, source }: Membership): string {
  return `${groupId} ${linkId ?? inviterId ?? source}`;
}

async function describe(ctx: Ctx, communityId: string, stays: readonly Membership[]): Promise<Map<string, Arrived>> {
  const ids = stays.map(({ identityId }) => identityId);
  const identities = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  const pictures = [...identities.values()].flatMap(({ pictureId }) => pictureId ?? []);
  const faces = pictures.length > 0 ? await listContentNames(ctx, pictures) : new Map<string, string>();
  return new Map(
    stays.map(({ identityId, joinedAt }) => {
      const { name = '', pictureId = null } = identities.get(identityId) ?? {};
      const face = pictureId === null ? null : (faces.get(pictureId) ?? null);
      return [identityId, { identityId, name, face, at: joinedAt.getTime() }];
    }),
  );
}

interface Arrivals {
  communityId: string;
  groupId: string;
  source: string;
  arrived: readonly Arrived[];
  limits: { people: number; minutes: number };
}

async function meetArrivals(ctx: Ctx, { communityId, groupId, source, arrived, limits }: Arrivals): Promise<void> {
  const { entrances, waves } = watchOf(ctx.services, communityId);
  const now = ctx.now();
  const since = now.getTime() - limits.minutes * 60_000;
  const before = entrances.get(source) ?? { arrived: [], raidId: null };
  const recent = [...before.arrived.filter(({ at }) => at >= since), ...arrived].slice(-mostPeople);
  const signs = recent.length < limits.people ? null : readSigns(recent, limits.people);
  const raidId = signs ? (before.raidId ?? newId(now)) : null;
  entrances.delete(source);
  entrances.set(source, { arrived: recent, raidId });
  if (entrances.size > mostEntrances) entrances.delete(entrances.keys().next().value!);
  if (!signs || !raidId) return;
  for (const [id, { until }] of waves) if (until <= now) waves.delete(id);
  const until = new Date(now.getTime() + countsMs);
  const wave = { raidId, people: recent.length, isAlike: signs !== 'crowd', isHeld: false, until };
  for (const { identityId } of recent) waves.set(identityId, wave);
  if (before.raidId !== null) return;
  const detail = { groupId, people: recent.length, minutes: limits.minutes, signs };
  const target = { kind: 'group', id: groupId };
  await inTransaction(ctx, (inner) => recordAudit(inner, { communityId, action: 'rules.notice_wave', target, detail }));
}

/** What is odd about many who came at once: names or faces alike, or simply far too many; null when nothing is. */
export function readSigns(recent: readonly Arrived[], people: number): 'names' | 'faces' | 'crowd' | null {
  const half = Math.max(4, recent.length / 2);
  if (largest(recent.map(({ name }) => stemOf(name))) >= half) return 'names';
  if (largest(recent.flatMap(({ face }) => face ?? [])) >= Math.max(3, recent.length / 3)) return 'faces';
  return recent.length >= crowdTimes * people ? 'crowd' : null;
}

function largest(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** What names made by one hand share: the words without the number behind them, or the pattern of letters and digits. */
function stemOf(name: string): string {
  const folded = foldText(name).replace(/[^\p{L}\p{N}]/gu, '');
  const words = folded.replace(/\p{N}+/gu, '');
  // Only a number makes names with few letters alike: two people may both be called 小满.
  if (words === folded) return '';
  return words.length >= 2 ? words : folded.replace(/\p{L}/gu, 'a').replace(/\p{N}/gu, '0');
}
