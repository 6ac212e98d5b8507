import type { Ctx } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { authErrors } from '../auth/errors.ts';
import { checkPermission } from '../auth/grants.ts';
import type { Permission } from '../auth/permissions.ts';
import { isId } from '../ids.ts';

/**
 * Who may call a route. Later modules declare their own (e.g. `memberOfGroup` of `people`). `check` throws; a stranger
 * gets the same "not found" for what exists and for what does not.
 */
export interface Access {
  /** Shown in the API document and compared by the permission test, e.g. `permission groups.manage`. */
  readonly name: string;
  readonly check: (ctx: Ctx, params: Readonly<Record<string, string>>) => Promise<void>;
}

/** Anybody, signed in or not. */
export const anyone: Access = { name: 'anyone', check: async () => {} };

/** Any operator who is signed in, or their token. */
export const anyOperator: Access = {
  name: 'any operator',
  check: async ({ actor }) => {
    if (actor.kind !== 'operator' && actor.kind !== 'token') throw platformErrors.not_signed_in();
  },
};

/** An operator signed in with a browser: for what a token must never do (making tokens, changing passwords). */
export const signedInOperator: Access = {
  name: 'signed-in operator',
  check: async ({ actor }) => {
    if (actor.kind === 'token') throw platformErrors.not_allowed();
    if (actor.kind !== 'operator') throw platformErrors.not_signed_in();
  },
};

/** A role with this permission in the community of the path (`{communityId}`). */
export function can(permission: Permission): Access {
  return {
    name: `permission ${permission}`,
    check: async (ctx, params) => {
      const { communityId } = params;
      if (communityId === undefined) throw new Error(`can('${permission}') needs {communityId} in the path`);
      if (ctx.actor.kind === 'anonymous' || ctx.actor.kind === 'device') throw platformErrors.not_signed_in();
      const answer = isId(communityId) ? await checkPermission(ctx, permission, communityId) : 'stranger';
      if (answer === 'stranger') throw platformErrors.not_found();
      if (answer === 'second_factor') throw authErrors.second_factor_needed();
      if (answer === 'member') throw platformErrors.not_allowed({ permission });
    },
  };
}

/** A permission over the whole installation. */
export function canInstall(permission: Permission): Access {
  return {
    name: `installation permission ${permission}`,
    check: async (ctx) => {
      if (ctx.actor.kind === 'anonymous' || ctx.actor.kind === 'device') throw platformErrors.not_signed_in();
      if ((await checkPermission(ctx, permission, null)) !== 'granted')
        throw platformErrors.not_allowed({ permission });
    },
  };
}
