/**
 * The welcome: who joins is noted, and a minute later everybody who has come meanwhile is greeted by name in one message
 * of the official voice. What is waiting are rows; a job looks at them every minute, so nothing is lost by a restart.
 */
import { getCommunity, getZone } from '../communities/index.ts';
import { getGroup } from '../groups/index.ts';
import { send } from '../messages/index.ts';
import { listIdentities, listMembers, listMemberships, memberJoined } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { subscribe } from '../platform/bus/event.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { z } from 'zod';
import { getSettings, setSettings } from '../platform/settings.ts';
import { readDay } from './day.ts';
import { programErrors } from './errors.ts';
import { newcomersWelcomed } from './events.ts';
import { programsSettings, type Welcome } from './settings.ts';
import {
  deleteOldArrivals,
  deleteWelcome,
  insertArrivals,
  lockWaiting,
  selectArrivals,
  selectOwnWelcomes,
  selectWaitingGroups,
  selectWelcome,
  settleArrivals,
  upsertWelcome,
  type Arrival,
} from './store/welcome.ts';
import { fillWelcome, findTextProblem, pickText, welcomeVariables } from './welcome-text.ts';

/** A group of a community. */
export interface Place {
  communityId: string;
  groupId: string;
}

const batchMs = 60_000;
const dayMs = 86_400_000;
/** So many are named in one message; of the others it says how many they are. */
const mostNames = 20;
/** Whoever comes back within this time has been welcomed already. */
const againDays = 30;

/** The welcome of the community, which holds in groups without their own. */
export async function getCommunityWelcome(ctx: Ctx, communityId: string): Promise<Welcome> {
  return (await getSettings(ctx, programsSettings, communityId)).welcome;
}

/** The welcome of a group; `own` = it differs from the community's. */
export async function getGroupWelcome(ctx: Ctx, place: Place): Promise<{ own: boolean; welcome: Welcome }> {
  await getGroup(ctx, place.communityId, place.groupId);
  const own = await selectWelcome(ctx, place);
  return { own: own !== undefined, welcome: own ?? (await getCommunityWelcome(ctx, place.communityId)) };
}

/** Sets the welcome of the community. */
export async function setCommunityWelcome(ctx: Ctx, communityId: string, welcome: Welcome): Promise<Welcome> {
  checkWelcome(welcome);
  return inTransaction(ctx, async (inner) => {
    const before = await getSettings(inner, programsSettings, communityId);
    const after = await setSettings(inner, programsSettings, { communityId, value: { ...before, welcome } });
    const detail = { before: before.welcome.on, after: after.welcome.on };
    await recordAudit(inner, { communityId, action: 'programs.set_welcome', detail });
    return after.welcome;
  });
}

/** Gives a group its own welcome; null = the community's again. */
export async function setGroupWelcome(ctx: Ctx, place: Place, welcome: Welcome | null): Promise<void> {
  if (welcome) checkWelcome(welcome);
  await inTransaction(ctx, async (inner) => {
    const { communityId, groupId } = place;
    await getGroup(inner, communityId, groupId);
    if (welcome) await upsertWelcome(inner, place, welcome);
    else await deleteWelcome(inner, place);
    const target = { kind: 'group', id: groupId };
    await recordAudit(inner, {
      communityId,
      action: 'programs.set_group_welcome',
      target,
      detail: { on: welcome?.on ?? null },
    });
  });
}

/** The texts as a group would read them, with names that stand for newcomers; refuses what could not be sent. */
export async function previewWelcome(
  ctx: Ctx,
  communityId: string,
  wish: { texts: readonly string[]; groupId?: string | undefined },
): Promise<string[]> {
  wish.texts.forEach(checkText);
  const group = wish.groupId === undefined ? undefined : await getGroup(ctx, communityId, wish.groupId);
  const facts = {
    nickname: await sampleNames(ctx, communityId, wish.groupId ?? null),
    community: (await getCommunity(ctx, communityId)).name,
    group: group?.name ?? ctx.t('programs:welcome.sample_group'),
    members: String(group?.members ?? 88),
  };
  return wish.texts.map((text) => fillWelcome(text, facts));
}

/** The names of two who came in last, else of two members of the group, else invented ones. */
async function sampleNames(ctx: Ctx, communityId: string, groupId: string | null): Promise<string> {
  const which = { communityId, groupId, identityIds: null, until: null };
  const latest = await selectArrivals(ctx, which, { after: null, limit: 2 });
  const members = groupId === null || latest.length > 0 ? [] : await someMembers(ctx, { communityId, groupId });
  const ids = latest.map(({ identityId }) => identityId);
  const names = ids.length > 0 ? (await listIdentities(ctx, communityId, ids)).map(({ name }) => name) : members;
  return names.length > 0 ? names.map((name) => `@${name} `).join('') : ctx.t('programs:welcome.sample_names');
}

async function someMembers(ctx: Ctx, place: Place): Promise<string[]> {
  const { items } = await listMembers(ctx, place, { limit: 50 });
  return items
    .filter(({ kind }) => kind === 'member')
    .slice(-2)
    .map(({ name }) => name);
}

/** Groups with a welcome of their own. */
export async function listOwnWelcomes(ctx: Ctx, communityId: string): Promise<string[]> {
  return selectOwnWelcomes(ctx, communityId);
}

/** Texts to begin with, in the reader's language. */
export function suggestWelcomes(ctx: Ctx): string[] {
  const names = Object.fromEntries(welcomeVariables.map((name) => [name, `{{${name}}}`]));
  return ([1, 2, 3] as const).map((number) => ctx.t(`programs:welcome.suggestion_${number}`, names));
}

function checkWelcome(welcome: Welcome): void {
  if (welcome.on && welcome.texts.length === 0) throw programErrors.welcome_empty();
  welcome.texts.forEach(checkText);
}

