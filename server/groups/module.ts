import { communityExport, completenessChecks, playbookSections } from '../communities/index.ts';
import { mayReadFile } from '../platform/files/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { groupErrors } from './errors.ts';
import { groupParts } from './export.ts';
import { checkGroupsCompleteness, groupsSection } from './playbook-section.ts';
import { groupRoutes } from './routes/groups.ts';
import { linkRoutes } from './routes/links.ts';
import { isGroupPicture } from './store/groups.ts';

/** Module 2: the rooms in which a community lives. */
export const groupsModule = defineModule({
  name: 'groups',
  routes: [...groupRoutes, ...linkRoutes],
  fills: [
    // The picture of a group hangs outside: whoever stands at its door sees it.
    fill(mayReadFile, (ctx, picture) => isGroupPicture(ctx, picture.communityId, picture.id)),
    fill(playbookSections, groupsSection),
    fill(completenessChecks, checkGroupsCompleteness),
    ...groupParts.map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'groups.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'groups.manage': ['owner', 'admin', 'operator'],
  },
  errors: groupErrors,
});
