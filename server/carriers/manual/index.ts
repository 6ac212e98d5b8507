import { allOps, type Carrier } from '../contract.ts';

/**
 * Groups on platforms that no program may operate (personal WeChat first of all): every act becomes a task for a human, with the
 * text ready to copy and where to click. Also serves platforms whose driver is not here.
 */
export const manualCarrier: Carrier = {
  name: 'manual',
  limits: {
    idempotentSend: false,
    maxMuteSeconds: null,
    recallWithinSeconds: 120,
    sendsPerWindow: null,
    memberList: 'none',
    delivery: 'memberConfirms',
    reads: false,
    reactions: false,
    replies: false,
    silentLeaves: true,
  },
  abilitiesOf: async (_ctx, group) => allOps(group.lifecycle === 'dissolved' ? 'unsupported' : 'human'),
  // Reached only if somebody goes past the abilities: nothing can be done here by a program.
  perform: async () => ({ ok: false, reason: 'unsupported' }),
};
