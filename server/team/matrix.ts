import { teamRoles, type TeamRole } from '../platform/auth/permissions.ts';
import type { Ctx } from '../platform/context.ts';
import type { TextKey } from '../platform/i18n.ts';

/** One line of the table of who may do what. */
export interface MatrixLine {
  permission: string;
  /** What it belongs to, in words; lines of one area stand together. */
  area: string;
  words: string;
  roles: TeamRole[];
}

/** The table of who may do what, made from the permissions that are enforced. */
export function readMatrix(ctx: Ctx): { roles: TeamRole[]; permissions: MatrixLine[] } {
  const { permissions } = ctx.services;
  const lines = permissions.all.flatMap((permission) => {
    const roles = teamRoles.filter((role) => permissions.allows([role], permission));
    const [module, verb] = permission.split('.') as [string, string];
    // Nobody of a team has what belongs to the installation.
    return roles.length === 0
      ? []
      : [{ permission, area: say(ctx, module, 'area') ?? module, words: say(ctx, module, verb) ?? permission, roles }];
  });
  return { roles: [...teamRoles], permissions: lines };
}

/** Words of a permission; a module whose words are still to come is shown by its name. */
function say(ctx: Ctx, module: string, verb: string): string | undefined {
  const key = `team:permissions.${module}.${verb}`;
  const words = ctx.t(key as TextKey);
  return words === key || words === key.slice(key.indexOf(':') + 1) ? undefined : words;
}
