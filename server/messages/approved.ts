import type { Message } from '../carriers/index.ts';
import type { Group } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Draft } from './draft.ts';
import { recordDrafts } from './record.ts';

/**
 * Records what somebody has looked at and let through, without asking the gates again: in order, once for each client id (a draft that is
 * already there gives the message that is there). In the caller's transaction, when there is one.
 */
export async function recordApproved(
  ctx: Ctx,
  group: Group,
  drafts: readonly Draft[],
): Promise<{ message: Message; duplicate: boolean }[]> {
  return drafts.length === 0 ? [] : recordDrafts(ctx, group, { drafts });
}
