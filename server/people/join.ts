/**
 * The door of a group: what a visitor sees of it, what they still have to do, and coming in. The conditions are gates of
 * the slot `mayJoin`; approval by the team is one of them and always the last step.
 */
import { z } from 'zod';
import { freeSeats, takeSeats, useLink } from '../groups/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { badInput } from '../platform/http/problem.ts';
import { apply, findWaiting, needsApproval } from './application.ts';
import { bindDevice, giveDevice, type Visitor } from './device.ts';
import { keepProvenEmail, tryEmailCode } from './email-proof.ts';
import { checkMemberName, createMember, findIdentity, type Identity } from './identity.ts';
import { findEntrance, type Entrance } from './invite.ts';
import { startStay } from './membership.ts';
import { acknowledgeNotice } from './privacy.ts';
import { introduceMember } from './profile.ts';
import { mayJoin, type JoinAttempt, type JoinGate, type Step } from './slots.ts';
import { cardInput } from './card.ts';
import { lockDevice, selectBinding } from './store/device.ts';
import { selectSettledByCode, withdrawApplications } from './store/entrance.ts';
import { selectOpenMembership } from './store/membership.ts';

type Found = Entrance & { ok: true };

/** What came of looking at a door or of trying to go in. */
export type JoinState =
  | { state: 'unknown' | 'expired' | 'used_up' | 'revoked' | 'dissolved' | 'full' }
  | { state: 'joined'; groupId: string }
  | { state: 'waiting'; groupId: string }
  | { state: 'refused'; reason: string; text: string }
  | { state: 'needs'; steps: Step[] }
  | { state: 'open'; steps: Step[] };

/** The state of the door for this visitor; `entrance` and `identity` are there when it may be shown whose door it is. */
export interface Door {
  state: JoinState;
  entrance: Found | null;
  identity: Identity | null;
}

/** Looks at a door; changes nothing. */
export async function lookAtDoor(ctx: Ctx, code: string, visitor: Visitor): Promise<Door> {
  const entrance = await findEntrance(ctx, code);
  if (!entrance.ok)
    return { state: await findBehind(ctx, code, { entrance, visitor }), entrance: null, identity: null };
  const identity = await findCarried(ctx, entrance.group.communityId, visitor.deviceId);
  const settled = await findSettled(ctx, entrance, identity);
  if (settled) return { state: settled, entrance, identity };
  const verdict = await askGates(ctx, attemptOf({ entrance, identity, visitor, answers: {} }));
  const open = 'refused' in verdict ? verdict.refused : { state: 'open' as const, steps: verdict.steps };
  const full = open.state === 'open' && entrance.group.members >= entrance.group.capacity;
  return { state: full ? { state: 'full' } : open, entrance, identity };
}

/**
 * Goes in, or says what is missing. Everything in one transaction: identity, notice, seat, stay, use of the link. From
 * the same device it is done once, however often and however parallel it is asked.
 */
export async function joinByCode(
  ctx: Ctx,
  join: { code: string; answers: Record<string, unknown>; visitor: Visitor },
): Promise<{ state: JoinState; cookie: string | null }> {
  return inTransaction(ctx, async (inner) => {
    if (join.visitor.deviceId !== null) await lockDevice(inner, join.visitor.deviceId);
    const answers = checkAnswers(inner, join.answers);
    const entrance = await findEntrance(inner, join.code);
    const repeats = join.visitor.deviceId === null && join.visitor.attemptKey !== null && isKnown(entrance);
    const given = repeats ? await giveDevice(inner, join.visitor, join.code) : null;
    const visitor = given ? { ...join.visitor, deviceId: given.deviceId } : join.visitor;
    if (!entrance.ok) return { state: await findBehind(inner, join.code, { entrance, visitor }), cookie: null };
    const identity = await findCarried(inner, entrance.group.communityId, visitor.deviceId);
    const settled = await findSettled(inner, entrance, identity);
    if (settled) return { state: settled, cookie: given?.cookie ?? null };
    const { communityId } = entrance.group;
    await tryEmailCode(inner, { communityId, deviceId: visitor.deviceId }, answers.email);
    const verdict = await askGates(inner, attemptOf({ entrance, identity, visitor, answers }));
    if ('refused' in verdict) return { state: verdict.refused, cookie: given?.cookie ?? null };
    const missing = verdict.steps.filter((step) => step.kind !== 'approval');
    if (missing.length > 0) return { state: { state: 'needs', steps: verdict.steps }, cookie: given?.cookie ?? null };
    const entry = { code: join.code, entrance, identity, visitor, answers, waits: verdict.steps.length > 0 };
    const entered = await enter(inner, entry);
    return { ...entered, cookie: given?.cookie ?? entered.cookie };
  });
}

