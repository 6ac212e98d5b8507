import { z } from 'zod';
import { communityExport, playbookSections } from '../communities/index.ts';
import { personErase, personExport } from '../people/index.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { personFacts } from '../profiles/index.ts';
import { pointsErrors } from './errors.ts';
import { pointsFacts } from './facts.ts';
import { highlightEarning, payHighlights } from './highlight.ts';
import { pointsSection } from './playbook-section.ts';
import { erasePoints, exportPoints, pointsParts } from './privacy.ts';
import { payReferrals, referralEarning } from './referral.ts';
import { memberRoutes } from './routes/member.ts';
import { messageRoutes } from './routes/messages.ts';
import { seasonRoutes } from './routes/seasons.ts';
import { teamRoutes } from './routes/team.ts';
import { endSeasons } from './season.ts';
import { tellSeasons } from './season-words.ts';
import { pointsSettings } from './settings.ts';
import { earningKinds } from './slots.ts';
import { deleteOldDays } from './store/award.ts';

/** Late awards of an import count on their own day, so counters are kept for as long as one may be late. */
const keepMs = 120 * 86_400_000;

const forgetDays = defineJob({
  name: 'points.forget_days',
  payload: z.object({}),
  cron: '40 20 * * *',
  run: (ctx) => deleteOldDays(ctx, new Date(ctx.now().getTime() - keepMs).toISOString().slice(0, 10)),
});

/** Points: how they are earned, within which caps, given to each other, read by their owner. */
export const pointsModule = defineModule({
  name: 'points',
  routes: [...teamRoutes, ...seasonRoutes, ...memberRoutes, ...messageRoutes],
  jobs: [forgetDays, endSeasons, tellSeasons, payReferrals],
  on: [payHighlights],
  fills: [
    fill(earningKinds, referralEarning),
    fill(earningKinds, highlightEarning),
    fill(personFacts, pointsFacts),
    fill(playbookSections, pointsSection),
    fill(personErase, erasePoints),
    fill(personExport, exportPoints),
    ...pointsParts.map((part) => fill(communityExport, part)),
  ],
  settings: [pointsSettings],
  permissions: {
    'points.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'points.manage': ['owner', 'admin'],
  },
  errors: pointsErrors,
});
