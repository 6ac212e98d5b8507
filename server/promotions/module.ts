import { communityExport, playbookSections } from '../communities/index.ts';
import { maySend, mayPost } from '../messages/index.ts';
import { personErase, personExport } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { recountCredit, rollCredit } from './balance.ts';
import { promotionsErrors } from './errors.ts';
import { promotionGate } from './gate.ts';
import { hearTalk } from './heard.ts';
import { memberGate } from './member-gate.ts';
import { promotionsSection } from './playbook-section.ts';
import { erasePromotions, exportPromotions, promotionParts } from './privacy.ts';
import { groupRoutes } from './routes/group.ts';
import { communityRoutes } from './routes/community.ts';
import { sendDue } from './schedule.ts';
import { promotionsSettings } from './settings.ts';

/** Promotions: what is one, what the group's credit allows, what waits for its time. */
export const promotionsModule = defineModule({
  name: 'promotions',
  routes: [...communityRoutes, ...groupRoutes],
  jobs: [rollCredit, recountCredit, sendDue],
  on: [hearTalk],
  fills: [
    fill(playbookSections, promotionsSection),
    fill(maySend, promotionGate),
    fill(mayPost, memberGate),
    fill(personErase, erasePromotions),
    fill(personExport, exportPromotions),
    ...promotionParts.map((part) => fill(communityExport, part)),
  ],
  settings: [promotionsSettings],
  permissions: {
    'promotions.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'promotions.plan': ['owner', 'admin', 'operator', 'business'],
    'promotions.manage': ['owner', 'admin'],
    /** Beyond the budget, with a reason. */
    'promotions.insist': ['owner', 'admin'],
  },
  errors: promotionsErrors,
});
