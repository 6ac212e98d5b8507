import { inTransaction, type Ctx } from '../platform/context.ts';
import { foundCommunity, getCommunity, type Community, type NewCommunity } from './community.ts';
import { isFullPlaybook, readBuiltIn } from './playbook/built-in.ts';
import { applyPlaybook } from './playbook/play.ts';
import type { ParameterValues } from './playbook/parameters.ts';
import { communityErrors } from './errors.ts';

/** Founds a community and, when asked, plays a built-in playbook into it; both or neither. */
export async function createCommunity(
  ctx: Ctx,
  input: NewCommunity & { playbook?: { id: string; parameters: ParameterValues } | undefined },
): Promise<Community> {
  const { playbook, ...founding } = input;
  if (playbook && !isFullPlaybook(playbook.id))
    throw communityErrors.playbook_unknown({ id: playbook.id.slice(0, 40) });
  return inTransaction(ctx, async (inner) => {
    const community = await foundCommunity(inner, founding);
    if (!playbook || !isFullPlaybook(playbook.id)) return community;
    await applyPlaybook(inner, community.id, { file: await readBuiltIn(playbook.id), parameters: playbook.parameters });
    return getCommunity(inner, community.id);
  });
}
