import { applyAct } from '../apply.ts';
import { allOps, type Carrier } from '../contract.ts';

/**
 * The built-in group: our own books are the platform, so every act is native and done when it is committed. What has happened is
 * shown by the live push of the module that wrote it.
 */
export const webCarrier: Carrier = {
  name: 'web',
  limits: {
    idempotentSend: true,
    maxMuteSeconds: 30 * 86_400,
    recallWithinSeconds: null,
    sendsPerWindow: null,
    memberList: 'full',
    delivery: 'immediate',
    reads: true,
    reactions: true,
    replies: true,
    silentLeaves: false,
  },
  // A dissolved group is an archive: it can still be read and tidied, but nobody is spoken to or let in.
  abilitiesOf: async (_ctx, group) =>
    group.lifecycle === 'dissolved'
      ? { ...allOps('unsupported'), recall: 'native', listMembers: 'native', unban: 'native' }
      : allOps('native'),
  perform: applyAct,
};
