import { isId } from '../platform/ids.ts';
import { createRecent } from '../platform/recent.ts';
import type { Ctx } from '../platform/context.ts';
import type { Group } from './group.ts';
import { selectGroupById } from './store/groups.ts';

const recent = createRecent<Group | undefined>(selectGroupById);

/**
 * The group for the road of every post: facts and state as of this moment in this process, and up to two seconds old after a change in
 * another one; `members` and `lastActivityAt` may always be that old.
 */
export async function findRecentGroup(ctx: Ctx, groupId: string): Promise<Group | undefined> {
  return isId(groupId) ? recent.get(ctx, groupId) : undefined;
}

/** Says that a group has changed. */
export function dropRecentGroup(ctx: Ctx, groupId: string): void {
  recent.drop(ctx, groupId);
}
