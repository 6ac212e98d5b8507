/**
 * What a chat platform looks like to the rest of the program. Each group declares what can be done with it; nothing
 * above this contract asks which platform it is.
 */
import type { Group } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Act } from './act-shape.ts';

/** Everything that can be asked of a platform. */
export const ops = [
  'send', 'sendPrivate', 'edit', 'recall', 'pin', 'unpin', 'react', 'kick', 'ban', 'unban', 'mute', 'unmute', 'muteAll',
  'slowMode', 'setName', 'lockName', 'setNotice', 'setAvatar', 'allowPrivateAdd', 'setRole', 'transferOwner', 'approveJoin',
  'declineJoin', 'listMembers', 'inviteLink', 'createGroup', 'dissolve',
] as const; // prettier-ignore

/** One thing that can be asked of a platform. */
export type Op = (typeof ops)[number];

/** `emulated`: done by other means (mute by recalling); `human`: becomes a task; `unsupported`: refused before anyone relies on it. */
export type Ability = 'native' | 'emulated' | 'human' | 'unsupported';

/** What can be done with one group. */
export type Abilities = Readonly<Record<Op, Ability>>;

/** How a platform behaves. */
export interface Limits {
  /** Whether sending twice under one key shows once. Otherwise delivery is at most once. */
  idempotentSend: boolean;
  maxMuteSeconds: number | null;
  recallWithinSeconds: number | null;
  /** Null = no limit of the platform's own. */
  sendsPerWindow: { sends: number; seconds: number } | null;
  memberList: 'full' | 'admins' | 'diff' | 'none';
  delivery: 'immediate' | 'memberConfirms';
  reads: boolean;
  reactions: boolean;
  replies: boolean;
  /** Members may leave without anyone being told. */
  silentLeaves: boolean;
}

/** Why a platform did not do it. `not_admin`: our account there may not; `protected`: the target stands above such acts. */
export type Refusal =
  | 'unsupported'
  | 'not_admin'
  | 'not_a_member'
  | 'protected'
  | 'name_locked'
  | 'bad_value'
  | 'unknown_target'
  | 'full'
  | 'dissolved'
  | 'rate_limited'
  | 'uncertain';

/** What came of an act; `value` is what the op gives back (a link, a list of members). */
export type Performed = { ok: true; value?: unknown } | { ok: false; reason: Refusal; retryAfterMs?: number };

/** A driver: one platform behind the contract. */
export interface Carrier {
  readonly name: string;
  readonly limits: Limits;
  /** What this group can do now, after the driver has looked at its own role there. */
  readonly abilitiesOf: (ctx: Ctx, group: Group) => Promise<Abilities>;
  /**
   * Does what is `native` or `emulated`, inside the caller's transaction. A driver that has to talk to another machine
   * answers from a queue instead and never calls out in here.
   */
  readonly perform: (ctx: Ctx, group: Group, act: Act) => Promise<Performed>;
}

/** The same ability for every op. */
export function allOps(ability: Ability): Record<Op, Ability> {
  return Object.fromEntries(ops.map((op) => [op, ability])) as Record<Op, Ability>;
}
