import { teamRoles, type TeamRole } from '../platform/auth/permissions.ts';

/** Whether a role stands above another; nobody gives, takes or changes a role above their own. */
export function isAbove(role: TeamRole, other: TeamRole): boolean {
  return teamRoles.indexOf(role) < teamRoles.indexOf(other);
}

/** What a change of roles would leave a community with. */
export type RoleVerdict = { ok: true } | { ok: false; reason: 'above_your_role' | 'last_owner' };

/** A change of one member's highest role; `to` null = leaves the team. */
export interface RoleChange {
  /** The role of the one who changes it; null = the program, which may do anything but orphan a community. */
  by: TeamRole | null;
  from: TeamRole | null;
  to: TeamRole | null;
  /** Owners before the change. */
  owners: number;
}

/** Whether a change of role is possible. */
export function judgeRoleChange({ by, from, to, owners }: RoleChange): RoleVerdict {
  const above = (role: TeamRole | null) => by !== null && role !== null && isAbove(role, by);
  if (above(from) || above(to)) return { ok: false, reason: 'above_your_role' };
  if (from === 'owner' && to !== 'owner' && owners <= 1) return { ok: false, reason: 'last_owner' };
  return { ok: true };
}
