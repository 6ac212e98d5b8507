import { communityNames } from '../platform/auth/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { findCommunityNames } from './community.ts';
import { communityErrors } from './errors.ts';
import { communityParts } from './export.ts';
import { purposeSection } from './playbook/purpose-section.ts';
import { assumptionRoutes } from './routes/assumptions.ts';
import { communityRoutes } from './routes/communities.ts';
import { playbookRoutes } from './routes/playbooks.ts';
import { communityExport, playbookSections } from './slots.ts';

/** Module 1: what a community is and what it is for. */
export const communitiesModule = defineModule({
  name: 'communities',
  routes: [...communityRoutes, ...assumptionRoutes, ...playbookRoutes],
  fills: [
    fill(communityNames, findCommunityNames),
    fill(playbookSections, purposeSection),
    ...communityParts.map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'communities.create': ['installer'],
    'communities.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'communities.manage': ['owner', 'admin'],
  },
  errors: communityErrors,
});
