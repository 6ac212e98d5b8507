import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { isMailReady } from '../platform/mail/index.ts';
import { defineSettings, getSettings, setSettings } from '../platform/settings.ts';
import { peopleErrors } from './errors.ts';

/** Choices of a community about its people. */
export const peopleSettings = defineSettings({
  module: 'people',
  scope: 'community',
  schema: z.strictObject({
    /** Whether members get an invitation link of their own. */
    membersMayInvite: z.boolean().default(true),
    /** Hours until somebody who was declined may ask again. */
    hoursBetweenApplications: z
      .int()
      .min(0)
      .max(24 * 30)
      .default(24),
    /** Whether newcomers prove an e-mail address before they come in. */
    emailProof: z.enum(['off', 'required']).default('off'),
  }),
});

/** What a community has chosen about its people. */
export type PeopleSettings = z.output<typeof peopleSettings.schema>;

/** Changes the choices; proof by e-mail can be asked for only where mail can be sent. */
export async function changePeopleSettings(
  ctx: Ctx,
  communityId: string,
  value: PeopleSettings,
): Promise<PeopleSettings> {
  if (value.emailProof === 'required' && !isMailReady(ctx.services.config)) throw peopleErrors.mail_not_set_up();
  const before = await getSettings(ctx, peopleSettings, communityId);
  const after = await setSettings(ctx, peopleSettings, { communityId, value });
  await recordAudit(ctx, { communityId, action: 'people.set_people_settings', detail: { before, after } });
  return after;
}
