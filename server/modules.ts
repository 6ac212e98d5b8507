import { alertsModule } from './alerts/module.ts';
import { careModule } from './care/module.ts';
import { carriersModule } from './carriers/module.ts';
import { communitiesModule } from './communities/module.ts';
import { deskModule } from './desk/module.ts';
import { dutyModule } from './duty/module.ts';
import { groupsModule } from './groups/module.ts';
import { guestsModule } from './guests/module.ts';
import { importsModule } from './imports/module.ts';
import { insightModule } from './insight/module.ts';
import { introductionsModule } from './introductions/module.ts';
import { ledgerModule } from './ledger/module.ts';
import { messagesModule } from './messages/module.ts';
import { pointsModule } from './points/module.ts';
import { levelsModule } from './levels/module.ts';
import { peopleModule } from './people/module.ts';
import { noticesModule } from './notices/module.ts';
import { authModule } from './platform/auth/module.ts';
import { filesModule } from './platform/files/module.ts';
import type { ModuleDefinition } from './platform/module.ts';
import { platformModule } from './platform/module-definition.ts';
import { profilesModule } from './profiles/module.ts';
import { programsModule } from './programs/module.ts';
import { promotionsModule } from './promotions/module.ts';
import { rotationModule } from './rotation/module.ts';
import { rulesModule } from './rules/module.ts';
import { sampleModule } from './sample/module.ts';
import { scriptsModule } from './scripts/module.ts';
import { teamModule } from './team/module.ts';

/**
 * THE list. A module may import only modules that stand earlier, and only their `index.ts` (modules.test.ts checks it).
 * Slots are filled, steps are asked and events are delivered in this order.
 */
export const modules: readonly ModuleDefinition[] = [
  platformModule,
  authModule,
  filesModule,
  communitiesModule,
  groupsModule,
  ledgerModule,
  teamModule,
  dutyModule,
  peopleModule,
  carriersModule,
  messagesModule,
  profilesModule,
  importsModule,
  pointsModule,
  levelsModule,
  introductionsModule,
  scriptsModule,
  deskModule,
  rulesModule,
  promotionsModule,
  programsModule,
  careModule,
  guestsModule,
  rotationModule,
  noticesModule,
  insightModule,
  alertsModule,
  sampleModule,
];
