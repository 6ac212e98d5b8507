/**
 * Notices waves of joins: many people through one entrance within minutes. What came in is read from the memberships, so that a restart
 * forgets nothing; who came is kept while it counts. The team is told, and nobody is removed.
 */
import { listLinkChannels } from '../../groups/index.ts';
import {
  listArrivals,
  listIdentities,
  listMemberships,
  memberJoined,
  type Comer,
  type EntranceKey,
} from '../../people/index.ts';
import { recordAudit } from '../../platform/audit/audit.ts';
import { subscribe } from '../../platform/bus/event.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { listContentNames } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import { waveNoticed } from '../events.ts';
import { getRulesSettings, type RulesSettings } from '../settings.ts';
import { prolongHold } from '../store/wave-answers.ts';
import { lockRunning, selectCalmed, writePeople, writeWave, type Wave } from '../store/waves.ts';
import { bumpWaves } from './counting.ts';
import { showWave } from './live.ts';
import { markLikeness, readSigns, type Arrived, type Likeness, type WaveSign } from './signs.ts';

/** For how long a wave counts against its people, after the last of them. */
const countsMs = 24 * 3_600_000;
const mostPeople = 500;
/** Whoever was called guests stays so: more of them may come through the same entrance. */
const calmMs = 12 * 3_600_000;

/** Hears who comes in, and through which entrance. */
export const watchJoins = subscribe('rules.watch_joins', memberJoined, async (ctx, events) => {
  const byGroup = Map.groupBy(
    events.filter(({ communityId }) => communityId !== null),
    ({ communityId, payload }) => `${communityId} ${payload.groupId}`,
  );
  for (const some of byGroup.values()) {
    const [{ communityId, payload }] = some as [(typeof some)[number]];
    const settings = await getRulesSettings(ctx, communityId!);
    if (settings.checks.raid === 'off') continue;
    const identityIds = some.flatMap((event) => event.payload.members.map((one) => one.identityId));
    const place = { communityId: communityId!, groupId: payload.groupId };
    // Who was only seen on another platform came through no entrance of ours.
    const stays = (await listMemberships(ctx, { ...place, identityIds })).filter(({ code }) => code !== null);
    for (const through of Map.groupBy(stays, ({ linkId, inviterId }) => `${linkId} ${inviterId}`).values()) {
      const { linkId, inviterId } = through[0]!;
      const last = new Date(Math.max(...through.map(({ joinedAt }) => joinedAt.getTime())));
      await lookAtEntrance(ctx, { ...place, linkId, inviterId }, { last, settings });
    }
  }
});

async function lookAtEntrance(
  ctx: Ctx,
  entrance: EntranceKey,
  { last, settings }: { last: Date; settings: RulesSettings },
): Promise<void> {
  const { people, minutes } = settings.raid;
  const since = new Date(last.getTime() - minutes * 60_000);
  const came = await listArrivals(ctx, entrance, { since, limit: mostPeople });
  if (came.length < people) return;
  const recent = await describe(ctx, entrance.communityId, came);
  const sign = readSigns(recent, people);
  if (sign) await keepWave(ctx, entrance, { sign, since, people: markLikeness(recent) });
}

async function describe(ctx: Ctx, communityId: string, came: readonly Comer[]): Promise<Arrived[]> {
  const ids = [...new Set(came.map(({ identityId }) => identityId))];
  const identities = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  const pictures = [...identities.values()].flatMap(({ pictureId }) => pictureId ?? []);
  const faces = pictures.length > 0 ? await listContentNames(ctx, pictures) : new Map<string, string>();
  // Who left and came back is one person.
  return ids.flatMap((identityId) => {
    const { name, pictureId } = identities.get(identityId) ?? {};
    const { joinedAt } = came.findLast((one) => one.identityId === identityId)!;
    return name === undefined
      ? []
      : [{ identityId, name, face: pictureId ? (faces.get(pictureId) ?? null) : null, joinedAt }];
  });
}

interface Noticed {
  sign: WaveSign;
  since: Date;
  people: readonly Likeness[];
}

async function keepWave(ctx: Ctx, entrance: EntranceKey, { sign, since, people }: Noticed): Promise<void> {
  const times = people.map(({ joinedAt }) => joinedAt.getTime());
  const lastAt = new Date(Math.max(...times));
  if (lastAt.getTime() + countsMs <= ctx.now().getTime()) return;
  await inTransaction(ctx, async (inner) => {
    await bumpWaves(inner, entrance.communityId);
    if (await selectCalmed(inner, entrance, new Date(lastAt.getTime() - calmMs))) return;
    const running = await lockRunning(inner, entrance, since);
    const { communityId, groupId, linkId, inviterId } = entrance;
    const fresh = { id: newId(inner.now()), communityId, groupId, linkId, inviterId, people: people.length };
    const before = running ?? { ...fresh, startedAt: new Date(Math.min(...times)) };
    const until = new Date(lastAt.getTime() + countsMs);
    const wave = { ...before, sign, lastAt, until };
    await writeWave(inner, wave);
    const key = { communityId, waveId: wave.id };
    const count = await writePeople(inner, key, people);
    if (count !== wave.people) await writeWave(inner, { ...wave, people: count });
    await prolongHold(inner, key, until);
    await tell(inner, { ...wave, people: count }, { people, isNew: !running });
  });
}

async function tell(
  ctx: Ctx,
  wave: Omit<Wave, 'endedAt' | 'endedBy'>,
  { people, isNew }: { people: readonly Likeness[]; isNew: boolean },
): Promise<void> {
  const { communityId, groupId, id: waveId, linkId, sign, startedAt, lastAt } = wave;
  const minutes = minutesOf(wave);
  const names = people.filter(({ isNameAlike }) => isNameAlike).length;
  const faces = people.filter(({ isFaceAlike }) => isFaceAlike).length;
  ctx.emit(waveNoticed, communityId, {
    waveId,
    groupId,
    people: wave.people,
    minutes,
    sign,
    names,
    faces,
    channel: linkId === null ? null : ((await listLinkChannels(ctx, communityId, [linkId])).get(linkId) ?? null),
    startedAt: startedAt.toISOString(),
    lastAt: lastAt.toISOString(),
  });
  showWave(ctx, wave);
  if (!isNew) return;
  const detail = { groupId, people: wave.people, minutes, signs: sign };
  const target = { kind: 'group', id: groupId };
  await recordAudit(ctx, { communityId, action: 'rules.notice_wave', target, detail });
}

/** Within how many minutes a wave came in; a moment is one. */
export function minutesOf({ startedAt, lastAt }: Pick<Wave, 'startedAt' | 'lastAt'>): number {
  return Math.max(1, Math.ceil((lastAt.getTime() - startedAt.getTime()) / 60_000));
}
