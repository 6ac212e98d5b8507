/**
 * What an act changes in our own books: the state of the room and the standing of people. The built-in group is nothing but these
 * books, so this is its driver; for other platforms the same is noted when a human has confirmed.
 */
import {
  addressOf,
  createGroup,
  createLink,
  moveLifecycle,
  setGroupState,
  updateGroup,
  type Group,
} from '../groups/index.ts';
import {
  acceptApplication,
  banMember,
  declineApplication,
  kickMember,
  listMembers,
  muteMember,
  setMemberRole,
  unbanMember,
  unmuteMember,
  findMembership,
} from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { getPicture } from '../platform/files/index.ts';
import type { Act } from './act-shape.ts';
import type { Performed, Refusal } from './contract.ts';
import { keepPrivateNote } from './note.ts';

type Handler<Op extends Act['op']> = (ctx: Ctx, group: Group, act: Extract<Act, { op: Op }>) => Promise<Performed>;

const done: Performed = { ok: true };

/** Does an act in our own books, inside the caller's transaction. */
export async function applyAct(ctx: Ctx, group: Group, act: Act): Promise<Performed> {
  return (handlers[act.op] as Handler<Act['op']>)(ctx, group, act as never);
}

/** Message ops change nothing here: `messages` has recorded them already, and the live push is their delivery. */
const recorded = async (): Promise<Performed> => done;

const handlers: { [Op in Act['op']]: Handler<Op> } = {
  send: recorded,
  edit: recorded,
  recall: recorded,
  pin: recorded,
  unpin: recorded,
  react: recorded,
  sendPrivate: async (ctx, group, { identityId, text }) => {
    const seat = seatOf(group, identityId);
    if (!(await findMembership(ctx, seat))) return refuse('not_a_member');
    await keepPrivateNote(ctx, { ...seat, text });
    return done;
  },
  kick: async (ctx, group, { identityId, reason }) =>
    answer(await kickMember(ctx, { ...seatOf(group, identityId), ...(reason ? { reason } : {}) })),
  ban: async (ctx, group, { identityId, reason }) =>
    answer(await banMember(ctx, { ...seatOf(group, identityId), reason: reason ?? '' })),
  unban: async (ctx, group, { identityId }) => answer(await unbanMember(ctx, seatOf(group, identityId))),
  mute: async (ctx, group, { identityId, seconds }) =>
    answer(
      await muteMember(ctx, { ...seatOf(group, identityId), until: new Date(ctx.now().getTime() + seconds * 1000) }),
    ),
  unmute: async (ctx, group, { identityId }) => answer(await unmuteMember(ctx, seatOf(group, identityId))),
  muteAll: async (ctx, group, { on }) => hold(ctx, group, { mutedAll: on }),
  slowMode: async (ctx, group, { seconds }) => hold(ctx, group, { slowModeSeconds: seconds }),
  lockName: async (ctx, group, { on }) => hold(ctx, group, { nameLocked: on }),
  allowPrivateAdd: async (ctx, group, { on }) => hold(ctx, group, { privateAdding: on }),
  setNotice: async (ctx, group, { text }) => hold(ctx, group, { notice: text === '' ? null : { text } }),
  setName: async (ctx, group, { name }) => {
    await updateGroup(ctx, targetOf(group), { name });
    return done;
  },
  setAvatar: async (ctx, group, { pictureId }) => {
    const picture = pictureId === null ? undefined : await getPicture(ctx, pictureId);
    if (pictureId !== null && picture?.communityId !== group.communityId) return refuse('unknown_target');
    await updateGroup(ctx, targetOf(group), { pictureId });
    return done;
  },
  setRole: async (ctx, group, { identityId, role }) => {
    const stay = await findMembership(ctx, seatOf(group, identityId));
    if (!stay) return refuse('not_a_member');
    // An owner steps down only by handing over: a group is never left without one by accident.
    if (stay.role === 'owner') return refuse('protected');
    return answer(await setMemberRole(ctx, { ...seatOf(group, identityId), role }));
  },
  transferOwner: transferOwner,
  approveJoin: async (ctx, group, { applicationId }) => {
    await acceptApplication(ctx, { ...targetOf(group), applicationId });
    return done;
  },
  declineJoin: async (ctx, group, { applicationId, reason }) => {
    await declineApplication(ctx, { ...targetOf(group), applicationId }, reason ?? '');
    return done;
  },
  listMembers: async (ctx, group) => ({ ok: true, value: await listMembers(ctx, targetOf(group), { limit: 200 }) }),
  inviteLink: async (ctx, group, { channel }) => {
    const link = await createLink(ctx, targetOf(group), { channel });
    return { ok: true, value: { linkId: link.id, code: link.code, url: addressOf(ctx, link) } };
  },
  createGroup: async (ctx, group, { name, capacity }) => {
    const { communityId, tier, carrier } = group;
    const sibling = await createGroup(ctx, { communityId, tier, carrier, name, capacity });
    return { ok: true, value: { groupId: sibling.id } };
  },
  dissolve: async (ctx, group) => {
    await moveLifecycle(ctx, targetOf(group), 'dissolved');
    return done;
  },
};

async function transferOwner(ctx: Ctx, group: Group, act: { identityId: string }): Promise<Performed> {
  const heir = await findMembership(ctx, seatOf(group, act.identityId));
  if (!heir) return refuse('not_a_member');
  if (heir.role === 'owner') return done;
  // Members are listed team first, so owners stand on the first page.
  const { items } = await listMembers(ctx, targetOf(group), { limit: 20 });
  for (const { identityId, role } of items) {
    if (role === 'owner') await setMemberRole(ctx, { ...seatOf(group, identityId), role: 'admin' });
  }
  return answer(await setMemberRole(ctx, { ...seatOf(group, act.identityId), role: 'owner' }));
}

async function hold(ctx: Ctx, group: Group, patch: Parameters<typeof setGroupState>[2]): Promise<Performed> {
  await setGroupState(ctx, group.id, patch);
  return done;
}

function targetOf(group: Group) {
  return { communityId: group.communityId, groupId: group.id };
}

function seatOf(group: Group, identityId: string) {
  return { ...targetOf(group), identityId };
}

function refuse(reason: Refusal): Performed {
  return { ok: false, reason };
}

function answer(given: { ok: true } | { ok: false; reason: string }): Performed {
  if (given.ok) return done;
  if (given.reason === 'protected' || given.reason === 'not_a_member') return refuse(given.reason);
  return refuse(given.reason === 'not_banned' ? 'unknown_target' : 'bad_value');
}
