/** Who sees which cases: what is about somebody of the team is for owners and admins, and never for the one it is about. */
import { currentIdentityId, deviceOf } from '../people/index.ts';
import { checkPermission } from '../platform/auth/grants.ts';
import { AppError, platformErrors } from '../platform/errors.ts';
import type { Ctx } from '../platform/context.ts';
import type { Case } from './store/cases.ts';

/** What somebody of the team may see. */
export interface Sight {
  /** Cases about the team. */
  seesLeads: boolean;
  /** What was said in cases, lessons and trials, and the names and words of those who report. */
  seesWords: boolean;
  /** The key under which their messages with the community's voice are kept. */
  speaksAs: string | null;
  /** Whom their browser is as a member, when it is one. */
  identityId: string | null;
}

/** What the caller may see of a community's cases. */
export function sightOf(ctx: Ctx, communityId: string): Promise<Sight> {
  return ctx.memo(`rules.sight:${communityId}`, async () => {
    const { actor } = ctx;
    const may = async (permission: string) => (await checkPermission(ctx, permission, communityId)) === 'granted';
    return {
      seesLeads: await may('rules.judge_team'),
      seesWords: await may('rules.moderate'),
      speaksAs: actor.kind === 'operator' || actor.kind === 'token' ? `operator:${actor.userId}` : null,
      identityId: await ownIdentity(ctx, communityId),
    };
  });
}

/** Throws `platform.not_found` when the case is not for the caller's eyes. */
export async function requireSight(ctx: Ctx, about: Case | undefined): Promise<Case> {
  if (!about) throw platformErrors.not_found();
  if (about.audience === 'team') return about;
  const { seesLeads, speaksAs, identityId } = await sightOf(ctx, about.communityId);
  const isAboutThem = (speaksAs !== null && about.spokenBy === speaksAs) || about.identityId === identityId;
  if (!seesLeads || isAboutThem) throw platformErrors.not_found();
  return about;
}

/** Whom the operator's browser is as a member, when it is one. */
export async function ownIdentity(ctx: Ctx, communityId: string): Promise<string | null> {
  if (deviceOf(ctx) === null) return null;
  try {
    return await currentIdentityId(ctx, communityId);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
