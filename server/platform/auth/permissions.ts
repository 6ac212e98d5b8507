/**
 * Roles of the team, from most to least; somebody may have several. `owner` 主理人, `planner` 策划, `editor` 内容, `steward` 管家,
 * `moderator` 纪律委员, `business` 商务, `trainer` 培训, `viewer` 观察员 each get what their work needs. Two stand for several at once:
 * `operator` 全能运营 for the six of daily work, `admin` 管理员 also runs team and settings, in the owner's stead. What people outside have
 * given to `business` in confidence is no daily work: `operator` does it only with both roles, which therefore stand together.
 */
export const teamRoles = [
  'owner',
  'admin',
  'operator',
  'planner',
  'editor',
  'steward',
  'moderator',
  'business',
  'trainer',
  'viewer',
] as const;

/** A role in one community. */
export type TeamRole = (typeof teamRoles)[number];

/** The role of the whole installation: makes communities and users. */
export const installationRole = 'installer';

/** Roles without those that another one of them covers anyway, from most to least. */
export function tidyRoles(roles: readonly TeamRole[]): TeamRole[] {
  const [highest] = teamRoles.filter((role) => roles.includes(role));
  if (highest === 'owner' || highest === 'admin') return [highest];
  const kept = highest === 'operator' ? roles.filter((role) => role === 'operator' || role === 'business') : roles;
  return teamRoles.filter((role) => kept.includes(role) && (role !== 'viewer' || role === highest));
}

/** A permission, `module.verb`; also the scope of an API token. */
export type Permission = string;

/** Which roles have a permission; each module declares its own. What a viewer may, the whole team may. */
export type PermissionMap = Readonly<Record<Permission, readonly (TeamRole | typeof installationRole)[]>>;

/** All permissions of the installation. */
export interface Permissions {
  readonly all: readonly Permission[];
  /** Whether one of the roles has the permission; throws for a permission that nobody declared. */
  allows(roles: readonly string[], permission: Permission): boolean;
  /** The permissions of roles together. */
  of(roles: readonly string[]): readonly Permission[];
}

/** Merges the modules' maps; throws when two modules declare the same permission. */
export function mergePermissions(maps: readonly PermissionMap[]): Permissions {
  const rolesOf = new Map<Permission, readonly string[]>();
  for (const map of maps) {
    for (const [permission, roles] of Object.entries(map)) {
      if (rolesOf.has(permission)) throw new Error(`permission ${permission} is declared twice`);
      rolesOf.set(permission, roles.includes('viewer') ? [...new Set([...roles, ...teamRoles])] : roles);
    }
  }
  const all = [...rolesOf.keys()];
  return {
    all,
    allows: (roles, permission) => {
      const allowed = rolesOf.get(permission);
      if (!allowed) throw new Error(`unknown permission ${permission}: declare it in the module's permissions`);
      return roles.some((role) => allowed.includes(role));
    },
    of: (roles) => all.filter((permission) => roles.some((role) => rolesOf.get(permission)!.includes(role))),
  };
}