interface Entry {
  code: string;
  entrance: Found;
  identity: Identity | null;
  visitor: Visitor;
  answers: Record<string, unknown>;
  waits: boolean;
}

async function enter(ctx: Ctx, entry: Entry): Promise<{ state: JoinState; cookie: string | null }> {
  const { entrance } = entry;
  const { group, linkId } = entrance;
  const nothing = (state: JoinState) => ({ state, cookie: null });
  // The seat comes first: it locks the group, so that of two who want the last one, one waits and then reads "full".
  const seat = entry.waits ? null : await takeSeats(ctx, group.id, 1);
  if (seat && !seat.ok) return nothing({ state: seat.reason === 'full' ? 'full' : 'dissolved' });
  const used = linkId === null ? null : await useLink(ctx, entry.code);
  if (used && !used.ok) {
    if (seat) await freeSeats(ctx, group.id, 1);
    return nothing({ state: used.reason });
  }
  const { identity, cookie } = await takeIdentity(ctx, entry);
  const attempt = { ...attemptOf(entry), identityId: identity.id };
  for (const gate of ctx.slots(mayJoin)) await gate.passed?.(ctx, attempt);
  const { source, inviterId } = entrance;
  const seatFor = { communityId: group.communityId, groupId: group.id, identityId: identity.id };
  const arrival = { ...seatFor, source, linkId, code: entry.code, inviterId };
  if (seat) {
    // Approval was asked for when they came first, and is not any more.
    if (entry.identity) await withdrawApplications(ctx, { ...seatFor, identityIds: [identity.id] });
    await startStay(ctx, arrival, seat.group);
    return { state: { state: 'joined', groupId: group.id }, cookie };
  }
  const { privacy: _privacy, name: _name, email: _email, ...answers } = entry.answers;
  // What a gate has taken note of itself is nothing for those who decide on the application.
  for (const gate of ctx.slots(mayJoin)) if (gate.passed) for (const key in gate.answers) delete answers[key];
  await apply(ctx, { ...arrival, answers });
  return { state: { state: 'waiting', groupId: group.id }, cookie };
}

/** Who the visitor is from now on: the identity that the device carries, or a new one with a device that carries it. */
async function takeIdentity(ctx: Ctx, entry: Entry): Promise<{ identity: Identity; cookie: string | null }> {
  const { communityId } = entry.entrance.group;
  const { answers, visitor } = entry;
  let cookie: string | null = null;
  let { identity } = entry;
  if (!identity) {
    const checked = await checkMemberName(ctx, communityId, { name: answers.name as string, self: null });
    if (!checked.ok) throw new Error('the gate let a name through that is none');
    identity = await createMember(ctx, communityId, checked);
    const given = visitor.deviceId === null ? await giveDevice(ctx, visitor, entry.code) : null;
    cookie = given?.cookie ?? null;
    const deviceId = given?.deviceId ?? visitor.deviceId!;
    await bindDevice(ctx, { communityId, deviceId, identityId: identity.id, label: visitor.label, boundHow: 'join' });
  }
  if (visitor.deviceId !== null) {
    await keepProvenEmail(ctx, { communityId, deviceId: visitor.deviceId, identityId: identity.id });
  }
  const privacy = answers.privacy as { version: number } | undefined;
  if (privacy) await acknowledgeNotice(ctx, { communityId, identityId: identity.id }, privacy.version);
  if (answers.card) await introduceMember(ctx, identity, answers.card);
  return { identity, cookie };
}

async function findCarried(ctx: Ctx, communityId: string, deviceId: string | null): Promise<Identity | null> {
  const binding = deviceId === null ? undefined : await selectBinding(ctx, communityId, deviceId);
  return (binding && (await findIdentity(ctx, communityId, binding.identityId))) ?? null;
}

