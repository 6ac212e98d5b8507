import { communityExport } from '../communities/index.ts';
import { eraseLedgerOwner, exportLedgerOwner } from '../ledger/index.ts';
import { mayReadFile } from '../platform/files/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { mayListenToDevice } from './access.ts';
import { approvalGate } from './application.ts';
import { banGate } from './ban.ts';
import { communityParts } from './community-parts.ts';
import { emailGate } from './email-proof-gate.ts';
import { forgetEmailProofs } from './email-proof.ts';
import { erasePersonJob } from './erase.ts';
import { peopleErrors } from './errors.ts';
import { nameGate } from './join.ts';
import { findLikenesses, markArrived, markChanged } from './likeness.ts';
import { forgetMoveLinks } from './move.ts';
import { mayReadFace } from './picture.ts';
import { privacyGate } from './privacy.ts';
import { refreshOfficialVoice } from './reactions.ts';
import { routes } from './routes.ts';
import { peopleSettings } from './settings.ts';
import { mayJoin, personErase, personExport } from './slots.ts';

/** People: person, identity, membership, the way in, devices, bans, erasure. */
export const peopleModule = defineModule({
  name: 'people',
  routes,
  jobs: [erasePersonJob, forgetEmailProofs, forgetMoveLinks, findLikenesses],
  on: [refreshOfficialVoice, markArrived, markChanged],
  fills: [
    ...[banGate, privacyGate, nameGate, emailGate, approvalGate].map((gate) => fill(mayJoin, gate)),
    fill(mayReadFile, mayReadFace),
    // The ledger stands below and can't fill slots of this module itself.
    fill(personErase, { name: 'ledger', erase: eraseLedgerOwner }),
    fill(personExport, { name: 'ledger', export: exportLedgerOwner }),
    ...communityParts.map((part) => fill(communityExport, part)),
  ],
  channels: [{ name: 'device', mayListen: mayListenToDevice }],
  settings: [peopleSettings],
  permissions: {
    'people.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'people.private': ['owner', 'admin', 'operator', 'steward'],
    'people.manage': ['owner', 'admin', 'operator'],
    'people.moderate': ['owner', 'admin', 'operator', 'steward', 'moderator'],
  },
  errors: peopleErrors,
});
