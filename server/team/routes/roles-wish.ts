import { z } from 'zod';
import { teamRoles, type TeamRole } from '../../platform/auth/permissions.ts';
import { teamErrors } from '../errors.ts';

/** How a request names roles: one as `role`, or several as `roles`. */
export const rolesWish = {
  role: z.enum(teamRoles).optional(),
  roles: z.array(z.enum(teamRoles)).min(1).max(teamRoles.length).optional(),
};

/** The roles of a request; undefined when it names none. */
export function readRoles({
  role,
  roles,
}: {
  role?: TeamRole | undefined;
  roles?: readonly TeamRole[] | undefined;
}): readonly TeamRole[] | undefined {
  return roles ?? (role === undefined ? undefined : [role]);
}

/** For requests that must name a role. */
export function missingRoles(): never {
  throw teamErrors.role_missing();
}
