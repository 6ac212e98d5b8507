/**
 * An action goes out: which group, what can be done there, then do it, hand it to a human, or say no. Nothing is promised that the
 * platform of the group cannot do.
 */
import { getGroup, type Group } from '../groups/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import type { Act } from './act-shape.ts';
import type { Abilities, Limits, Refusal } from './contract.ts';
import { handToHuman } from './manual/task.ts';
import { carrierOf } from './registry.ts';

/** What is asked, of which group. */
export type AskedAct = Act & { communityId: string; groupId: string };

/** What came of it: done, waiting for a human, or refused before anyone relied on it. */
export type ActOutcome =
  | { ok: true; how: 'native' | 'emulated'; value?: unknown }
  | { ok: true; how: 'human'; taskId: string }
  | { ok: false; reason: Refusal; retryAfterMs?: number };

/** Does something with a group on its platform. */
export async function act(ctx: Ctx, asked: AskedAct): Promise<ActOutcome> {
  const { communityId, groupId, ...wanted } = asked;
  return inTransaction(ctx, async (inner) => {
    const group = await getGroup(inner, communityId, groupId);
    const carrier = carrierOf(group.carrier);
    const ability = (await carrier.abilitiesOf(inner, group))[wanted.op];
    if (ability === 'unsupported')
      return { ok: false, reason: group.lifecycle === 'dissolved' ? 'dissolved' : 'unsupported' };
    if (ability === 'human') return { ok: true, how: 'human', taskId: await handToHuman(inner, group, wanted as Act) };
    const performed = await carrier.perform(inner, group, wanted as Act);
    if (!performed.ok) return performed;
    await audit(inner, group, wanted as Act);
    return performed.value === undefined
      ? { ok: true, how: ability }
      : { ok: true, how: ability, value: performed.value };
  });
}

/** What can be done with a group, op by op. */
export async function abilitiesOf(ctx: Ctx, group: Group): Promise<Abilities> {
  return carrierOf(group.carrier).abilitiesOf(ctx, group);
}

/** How the group's platform behaves. */
export function limitsOf(group: Pick<Group, 'carrier'>): Limits {
  return carrierOf(group.carrier).limits;
}

async function audit(ctx: Ctx, group: Group, done: Act): Promise<void> {
  // All other acts are kept in the log by the modules whose books they change.
  if (done.op !== 'sendPrivate') return;
  await recordAudit(ctx, {
    communityId: group.communityId,
    action: 'carriers.send_private',
    target: { kind: 'identity', id: done.identityId },
    detail: { groupId: group.id },
  });
}