/** The state of somebody who is in, or waits, already. */
async function findSettled(ctx: Ctx, entrance: Found, identity: Identity | null): Promise<JoinState | null> {
  const { group } = entrance;
  if (!identity) return null;
  const place = { communityId: group.communityId, groupId: group.id, identityId: identity.id };
  if (await selectOpenMembership(ctx, place)) return { state: 'joined', groupId: group.id };
  const waits = (await findWaiting(ctx, place)) && (await needsApproval(ctx, { ...entrance, ...place }));
  return waits ? { state: 'waiting', groupId: group.id } : null;
}

const isKnown = (entrance: Entrance) => entrance.ok || entrance.reason !== 'unknown';

/** The state behind a link that leads nowhere any more: who came in through it is still in. */
async function findBehind(
  ctx: Ctx,
  code: string,
  { entrance, visitor }: { entrance: Entrance & { ok: false }; visitor: Visitor },
): Promise<JoinState> {
  const nowhere = { state: entrance.reason };
  if (visitor.deviceId === null || entrance.reason === 'unknown' || entrance.reason === 'dissolved') return nowhere;
  const settled = await selectSettledByCode(ctx, visitor.deviceId, code);
  return settled ? { state: settled.waits ? 'waiting' : 'joined', groupId: settled.groupId } : nowhere;
}

function attemptOf(at: Pick<Entry, 'entrance' | 'identity' | 'visitor' | 'answers'>): JoinAttempt {
  return {
    communityId: at.entrance.group.communityId,
    groupId: at.entrance.group.id,
    linkId: at.entrance.linkId,
    inviterId: at.entrance.inviterId,
    answers: at.answers,
    deviceId: at.visitor.deviceId,
    identityId: at.identity?.id ?? null,
  };
}

/** Asks every gate; any refusal wins, steps come in module order with approval last. */
async function askGates(
  ctx: Ctx,
  attempt: JoinAttempt,
): Promise<{ refused: JoinState & { state: 'refused' } } | { steps: Step[] }> {
  const steps: Step[] = [];
  let refused: (JoinState & { state: 'refused' }) | null = null;
  for (const gate of ctx.slots(mayJoin)) {
    const verdict = await gate.consider(ctx, attempt);
    if ('refused' in verdict) refused ??= { state: 'refused', reason: verdict.refused, text: verdict.text };
    else if ('needs' in verdict) steps.push(...verdict.needs);
  }
  if (refused) return { refused };
  return { steps: steps.toSorted((one, other) => Number(one.kind === 'approval') - Number(other.kind === 'approval')) };
}

/** Answers in the shapes that the gates declare; an answer that nobody asks for is refused like any unknown field. */
function checkAnswers(ctx: Ctx, answers: Record<string, unknown>): Record<string, unknown> {
  const shapes = Object.assign({}, ...ctx.slots(mayJoin).map((gate) => gate.answers ?? {})) as Record<
    string,
    z.ZodType
  >;
  const checked = z
    .strictObject({ ...shapes })
    .partial()
    .safeParse(answers);
  if (!checked.success) throw badInput('body.answers', checked.error);
  return checked.data;
}

/** The gate of the name: asked of whoever is new in the community. The card may come with it. */
export const nameGate: JoinGate = {
  name: 'name',
  answers: { name: z.string().max(400), card: cardInput },
  consider: async (ctx, attempt) => {
    if (attempt.identityId !== null) return { ok: true };
    const fields = [
      {
        key: 'name',
        label: ctx.t('people:name.label'),
        kind: 'text' as const,
        maxLength: 30,
        required: true,
        hint: ctx.t('people:name.hint'),
      },
    ];
    const step: Step = {
      key: 'name',
      kind: 'form',
      title: ctx.t('people:name.title'),
      text: ctx.t('people:name.text'),
      fields,
    };
    const { name } = attempt.answers;
    if (typeof name !== 'string') return { needs: [step] };
    const checked = await checkMemberName(ctx, attempt.communityId, { name, self: null });
    return checked.ok ? { ok: true } : { needs: [{ ...step, problem: ctx.t(`people:name.${checked.problem}`) }] };
  },
};
