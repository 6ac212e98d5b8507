import { teamRoles } from '../data/team.ts';
import type { RoleMatrix, TeamRole } from '../data/team.ts';
import type { Say } from '../text.ts';

/** Roles as one word or a list of them. */
export function sayRoles(t: Say, roles: readonly TeamRole[]): string {
  return roles.map((role) => t(`role.${role}`)).join(t('role.and'));
}

/** Roles that stand for several others; chosen alone. */
const whole: readonly TeamRole[] = ['owner', 'admin', 'operator'];

/**
 * The roles after one of them was ticked or not: one that stands for several, or that only looks on, stands alone; but `business` may
 * read what it was given in confidence, which `operator` may not, so these two go together.
 */
export function chooseRoles(before: readonly TeamRole[], after: readonly TeamRole[]): TeamRole[] {
  const added = after.find((role) => !before.includes(role));
  if ((added === 'operator' && before.includes('business')) || (added === 'business' && before.includes('operator')))
    return ['operator', 'business'];
  if (added && (whole.includes(added) || added === 'viewer')) return [added];
  const kept = added ? after.filter((role) => !whole.includes(role) && role !== 'viewer') : after;
  return teamRoles.filter((role) => kept.includes(role));
}

/** What a change of roles adds and takes away, as lines of the table. */
export function compareRoles(
  matrix: RoleMatrix,
  before: readonly TeamRole[],
  after: readonly TeamRole[],
): Record<'gained' | 'lost', RoleMatrix['permissions']> {
  const may = (roles: readonly TeamRole[], line: RoleMatrix['permissions'][number]) =>
    roles.some((role) => line.roles.includes(role));
  return {
    gained: matrix.permissions.filter((line) => may(after, line) && !may(before, line)),
    lost: matrix.permissions.filter((line) => may(before, line) && !may(after, line)),
  };
}
