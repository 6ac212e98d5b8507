import { z } from 'zod';
import { auditRoutes } from '../audit/routes.ts';
import { defineJob } from '../jobs/job.ts';
import { defineModule } from '../module.ts';
import { accountRoutes } from './account-routes.ts';
import { authErrors } from './errors.ts';
import { mailPasswordLink } from './forgotten.ts';
import { deleteExpired } from './session-store.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { twoFactorPolicy } from './second-factor.ts';
import { tokenRoutes } from './token-routes.ts';

/** Nightly: sessions, links and sign-in challenges past their time are deleted. */
const forgetExpired = defineJob({
  name: 'auth.forget_expired',
  payload: z.object({}),
  cron: '50 19 * * *',
  run: (ctx) => deleteExpired(ctx.db, ctx.now()),
});

/** What signing in contributes. */
export const authModule = defineModule({
  name: 'auth',
  routes: [...signInRoutes, ...accountRoutes, ...tokenRoutes, ...auditRoutes],
  jobs: [forgetExpired, mailPasswordLink],
  permissions: {
    'tokens.manage': ['owner', 'admin'],
    'audit.read': ['owner', 'admin'],
    'audit.read_installation': ['installer'],
  },
  settings: [twoFactorPolicy],
  errors: authErrors,
});
