import { communityExport, playbookSections } from '../communities/index.ts';
import { mayPost, maySend } from '../messages/index.ts';
import { asksApproval, mayJoin, personErase, personExport, personTimeline } from '../people/index.ts';
import { personFacts } from '../profiles/index.ts';
import { lookAtPicture } from '../platform/files/index.ts';
import { reportEarning } from './earning.ts';
import { earningKinds } from '../points/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { readUploads } from './codes/readings.ts';
import { rulesDoor } from './door.ts';
import { forgetDryRuns, runJob } from './dry-run.ts';
import { rulesErrors } from './errors.ts';
import { reportTrust, trustFact } from './facts.ts';
import { hearOfficial, rulesGate } from './gate.ts';
import { lookAtHeard } from './heard.ts';
import { lookAtLate } from './late.ts';
import { hideReported } from './hiding.ts';
import { rulesSection } from './playbook-section.ts';
import { eraseCases, exportCases, forgetLessons, forgetWords, rulesParts } from './privacy.ts';
import { quarrelGate } from './quarrel-watch.ts';
import { caseRoutes } from './routes/cases.ts';
import { dryRoutes } from './routes/dry-runs.ts';
import { lessonRoutes } from './routes/lessons.ts';
import { memberRoutes } from './routes/member.ts';
import { packRoutes } from './routes/packs.ts';
import { qualityRoutes } from './routes/quality.ts';
import { reportRoutes } from './routes/reports.ts';
import { holdingRoutes } from './routes/text.ts';
import { rulesSettings } from './settings.ts';
import { banTask, inviteBackTask, removeTask, talkTask } from './tasks.ts';
import { rulesTimeline } from './timeline.ts';
import { clearReleased, waveApproval } from './waves/answers.ts';
import { endWaves } from './waves/over.ts';
import { watchJoins } from './waves/watch.ts';
import { waveRoutes } from './routes/waves.ts';

/** Rules: what is welcome and what is not, what is stopped and why, what follows, and how it is put right. */
export const rulesModule = defineModule({
  name: 'rules',
  routes: [
    ...holdingRoutes,
    ...caseRoutes,
    ...lessonRoutes,
    ...packRoutes,
    ...qualityRoutes,
    ...memberRoutes,
    ...reportRoutes,
    ...dryRoutes,
    ...waveRoutes,
  ],
  jobs: [forgetWords, forgetLessons, hideReported, lookAtLate, runJob, forgetDryRuns, endWaves],
  on: [lookAtHeard, watchJoins, clearReleased, reportTrust],
  fills: [
    fill(earningKinds, reportEarning),
    fill(mayPost, rulesGate),
    fill(lookAtPicture, readUploads),
    fill(maySend, hearOfficial),
    fill(mayPost, quarrelGate),
    fill(mayJoin, rulesDoor),
    fill(asksApproval, waveApproval),
    fill(taskKinds, talkTask),
    fill(taskKinds, removeTask),
    fill(taskKinds, banTask),
    fill(taskKinds, inviteBackTask),
    fill(personFacts, trustFact),
    fill(personErase, eraseCases),
    fill(personExport, exportCases),
    fill(personTimeline, rulesTimeline),
    fill(playbookSections, rulesSection),
    ...rulesParts.map((part) => fill(communityExport, part)),
  ],
  settings: [rulesSettings],
  permissions: {
    'rules.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'rules.moderate': ['owner', 'admin', 'operator', 'moderator'],
    'rules.manage': ['owner', 'admin', 'operator'],
    'rules.reset': ['owner', 'admin'],
    /** What members report about the team. */
    'rules.judge_team': ['owner', 'admin'],
  },
  errors: rulesErrors,
});
