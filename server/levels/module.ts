import { communityExport, playbookSections } from '../communities/index.ts';
import { personErase, personExport, personTimeline } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { factsMade, personFacts } from '../profiles/index.ts';
import { levelsErrors } from './errors.ts';
import { levelFacts } from './facts.ts';
import { evaluateLadder, evaluateLevels } from './pass.ts';
import { levelsSection } from './playbook-section.ts';
import { eraseLevels, exportLevels, levelsParts, levelsTimeline } from './privacy.ts';
import { ladderRoutes } from './routes/ladders.ts';
import { peopleRoutes } from './routes/people.ts';
import { insertMarks } from './store/standing.ts';
import { remindPayers, tellLevels } from './tell.ts';

/** Levels: ladders with rules for coming in and staying, who stands where, what levels give. */
export const levelsModule = defineModule({
  name: 'levels',
  routes: [...ladderRoutes, ...peopleRoutes],
  jobs: [evaluateLevels, evaluateLadder, tellLevels, remindPayers],
  fills: [
    fill(personFacts, levelFacts),
    fill(factsMade, {
      name: 'levels',
      hear: (ctx, { communityId, identityIds }) => insertMarks(ctx, communityId, identityIds),
    }),
    fill(playbookSections, levelsSection),
    fill(personErase, eraseLevels),
    fill(personExport, exportLevels),
    fill(personTimeline, levelsTimeline),
    ...levelsParts.map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'levels.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    /** Locks and payments of single people. */
    'levels.manage': ['owner', 'admin', 'operator'],
    /** Ladders and their rules. */
    'levels.define': ['owner', 'admin'],
  },
  errors: levelsErrors,
});
