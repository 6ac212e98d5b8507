/**
 * Opening, changing and ending groups. Whatever members can see is told at once on the group's live channel, and kept in
 * the audit log with the facts before and after.
 */
import { recordAudit } from '../platform/audit/audit.ts';
import { checkPictureOf } from '../platform/files/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { isId, newId } from '../platform/ids.ts';
import { getCommunity } from '../communities/index.ts';
import { groupErrors } from './errors.ts';
import { groupChanged, groupCreated, groupDissolved } from './events.ts';
import { publicGroup, tierDefaults, type Group, type GroupState, type Tier } from './group.ts';
import { canMove, possibleMoves, type Lifecycle } from './lifecycle.ts';
import { dropRecentGroup } from './recent.ts';
import * as store from './store/groups.ts';
import { revokeLinksOf } from './store/links.ts';

/** Where a group is. */
export interface GroupTarget {
  communityId: string;
  groupId: string;
}

/** What opening a group takes; all else comes from the tier's defaults. */
export interface NewGroup extends Partial<GroupState> {
  communityId: string;
  name: string;
  tier: Tier;
  carrier?: string | undefined;
  externalId?: string | null | undefined;
  capacity?: number | undefined;
  pictureId?: string | null | undefined;
  notice?: string | undefined;
}

/** Opens a group. */
export async function createGroup(ctx: Ctx, input: NewGroup): Promise<Group> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, tier, notice, ...given } = input;
    const { official } = await getCommunity(inner, communityId);
    const defaults = (await store.selectTierDefaults(inner, communityId))[tier] ?? tierDefaults[tier];
    const group: Group = {
      ...defaults,
      ...withoutUndefined(given),
      id: newId(ctx.now()),
      communityId,
      carrier: given.carrier ?? 'web',
      externalId: given.externalId ?? null,
      name: given.name,
      tier,
      lifecycle: 'new',
      lifecycleSince: ctx.now(),
      members: 0,
      pictureId: given.pictureId ?? null,
      notice: notice ? { text: notice, at: ctx.now(), by: official.name } : null,
      createdAt: ctx.now(),
      lastActivityAt: null,
    };
    await checkPictureOf(inner, communityId, group.pictureId);
    if (!(await store.insertGroup(inner, group))) throw groupErrors.external_id_taken();
    await audit(inner, group, { action: 'create_group', detail: { after: factsOf(group) } });
    inner.emit(groupCreated, communityId, { groupId: group.id });
    return group;
  });
}

/** The group, if this community has it. */
export async function findGroup(ctx: Ctx, { communityId, groupId }: GroupTarget): Promise<Group | undefined> {
  if (!isId(groupId) || !isId(communityId)) return undefined;
  return store.selectGroup(ctx, { communityId, groupId });
}

/** The group; throws `platform.not_found` for a foreign one as for an unknown one. */
export async function getGroup(ctx: Ctx, communityId: string, groupId: string): Promise<Group> {
  const group = await findGroup(ctx, { communityId, groupId });
  if (!group) throw platformErrors.not_found();
  return group;
}

/** The group with this id, in whatever community; for member routes, whose access check then asks for membership. */
export async function findGroupById(ctx: Ctx, groupId: string): Promise<Group | undefined> {
  return isId(groupId) ? store.selectGroupById(ctx, groupId) : undefined;
}

/** Facts and state of a group that its team may change. */
export interface GroupChange extends Partial<GroupState> {
  name?: string | undefined;
  tier?: Tier | undefined;
  capacity?: number | undefined;
  pictureId?: string | null | undefined;
  /** Empty or null takes the notice down. `by` is the name under which it stands; the community's official one by default. */
  notice?: { text: string; by?: string | undefined } | null | undefined;
}

/** Changes facts and state of a group. Where the name is locked only the team and the program may rename. */
export async function updateGroup(ctx: Ctx, target: GroupTarget, change: GroupChange): Promise<Group> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockGroup(inner, target);
    if (before.lifecycle === 'dissolved') throw groupErrors.dissolved();
    const { notice, ...facts } = withoutUndefined(change);
    const after: Group = { ...before, ...facts };
    if (after.pictureId !== before.pictureId) await checkPictureOf(inner, before.communityId, after.pictureId);
    if (after.name !== before.name && before.nameLocked && ctx.actor.kind === 'device') throw groupErrors.name_locked();
    if (notice !== undefined && (notice?.text ?? '') !== (before.notice?.text ?? '')) {
      const by = notice?.by ?? (await getCommunity(inner, before.communityId)).official.name;
      after.notice = notice?.text ? { text: notice.text, at: ctx.now(), by } : null;
    }
    return writeChange(inner, { before, after, action: 'update_group' });
  });
}

