import { communityExport, playbookSections } from '../communities/index.ts';
import { personErase, personExport, personTimeline } from '../people/index.ts';
import { checkInEarning } from './earning.ts';
import { earningKinds } from '../points/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { personFacts } from '../profiles/index.ts';
import { programErrors } from './errors.ts';
import { programParts } from './export.ts';
import { programsSection } from './playbook-section.ts';
import { eraseCheckIns, exportCheckIns } from './privacy.ts';
import { checkInFact } from './facts.ts';
import { countWords, followMembers } from './reactions.ts';
import { memberRoutes } from './routes/member.ts';
import { peopleRoutes } from './routes/people.ts';
import { programRoutes } from './routes/team.ts';
import { welcomeRoutes } from './routes/welcome.ts';
import { programsSettings } from './settings.ts';
import { checkInTimeline } from './timeline.ts';
import { forgetArrivals, noteArrivals, welcomeNewcomers } from './welcome.ts';

/** Programs: what runs by itself in groups. First the check-in and the welcome. */
export const programsModule = defineModule({
  name: 'programs',
  routes: [...memberRoutes, ...programRoutes, ...peopleRoutes, ...welcomeRoutes],
  jobs: [welcomeNewcomers, forgetArrivals],
  on: [countWords, followMembers, noteArrivals],
  fills: [
    fill(earningKinds, checkInEarning),
    fill(playbookSections, programsSection),
    fill(personFacts, checkInFact),
    fill(personErase, eraseCheckIns),
    fill(personExport, exportCheckIns),
    fill(personTimeline, checkInTimeline),
    ...programParts.map((part) => fill(communityExport, part)),
  ],
  settings: [programsSettings],
  permissions: {
    'programs.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'programs.manage': ['owner', 'admin', 'operator', 'planner'],
  },
  errors: programErrors,
});
