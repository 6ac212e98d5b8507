/**
 * Persons who may be one human, with what speaks for it in words. Found by indexes for those about whom something has changed, a batch at a
 * time; never merged by itself, and what the team has refused is not suggested again.
 */
import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { subscribe } from '../platform/bus/event.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { listPeopleByIds, type PersonLine } from './directory.ts';
import { identityChanged, memberJoined } from './events.ts';
import { listAccountsOf, listPersonsOf } from './facts.ts';
import {
  findByAccount,
  findByEmail,
  findByName,
  insertUncompared,
  replaceLikenesses,
  selectLikenesses,
  takeUncompared,
  upsertRefusal,
  type Confidence,
  type Evidence,
  type EvidenceKind,
  type Finding,
  type Likeness,
} from './store/likeness.ts';

/** Persons compared in one transaction. */
const chunk = 200;

/** Who has come in or has another name is compared again. */
export const markChanged = subscribe('people.mark_changed', identityChanged, async (ctx, events) => {
  for (const [communityId, here] of Map.groupBy(events, (event) => event.communityId!))
    await insertUncompared(
      ctx,
      communityId,
      here.flatMap(({ payload }) => payload.identityIds),
    );
});

/** Who has come in is compared with who was there. */
export const markArrived = subscribe('people.mark_arrived', memberJoined, async (ctx, events) => {
  for (const [communityId, here] of Map.groupBy(events, (event) => event.communityId!))
    await insertUncompared(
      ctx,
      communityId,
      here.flatMap(({ payload }) => payload.members.map(({ identityId }) => identityId)),
    );
});

/** Every few minutes: compares everybody about whom something has changed. */
export const findLikenesses = defineJob({
  name: 'people.find_likenesses',
  payload: z.object({}),
  cron: '*/3 * * * *',
  run: async (ctx) => {
    while (await inTransaction(ctx, compareSome)) {
      // Each turn is a batch in a transaction of its own.
    }
  },
});

async function compareSome(ctx: Ctx): Promise<boolean> {
  const marks = await takeUncompared(ctx, chunk);
  for (const [communityId, here] of Map.groupBy(marks, (mark) => mark.communityId)) {
    const people = await listPersonsOf(
      ctx,
      communityId,
      here.map(({ identityId }) => identityId),
    );
    const batch = { communityId, personIds: people.map(({ personId }) => personId) };
    if (batch.personIds.length === 0) continue;
    const found = [
      ...(await findByAccount(ctx, batch)),
      ...(await findByEmail(ctx, batch)),
      ...(await findByName(ctx, batch)),
    ];
    await replaceLikenesses(ctx, batch, gather(found));
  }
  return marks.length === chunk;
}

function gather(found: readonly Finding[]): Likeness[] {
  const pairs = new Map<string, Likeness>();
  for (const { personId, otherId, kind, value } of found) {
    const [oneId, secondId] = [personId, otherId].toSorted() as [string, string];
    const key = `${oneId} ${secondId}`;
    const pair = pairs.get(key) ?? { oneId, otherId: secondId, evidence: [], confidence: 'maybe' as const };
    if (!pair.evidence.some((one) => one.kind === kind)) pair.evidence.push({ kind, value });
    pairs.set(key, { ...pair, confidence: weigh(pair.evidence) });
  }
  // A line of a card that is the same says something only beside something else.
  return [...pairs.values()].filter(({ evidence }) => evidence.some(({ kind }) => kind !== 'card'));
}

/** How much evidence is worth: proofs alone, signs together. Pure. */
export function weigh(evidence: readonly Pick<Evidence, 'kind'>[]): Confidence {
  const has = (kind: EvidenceKind) => evidence.some((one) => one.kind === kind);
  if (has('same_account') || has('email')) return 'sure';
  if (has('account_name')) return evidence.length > 1 ? 'sure' : 'likely';
  const signs = ['name_in_group', 'name_in_list', 'card'] as const;
  return signs.filter(has).length > 1 ? 'likely' : 'maybe';
}

/** Two persons side by side, with what speaks for them being one. */
export interface ShownLikeness {
  confidence: Confidence;
  reasons: string[];
  /** The one who would stay: who is known from more than a list, else who was here earlier. */
  kept: PersonLine;
  other: PersonLine;
}

/** Suggestions of a community, or of one person, the surest first; and how many there are. */
export async function listLikenesses(
  ctx: Ctx,
  communityId: string,
  wish: { personId?: string | undefined; limit: number },
): Promise<{ items: ShownLikeness[]; total: number }> {
  const rows = await selectLikenesses(ctx, communityId, wish);
  const ids = [...new Set(rows.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
  const people = new Map((await listPeopleByIds(ctx, communityId, ids)).map((one) => [one.personId, one]));
  const items = rows.flatMap(({ oneId, otherId, evidence, confidence }): ShownLikeness[] => {
    const [one, other] = [people.get(oneId), people.get(otherId)];
    if (!one || !other) return [];
    const [kept, second] = isHere(other) && !isHere(one) ? [other, one] : [one, other];
    const reasons = evidence.map(({ kind, value }) =>
      kind === 'card' ? ctx.t('people:likeness.card') : ctx.t(`people:likeness.${kind}`, { value }),
    );
    return [{ confidence, reasons, kept, other: second }];
  });
  return { items, total: rows[0]?.total ?? 0 };
}

function isHere({ carriers }: PersonLine): boolean {
  return carriers.some((carrier) => carrier !== 'manual');
}

/** Says that two persons are two humans, for good; or takes that back. Call inside a transaction. */
export async function setDifferent(
  ctx: Ctx,
  which: { communityId: string; personIds: readonly [string, string] },
  different: boolean,
): Promise<void> {
  const { communityId } = which;
  const people = await listAccountsOf(ctx, communityId, which.personIds);
  if (people.length < 2) throw platformErrors.not_found();
  const [oneId, otherId] = which.personIds.toSorted() as [string, string];
  await upsertRefusal(ctx, { communityId, oneId, otherId }, { by: actorKey(ctx.actor), refused: different });
  // What speaks for it is found again.
  if (!different)
    await insertUncompared(
      ctx,
      communityId,
      people.flatMap(({ identityIds }) => identityIds),
    );
  await recordAudit(ctx, {
    communityId,
    action: different ? 'people.keep_apart' : 'people.compare_again',
    target: { kind: 'person', id: oneId },
    detail: { otherId },
  });
}
