import { communityExport } from '../communities/index.ts';
import { personErase, personExport, personTimeline } from '../people/index.ts';
import { answerEarning, payAnswers } from './earning.ts';
import { earningKinds } from '../points/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { deskErrors } from './errors.ts';
import { giveToDuty } from './giving.ts';
import { forgetRecalled, hearMessages, rereadEdited } from './hear.ts';
import { layAside, overdueKind, tellOverdue } from './overdue.ts';
import { deskTimeline, eraseDesk, exportDesk, exportQuestions, exportVerdicts, qualityParts } from './privacy.ts';
import { deskSettings } from './promise.ts';
import { followHandOver, releaseLeavers, releaseOnlookers } from './reactions.ts';
import { verdictRoutes } from './quality/member-routes.ts';
import { qualityRoutes } from './quality/routes.ts';
import { responseRoutes } from './response/routes.ts';
import { messageTaskKind } from './message-task.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { messageTaskRoutes } from './routes/message-tasks.ts';
import { questionRoutes } from './routes/questions.ts';

/** The desk: one inbox over all groups, open questions, the promise to answer them. */
export const deskModule = defineModule({
  name: 'desk',
  routes: [
    ...inboxRoutes,
    ...questionRoutes,
    ...messageTaskRoutes,
    ...responseRoutes,
    ...qualityRoutes,
    ...verdictRoutes,
  ],
  jobs: [tellOverdue, layAside, giveToDuty],
  on: [hearMessages, forgetRecalled, rereadEdited, payAnswers, releaseLeavers, releaseOnlookers, followHandOver],
  fills: [
    fill(earningKinds, answerEarning),
    fill(taskKinds, overdueKind),
    fill(taskKinds, messageTaskKind),
    fill(personErase, eraseDesk),
    fill(personExport, exportQuestions),
    fill(personTimeline, deskTimeline),
    fill(personExport, exportVerdicts),
    fill(communityExport, exportDesk),
    ...qualityParts.map((part) => fill(communityExport, part)),
  ],
  settings: [deskSettings],
  permissions: {
    'desk.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'desk.work': ['owner', 'admin', 'operator', 'steward', 'moderator'],
    'desk.answer': ['owner', 'admin', 'operator', 'steward'],
    'desk.manage': ['owner', 'admin', 'operator'],
  },
  errors: deskErrors,
});
