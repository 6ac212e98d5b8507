/**
 * Roles of the team, from most to least. `owner` 主理人, `admin` 管理员, `operator` 运营, `moderator` 纪律委员,
 * `viewer` 观察员. A post (planner, steward, …) is another thing: it says what one does, a role what one may.
 */
export const teamRoles = ['owner', 'admin', 'operator', 'moderator', 'viewer'] as const;

/** A role in one community. */
export type TeamRole = (typeof teamRoles)[number];

/** The role of the whole installation: makes communities and users. */
export const installationRole = 'installer';

/** A permission, `module.verb`; also the scope of an API token. */
export type Permission = string;

/** Which roles have a permission; each module declares its own. */
export type PermissionMap = Readonly<Record<Permission, readonly (TeamRole | typeof installationRole)[]>>;

/** All permissions of the installation. */
export interface Permissions {
  readonly all: readonly Permission[];
  /** Whether the role has the permission; throws for a permission that nobody declared. */
  allows(role: string, permission: Permission): boolean;
  /** The permissions of one role. */
  of(role: string): readonly Permission[];
}

/** Merges the modules' maps; throws when two modules declare the same permission. */
export function mergePermissions(maps: readonly PermissionMap[]): Permissions {
  const rolesOf = new Map<Permission, readonly string[]>();
  for (const map of maps) {
    for (const [permission, roles] of Object.entries(map)) {
      if (rolesOf.has(permission)) throw new Error(`permission ${permission} is declared twice`);
      rolesOf.set(permission, roles);
    }
  }
  const all = [...rolesOf.keys()];
  return {
    all,
    allows: (role, permission) => {
      const roles = rolesOf.get(permission);
      if (!roles) throw new Error(`unknown permission ${permission}: declare it in the module's permissions`);
      return roles.includes(role);
    },
    of: (role) => all.filter((permission) => rolesOf.get(permission)!.includes(role)),
  };
}