/** Changes how a group is held; what a carrier's ops call, knowing only the group's id. */
export async function setGroupState(
  ctx: Ctx,
  groupId: string,
  patch: Pick<GroupChange, keyof GroupState | 'notice'>,
): Promise<Group> {
  const group = await findGroupById(ctx, groupId);
  if (!group) throw platformErrors.not_found();
  return updateGroup(ctx, { communityId: group.communityId, groupId }, patch);
}

/** Moves a group on in its life; the program may take fewer steps than the team. To `dissolved` it is the end. */
export async function moveLifecycle(ctx: Ctx, target: GroupTarget, to: Lifecycle): Promise<Group> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockGroup(inner, target);
    if (before.lifecycle === to) return before;
    const mover = ctx.actor.kind === 'system' ? 'program' : 'team';
    if (!canMove(before.lifecycle, to, mover)) {
      const name = (state: Lifecycle) => ctx.t(`groups:lifecycle.${state}`);
      const possible = possibleMoves(before.lifecycle, mover);
      const choices = possible.map(name).join(ctx.t('groups:list_separator')) || ctx.t('groups:nowhere');
      throw groupErrors.lifecycle_not_possible({ from: name(before.lifecycle), to: name(to), choices, possible });
    }
    const after: Group = { ...before, lifecycle: to, lifecycleSince: ctx.now() };
    if (to === 'dissolved') await revokeLinksOf(inner, after, ctx.now());
    const action = to === 'dissolved' ? 'dissolve_group' : 'move_lifecycle';
    const moved = await writeChange(inner, { before, after, action });
    if (to === 'dissolved') inner.emit(groupDissolved, after.communityId, { groupId: after.id });
    return moved;
  });
}

/** Ends a group: nobody gets in any more, its links are dead; what was said stays as the archive. */
export function dissolveGroup(ctx: Ctx, target: GroupTarget): Promise<Group> {
  return moveLifecycle(ctx, target, 'dissolved');
}

/** Shows the group to everybody who is listening in it, once this transaction has committed. */
export function showLive(ctx: Ctx, group: Group): void {
  ctx.afterCommit(() => ctx.services.live.publish('group', group.id, { type: 'group', group: publicGroup(group) }));
}

async function writeChange(ctx: Ctx, change: { before: Group; after: Group; action: string }): Promise<Group> {
  const { before, after, action } = change;
  const detail = changedFacts(before, after);
  // The log keeps when a notice was set, not what it says; two of the same moment differ all the same.
  const keepsNotice = before.notice?.text === after.notice?.text;
  if (Object.keys(detail.after).length === 0 && keepsNotice) return before;
  await store.writeGroup(ctx, after);
  dropRecentGroup(ctx, after.id);
  await audit(ctx, after, { action, detail });
  ctx.emit(groupChanged, after.communityId, { groupId: after.id });
  showLive(ctx, after);
  return after;
}

async function lockGroup(ctx: Ctx, { communityId, groupId }: GroupTarget): Promise<Group> {
  const known = isId(communityId) && isId(groupId);
  const group = known ? await store.selectGroup(ctx, { communityId, groupId, lock: true }) : undefined;
  if (!group) throw platformErrors.not_found();
  return group;
}

/** The facts that belong into the audit log: of a notice when it was set, not what it says. */
function factsOf(group: Group): Record<string, unknown> {
  const { name, tier, carrier, lifecycle, capacity, pictureId, notice, mutedAll, slowModeSeconds } = group;
  const { nameLocked, privateAdding, approval } = group;
  const state = { mutedAll, slowModeSeconds, nameLocked, privateAdding, approval };
  return { name, tier, carrier, lifecycle, capacity, pictureId, ...state, noticeAt: notice?.at.toISOString() ?? null };
}

function changedFacts(before: Group, after: Group) {
  const [old, next] = [factsOf(before), factsOf(after)];
  const changed = Object.keys(next).filter((key) => old[key] !== next[key]);
  const pick = (facts: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, facts[key]]));
  return { before: pick(old), after: pick(next) };
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Value;
}

async function audit(
  ctx: Ctx,
  group: Group,
  entry: { action: string; detail: Record<string, unknown> },
): Promise<void> {
  await recordAudit(ctx, {
    communityId: group.communityId,
    action: `groups.${entry.action}`,
    target: { kind: 'group', id: group.id },
    detail: entry.detail,
  });
}
