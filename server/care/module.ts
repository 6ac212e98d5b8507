import { communityExport } from '../communities/index.ts';
import { personErase, personExport, personTimeline } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { noteLeavers, noteNames, noteWords } from './answers.ts';
import { measureContacts, reachOutTask } from './contacts.ts';
import { talkTask } from './decisions.ts';
import { careErrors } from './errors.ts';
import {
  forgetNewcomers,
  noteCheckIns,
  noteFirstDays,
  noteGone,
  noteNewCards,
  noteWelcomes,
} from './newcomer-steps.ts';
import { greetTask } from './newcomers.ts';
import { careParts, careTimeline, eraseCare, exportCare } from './privacy.ts';
import { remindRounds } from './reminders.ts';
import { inviteBackTask, noteSkipped, removeDue } from './removals.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { contactRoutes } from './routes/contacts.ts';
import { keptRoutes } from './routes/kept.ts';
import { memberRoutes } from './routes/member.ts';
import { newcomerRoutes } from './routes/newcomers.ts';
import { roundRoutes } from './routes/rounds.ts';
import { seedRoutes } from './routes/seeds.ts';
import { sortingRoutes } from './routes/sorting.ts';
import { endRounds } from './rounds.ts';
import { noteSeedsGone } from './seeds.ts';
import { sortedTask } from './sorting/list.ts';
import { sortAll, sortGroups } from './sorting/night.ts';
import { countTopics } from './topics.ts';

/** Care: nobody is forgotten, and nobody is thrown out by a number. */
export const careModule = defineModule({
  name: 'care',
  routes: [
    ...roundRoutes,
    ...decisionRoutes,
    ...keptRoutes,
    ...contactRoutes,
    ...newcomerRoutes,
    ...seedRoutes,
    ...sortingRoutes,
    ...memberRoutes,
  ],
  jobs: [endRounds, remindRounds, removeDue, measureContacts, forgetNewcomers, countTopics, sortAll, sortGroups],
  on: [
    noteWords,
    noteNames,
    noteLeavers,
    noteSkipped,
    noteFirstDays,
    noteCheckIns,
    noteWelcomes,
    noteNewCards,
    noteGone,
    noteSeedsGone,
  ],
  fills: [
    fill(taskKinds, talkTask),
    fill(taskKinds, inviteBackTask),
    fill(taskKinds, reachOutTask),
    fill(taskKinds, greetTask),
    fill(taskKinds, sortedTask),
    fill(personErase, eraseCare),
    fill(personExport, exportCare),
    fill(personTimeline, careTimeline),
    ...careParts.map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'care.read': ['owner', 'admin', 'operator', 'steward', 'moderator'],
    'care.sort': ['owner', 'admin', 'operator', 'steward'],
    'care.manage': ['owner', 'admin', 'operator'],
    'care.greet': ['owner', 'admin', 'operator', 'steward'],
    'care.seeds': ['owner', 'admin', 'operator', 'steward'],
  },
  errors: careErrors,
});
