import { communityExport } from '../communities/index.ts';
import { personErase, personExport } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { profilesErrors } from './errors.ts';
import { ledgerFacts, peopleFacts } from './own-facts.ts';
import { eraseProfile, exportProfile, profileParts } from './privacy.ts';
import { followPeople, followPoints, followTalk } from './reactions.ts';
import { refreshFacts } from './refresh.ts';
import { fieldRoutes } from './routes/fields.ts';
import { personRoutes } from './routes/people.ts';
import { segmentRoutes } from './routes/segments.ts';
import { tagRuleRoutes } from './routes/tag-rules.ts';
import { tagRoutes } from './routes/tags.ts';
import { personFacts } from './slots.ts';
import { followTagRules } from './tag-rule.ts';

/** Profiles: tags, fields and notes on people, the facts by which they are found, segments. */
export const profilesModule = defineModule({
  name: 'profiles',
  routes: [...tagRoutes, ...tagRuleRoutes, ...fieldRoutes, ...personRoutes, ...segmentRoutes],
  jobs: [refreshFacts, followTagRules],
  on: [followPeople, followTalk, followPoints],
  fills: [
    fill(personFacts, peopleFacts),
    fill(personFacts, ledgerFacts),
    fill(personErase, eraseProfile),
    fill(personExport, exportProfile),
    ...profileParts.map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'profiles.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'profiles.manage': ['owner', 'admin', 'operator', 'steward', 'business'],
    'profiles.define': ['owner', 'admin'],
    'profiles.export': ['owner', 'admin', 'operator'],
  },
  errors: profilesErrors,
});
