import { getCommunity } from '../communities/index.ts';
import { findGroup } from '../groups/index.ts';
import { findIdentity } from '../people/index.ts';
import { findUsers } from '../platform/auth/index.ts';
import type { Ctx } from '../platform/context.ts';
import { userOf } from '../team/index.ts';
import { getScript, type ScriptId } from './script.ts';
import { fillVariables, type VariableValues } from './variables.ts';

/** To whom and where a script is about to be said. */
export interface Moment {
  groupId?: string | undefined;
  identityId?: string | undefined;
}

/** A script filled for a person and a group; what is not known there stands in it as it was written, and is named. */
export async function fillScript(ctx: Ctx, id: ScriptId, moment: Moment): Promise<{ text: string; missing: string[] }> {
  const { script } = await getScript(ctx, id);
  return fillVariables(script.text, await readValues(ctx, id.communityId, moment));
}

async function readValues(ctx: Ctx, communityId: string, { groupId, identityId }: Moment): Promise<VariableValues> {
  const { name: community, zone } = await getCommunity(ctx, communityId);
  const group = groupId ? await findGroup(ctx, { communityId, groupId }) : undefined;
  const asker = identityId ? await findIdentity(ctx, communityId, identityId) : undefined;
  const userId = userOf(ctx.actor);
  const [user] = userId ? await findUsers(ctx, [userId]) : [];
  const write = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(ctx.locale, { timeZone: zone, ...parts }).format(ctx.now());
  return {
    community,
    today: write({ month: 'long', day: 'numeric' }),
    weekday: write({ weekday: 'long' }),
    ...(group ? { group: group.name } : {}),
    ...(asker && asker.kind === 'member' ? { name: asker.name } : {}),
    ...(user ? { me: user.name } : {}),
  };
}
