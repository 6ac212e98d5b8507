import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { communityErrors } from './errors.ts';
import type { Stage } from './kinds.ts';
import * as store from './store.ts';

/** Second-hand truth waits until somebody has looked: untested, then confirmed or refuted by evidence. */
export const assumptionStatuses = ['untested', 'confirmed', 'refuted'] as const;

/** How far an assumption has come. */
export type AssumptionStatus = (typeof assumptionStatuses)[number];

/** Something the team believes about its community, and what became of it. */
export interface Assumption {
  id: string;
  statement: string;
  /** The stage that must prove it before the next one opens. */
  stage: Stage;
  status: AssumptionStatus;
  evidence: string;
  createdAt: Date;
  decidedAt: Date | null;
}

/** What a change of an assumption may say. */
export type AssumptionChange = Partial<Pick<Assumption, 'statement' | 'stage' | 'status' | 'evidence'>>;

/** Notes an assumption; a decided one needs evidence from the start. */
export async function addAssumption(
  ctx: Ctx,
  communityId: string,
  input: AssumptionChange & Pick<Assumption, 'statement'>,
): Promise<Assumption> {
  return inTransaction(ctx, async (inner) => {
    const fresh = { id: newId(ctx.now()), stage: 'funnel', status: 'untested', evidence: '' } as const;
    const assumption = decide(
      { ...fresh, statement: input.statement, createdAt: ctx.now(), decidedAt: null },
      input,
      ctx.now(),
    );
    await store.insertAssumption(inner, communityId, assumption);
    await audit(inner, communityId, { action: 'add_assumption', after: assumption });
    return assumption;
  });
}

/** Changes an assumption; confirming or refuting needs evidence. */
export async function changeAssumption(
  ctx: Ctx,
  target: { communityId: string; assumptionId: string },
  change: AssumptionChange,
): Promise<Assumption> {
  return inTransaction(ctx, async (inner) => {
    const before = await store.selectAssumption(inner, target.communityId, target.assumptionId);
    if (!before) throw platformErrors.not_found();
    const after = decide(before, change, ctx.now());
    await store.writeAssumption(inner, target.communityId, after);
    await audit(inner, target.communityId, { action: 'change_assumption', before, after });
    return after;
  });
}

/** Strikes an assumption from the log. */
export async function removeAssumption(ctx: Ctx, target: { communityId: string; assumptionId: string }): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const before = await store.selectAssumption(inner, target.communityId, target.assumptionId);
    if (!before) throw platformErrors.not_found();
    await store.deleteAssumption(inner, target.communityId, target.assumptionId);
    await audit(inner, target.communityId, { action: 'remove_assumption', before });
  });
}

/** A page of the log, oldest first. */
export async function listAssumptions(
  ctx: Ctx,
  communityId: string,
  query: { cursor?: string | undefined; limit: number; status?: AssumptionStatus | undefined },
) {
  const after = query.cursor === undefined ? undefined : String(decodeCursor(query.cursor, 1)[0]);
  const page = { after, limit: query.limit + 1, status: query.status };
  return toPage(await store.selectAssumptions(ctx, communityId, page), query.limit, (assumption) => [assumption.id]);
}

function decide(before: Assumption, change: AssumptionChange, at: Date): Assumption {
  const after = { ...before, ...change };
  if (after.status !== 'untested' && after.evidence === '') throw communityErrors.evidence_missing();
  if (after.status !== before.status) after.decidedAt = after.status === 'untested' ? null : at;
  return after;
}

interface Change {
  action: string;
  before?: Assumption;
  after?: Assumption;
}

async function audit(ctx: Ctx, communityId: string, { action, before, after }: Change): Promise<void> {
  const facts = (assumption: Assumption | undefined) =>
    assumption && { stage: assumption.stage, status: assumption.status, hasEvidence: assumption.evidence !== '' };
  await recordAudit(ctx, {
    communityId,
    action: `communities.${action}`,
    target: { kind: 'assumption', id: (after ?? before)!.id },
    detail: { before: facts(before), after: facts(after) },
  });
}