function checkText(text: string): void {
  const problem = findTextProblem(text);
  if (!problem) return;
  const known = welcomeVariables.map((name) => `{{${name}}}`);
  if ('unknown' in problem) throw programErrors.unknown_variable({ variable: problem.unknown, known: known.join(' ') });
  throw programErrors.nickname_missing({ variable: known[0]! });
}

/** Notes who has just come in where newcomers are welcomed. Those that a roster or an import brings from the past are not new. */
export const noteArrivals = subscribe('programs.note_arrivals', memberJoined, async (ctx, events) => {
  for (const event of events) {
    const place = { communityId: event.communityId!, groupId: event.payload.groupId };
    const welcome = (await selectWelcome(ctx, place)) ?? (await getCommunityWelcome(ctx, place.communityId));
    if (!welcome.on) continue;
    const identityIds = event.payload.members.map((member) => member.identityId);
    const people = await listIdentities(ctx, place.communityId, identityIds);
    const members = new Set(people.filter((one) => one.kind === 'member').map((one) => one.id));
    const stays = await listMemberships(ctx, { ...place, identityIds });
    const fresh = stays.filter(
      (stay) => members.has(stay.identityId) && event.at.getTime() - stay.joinedAt.getTime() < batchMs * 10,
    );
    const arrivals = fresh.map(({ id: membershipId, identityId, joinedAt: at }) => ({ membershipId, identityId, at }));
    const since = new Date(ctx.now().getTime() - againDays * dayMs);
    await insertArrivals(ctx, place, { arrivals, since });
  }
});

/** Welcomes everywhere where somebody has waited for a minute. One group that fails holds no other back. */
export const welcomeNewcomers = defineJob({
  name: 'programs.welcome_newcomers',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (ctx) => {
    for (const place of await selectWaitingGroups(ctx, new Date(ctx.now().getTime() - batchMs))) {
      try {
        await inTransaction(ctx, (inner) => welcomeGroup(inner, place));
      } catch (error) {
        ctx.log.error('programs.welcome_failed', { groupId: place.groupId, error });
      }
    }
  },
});

/** Forgets after a quarter who was welcomed when. */
export const forgetArrivals = defineJob({
  name: 'programs.forget_arrivals',
  payload: z.object({}),
  cron: '25 20 * * *',
  run: (ctx) => deleteOldArrivals(ctx, new Date(ctx.now().getTime() - 90 * dayMs)),
});

/** Message and rows are written in one transaction, and the rows are locked: nobody is greeted twice. */
async function welcomeGroup(ctx: Ctx, place: Place, atOnce = false): Promise<number> {
  const welcome = (await selectWelcome(ctx, place)) ?? (await getCommunityWelcome(ctx, place.communityId));
  const zone = await getZone(ctx, place.communityId);
  const isQuiet = welcome.quiet !== null && readDay(ctx.now(), zone, welcome.quiet).state === 'open';
  if (welcome.on && isQuiet && !atOnce) return 0;
  const waiting = await lockWaiting(ctx, place);
  if (!welcome.on) {
    await settleArrivals(ctx, waiting, { state: 'refused' });
    return 0;
  }
  const late = waiting.filter((one) => ctx.now().getTime() - one.at.getTime() > dayMs);
  const recent = waiting.filter((one) => !late.includes(one));
  const identityIds = recent.map((one) => one.identityId);
  const inside = new Set((await listMemberships(ctx, { ...place, identityIds })).map((stay) => stay.id));
  const here = recent.filter((one) => inside.has(one.membershipId));
  await settleArrivals(ctx, late, { state: 'late' });
  await settleArrivals(
    ctx,
    recent.filter((one) => !here.includes(one)),
    { state: 'left' },
  );
  return here.length > 0 ? greet(ctx, place, { welcome, here }) : 0;
}

/** Welcomes everybody who waits in a group at once, in quiet hours too; says how many. */
export async function welcomeNow(ctx: Ctx, place: Place): Promise<number> {
  await getGroup(ctx, place.communityId, place.groupId);
  return inTransaction(ctx, (inner) => welcomeGroup(inner, place, true));
}

async function greet(
  ctx: Ctx,
  place: Place,
  { welcome, here }: { welcome: Welcome; here: readonly Arrival[] },
): Promise<number> {
  const { communityId, groupId } = place;
  const group = await getGroup(ctx, communityId, groupId);
  const named = here.slice(0, mostNames).map((one) => one.identityId);
  const people = new Map((await listIdentities(ctx, communityId, named)).map((one) => [one.id, one.name]));
  const names = named.map((id) => `@${people.get(id) ?? ''}`).join(' ');
  const more = here.length - named.length;
  const first = here[0]!.membershipId;
  const text = fillWelcome(pickText(welcome.texts, first), {
    nickname: more > 0 ? ctx.t('programs:welcome.and_more', { names, count: more }) : `${names} `,
    group: group.name,
    community: (await getCommunity(ctx, communityId)).name,
    members: String(group.members),
  });
  const sent = await send(ctx, { communityId, groupId, clientId: first, kind: 'text', text, mentions: named });
  if (sent.ok) {
    await settleArrivals(ctx, here, { state: 'welcomed', messageId: sent.message.id });
    const membershipIds = here.map(({ membershipId }) => membershipId);
    ctx.emit(newcomersWelcomed, communityId, { groupId, membershipIds });
    return here.length;
  }
  // Held by a gate for a while: the next minute asks again.
  if ('until' in sent && sent.until) return 0;
  ctx.log.info('programs.welcome_refused', { groupId, reason: sent.reason });
  await settleArrivals(ctx, here, { state: 'refused' });
  return 0;
}
