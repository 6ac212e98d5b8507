/** What the team sees of a wave: who came by which entrance and how alike they are, what is usual there, and what is done about it. */
import { listLinkChannels, listGroupNames } from '../../groups/index.ts';
import { countArrivals, listIdentities, listMemberships, listStandings } from '../../people/index.ts';
import { findUsers } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { platformErrors } from '../../platform/errors.ts';
import { toPage } from '../../platform/http/cursor.ts';
import { readCaseCursor } from '../cases.ts';
import { countHeldOf } from '../store/cases.ts';
import { selectAnswers, type WaveAnswer, type WaveAnswerKind } from '../store/wave-answers.ts';
import { countAlike, selectPeople, selectWave, selectWaves, type Wave, type WaveKey } from '../store/waves.ts';
import { minutesOf } from './watch.ts';

/** So many of a wave are shown by name. */
const shown = 200;
const usualDays = 7;
const dayMs = 24 * 3_600_000;

/** A wave as a line of the list. */
export type WaveLine = Awaited<ReturnType<typeof viewWaves>>[number];

/** A page of waves, newest first: those that count, or those that are over. */
export async function listWaves(
  ctx: Ctx,
  communityId: string,
  wish: { state: 'open' | 'over'; cursor?: string | undefined; limit: number },
): Promise<{ items: WaveLine[]; nextCursor: string | null }> {
  const before = readCaseCursor(wish.cursor);
  const rows = await selectWaves(ctx, communityId, { isOver: wish.state === 'over', before, limit: wish.limit + 1 });
  const page = toPage(rows, wish.limit, ({ id }) => [id]);
  return { ...page, items: await viewWaves(ctx, communityId, page.items) };
}

async function viewWaves(ctx: Ctx, communityId: string, waves: readonly Wave[]) {
  const ids = waves.map(({ id }) => id);
  const groups = await listGroupNames(ctx, communityId, [...new Set(waves.map(({ groupId }) => groupId))]);
  const alike = await countAlike(ctx, communityId, ids);
  const answers = await selectAnswers(ctx, communityId, ids);
  const inviters = waves.flatMap(({ inviterId }) => inviterId ?? []);
  const names = new Map((await listIdentities(ctx, communityId, inviters)).map(({ id, name }) => [id, name]));
  const linkIds = waves.flatMap(({ linkId }) => linkId ?? []);
  const channels = await listLinkChannels(ctx, communityId, linkIds);
  return waves.map((wave) => {
    const { id, groupId, linkId, inviterId, sign, people, startedAt, lastAt, until, endedAt, endedBy } = wave;
    const channel = linkId === null ? null : (channels.get(linkId) ?? null);
    const { names: nameCount = 0, faces: faceCount = 0 } = alike.get(id) ?? {};
    return {
      id,
      groupId,
      group: groups.get(groupId) ?? '',
      entrance: { channel, inviter: inviterId === null ? null : (names.get(inviterId) ?? '') },
      sign,
      people,
      minutes: minutesOf(wave),
      names: nameCount,
      faces: faceCount,
      startedAt,
      lastAt,
      until,
      endedAt,
      how: endedAt === null ? null : endedBy === null ? ('time' as const) : ('guests' as const),
      approvalUntil: runningUntil(ctx, wave, { kind: 'approval', answers: answers.get(id) ?? [] }),
      heldUntil: runningUntil(ctx, wave, { kind: 'hold', answers: answers.get(id) ?? [] }),
    };
  });
}

function runningUntil(
  ctx: Ctx,
  { endedAt }: Wave,
  { kind, answers }: { kind: WaveAnswerKind; answers: readonly WaveAnswer[] },
): Date | null {
  const running = answers.find((one) => one.kind === kind && one.endedAt === null && one.until > ctx.now());
  return endedAt === null ? (running?.until ?? null) : null;
}

/** One wave with its people, what is usual at its entrance, and what was done. */
export async function viewWave(ctx: Ctx, key: WaveKey) {
  const { communityId, waveId } = key;
  const wave = await selectWave(ctx, key);
  if (!wave) throw platformErrors.not_found();
  const [line] = await viewWaves(ctx, communityId, [wave]);
  const { startedAt } = wave;
  const from = new Date(startedAt.getTime() - usualDays * dayMs);
  return {
    ...line!,
    before: { days: usualDays, joins: await countArrivals(ctx, wave, { from, to: startedAt }) },
    ...(await viewPeople(ctx, wave)),
    answers: await viewAnswers(ctx, { communityId, waveId }),
  };
}

async function viewPeople(ctx: Ctx, wave: Wave) {
  const { communityId, groupId, id: waveId } = wave;
  const all = await selectPeople(ctx, { communityId, waveId });
  const ids = all.map(({ identityId }) => identityId);
  const place = { communityId, groupId };
  const identities = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  const here = new Set((await listMemberships(ctx, { ...place, identityIds: ids })).map((one) => one.identityId));
  const standings = new Map((await listStandings(ctx, communityId, ids)).map((one) => [one.identityId, one]));
  const held = await countHeldOf(ctx, place, ids);
  const messagesOf = (id: string) => standings.get(id)?.messages ?? 0;
  return {
    here: here.size,
    spoken: ids.filter((id) => messagesOf(id) > 0).length,
    held: ids.reduce((sum, id) => sum + (held.get(id) ?? 0), 0),
    comers: all.slice(0, shown).map(({ identityId, joinedAt, isNameAlike, isFaceAlike, clearedAt }) => ({
      identityId,
      personId: identities.get(identityId)?.personId ?? null,
      name: identities.get(identityId)?.name ?? '',
      pictureId: identities.get(identityId)?.pictureId ?? null,
      joinedAt,
      isNameAlike,
      isFaceAlike,
      isHere: here.has(identityId),
      messages: messagesOf(identityId),
      held: held.get(identityId) ?? 0,
      isCleared: clearedAt !== null,
    })),
  };
}

async function viewAnswers(ctx: Ctx, { communityId, waveId }: WaveKey) {
  const answers = (await selectAnswers(ctx, communityId, [waveId])).get(waveId) ?? [];
  const users = await findUsers(
    ctx,
    answers.flatMap(({ userId, endedBy }) => [userId, endedBy].filter((id) => id !== null)),
  );
  const nameOf = (id: string | null) => users.find((user) => user.id === id)?.name ?? null;
  return answers.map(({ id, kind, userId, at, until, endedAt, endedBy }) => ({
    id,
    kind,
    by: nameOf(userId),
    at,
    until,
    endedAt: endedAt ?? (until <= ctx.now() ? until : null),
    endedBy: nameOf(endedBy),
  }));
}
