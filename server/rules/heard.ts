/**
 * Looking at what was said already: on other platforms, where it is seen before we hear of it, and, in the built-in group, for checks in
 * dry mode. Opens cases and looks for quarrels; acts on nobody.
 */
import { findGroupById } from '../groups/index.ts';
import { listMessages, messagesReceived, type MessageFacts } from '../messages/index.ts';
import { listIdentities, listMemberships } from '../people/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { openCases } from './cases.ts';
import { readCodes } from './codes/readings.ts';
import type { Evidence } from './checks/check.ts';
import { findEvidence, keepVerdict } from './judge.ts';
import { noteTempers, watchTalk, type Uttered } from './quarrel-watch.ts';
import { getRulebook, repeatMemoryOf, type Rulebook } from './rulebook.ts';
import type { NewCase } from './store/cases.ts';
import { isTeam, listTrust } from './trust.ts';
import { decide } from './verdict.ts';

/** Looks at messages after they were recorded, where the gate could not, or was only to note. */
export const lookAtHeard = subscribe('rules.look_at_heard', messagesReceived, async (ctx, events) => {
  const live = events.filter(({ communityId, payload }) => communityId !== null && payload.origin === 'live');
  for (const [groupId, some] of Map.groupBy(live, ({ payload }) => payload.groupId)) {
    const communityId = some[0]!.communityId!;
    const messageIds = some.flatMap(({ payload }) => payload.messageIds);
    const group = await findGroupById(ctx, groupId);
    const rulebook = group && (await getRulebook(ctx, communityId));
    if (!rulebook) continue;
    const place = { communityId, groupId };
    const isWeb = group.carrier === 'web';
    const mayRest = rulebook.sleeps || (isWeb && !rulebook.notes);
    const heard =
      mayRest && isWeb
        ? []
        : (await listMessages(ctx, place, messageIds)).filter(
            (one) => one.recalledAt === null && one.operatorId === null,
          );
    // What is said in the built-in group was heard at the gate.
    if (!isWeb) noteTempers(ctx, groupId, heard.map(utteranceOf));
    await watchTalk(ctx, place);
    if (!mayRest) await lookAtSaid(ctx, { ...place, isWeb, heard, rulebook });
  }
});

function utteranceOf({ authorId, at, text }: MessageFacts): Uttered {
  return { by: authorId, at, text };
}

interface Heard {
  communityId: string;
  groupId: string;
  isWeb: boolean;
  heard: readonly MessageFacts[];
  rulebook: Rulebook;
}

/** Looks at messages that were said; opens cases. */
export async function lookAtSaid(ctx: Ctx, { communityId, groupId, isWeb, heard, rulebook }: Heard): Promise<void> {
  const memory = repeatMemoryOf(ctx, communityId, 'heard');
  const found = new Map<MessageFacts, Evidence[]>();
  for (const one of heard) {
    const { id: attemptId, authorId: identityId, text, picture, at } = one;
    const reads = picture !== null && rulebook.settings.checks.codes !== 'off';
    const codes = reads ? await readCodes(ctx, picture.id) : null;
    const spoken = { attemptId, identityId, groupId, text, picture, at, ...(codes ? { codes } : {}) };
    found.set(one, findEvidence(spoken, rulebook, memory));
  }
  const suspects = heard.filter((one) => found.get(one)!.length > 0);
  if (suspects.length === 0) return;
  const ids = [...new Set(suspects.map(({ authorId }) => authorId))];
  const exempt = await findTeam(ctx, { communityId, groupId, identityIds: ids });
  const trust = await listTrust(ctx, { communityId, identityIds: ids }, rulebook.settings.trust);
  const cases = suspects.flatMap((one): NewCase[] => {
    const standing = exempt.has(one.authorId) ? 'team' : (trust.get(one.authorId) ?? 'new');
    const verdict = decide(found.get(one)!, standing, rulebook.settings.thresholds);
    const isReal = verdict.action !== 'pass' && !isWeb;
    if (!isReal && verdict.dry === null) return [];
    return [caseOf(ctx, one, { verdict, rulebook, kind: isReal ? 'said' : 'dry' })];
  });
  await openCases(ctx, { communityId, groupId }, cases);
}

/** Those of some members of a group who speak for the team, or are nobody any more: nothing is looked for in what they say. */
export async function findTeam(
  ctx: Ctx,
  who: { communityId: string; groupId: string; identityIds: readonly string[] },
): Promise<Set<string>> {
  const identities = await listIdentities(ctx, who.communityId, who.identityIds);
  const stays = await listMemberships(ctx, who);
  const roles = new Map(stays.map(({ identityId, role }) => [identityId, role]));
  const team = identities.filter(
    ({ id, kind }) => kind === 'tombstone' || isTeam({ kind, role: roles.get(id) ?? 'member' }),
  );
  return new Set(team.map(({ id }) => id));
}

function caseOf(
  ctx: Ctx,
  { id, at, kind, text, picture, replyTo, mentions, authorId }: MessageFacts,
  judged: { verdict: ReturnType<typeof decide>; rulebook: Rulebook; kind: 'said' | 'dry' },
): NewCase {
  return {
    id: newId(ctx.now()),
    kind: judged.kind,
    state: 'waiting',
    identityId: authorId,
    clientId: null,
    draft: { at: at.toISOString(), kind, text, picture, replyTo, mentions: mentions ?? [] },
    ...keepVerdict(judged.verdict, judged.rulebook),
    messageId: id,
  };
}
