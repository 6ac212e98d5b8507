/** The privacy notice: its text and version, who has read it, and the gate that asks for it before anything else. */
import { z } from 'zod';
import { actorKey } from '../platform/auth/actor.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { peopleErrors } from './errors.ts';
import type { JoinGate } from './slots.ts';
import { insertAcknowledgement, insertNotice, selectAcknowledgements, selectNotice } from './store/entrance.ts';

/** The notice in force; version 1 is the text that comes with the program, in the reader's language. */
export interface PrivacyNotice {
  version: number;
  text: string;
}

/** The notice in force in a community. */
export async function getPrivacyNotice(ctx: Ctx, communityId: string): Promise<PrivacyNotice> {
  return (await selectNotice(ctx, communityId)) ?? { version: 1, text: ctx.t('people:privacy.text') };
}

/** Puts another text in force; every member is asked again. */
export async function setPrivacyNotice(ctx: Ctx, communityId: string, text: string): Promise<PrivacyNotice> {
  const version = await insertNotice(ctx, { communityId, text, by: actorKey(ctx.actor) });
  await recordAudit(ctx, { communityId, action: 'people.set_privacy_notice', detail: { version } });
  return { version, text };
}

/** The notice that an identity still has to read, null when it has read the one in force. */
export async function findDueNotice(ctx: Ctx, communityId: string, identityId: string): Promise<PrivacyNotice | null> {
  const notice = await getPrivacyNotice(ctx, communityId);
  const read = await selectAcknowledgements(ctx, communityId, [identityId]);
  return read.some((one) => one.version === notice.version) ? null : notice;
}

/** Notes that the notice was read; throws when another version is in force. */
export async function acknowledgeNotice(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  version: number,
): Promise<void> {
  const notice = await getPrivacyNotice(ctx, who.communityId);
  if (notice.version !== version) throw peopleErrors.notice_outdated({ version: notice.version });
  await insertAcknowledgement(ctx, { ...who, version });
}

/** Answer of the privacy step. */
export const privacyAnswer = z.strictObject({ version: z.int().min(1) });

/** The gate of the privacy notice. */
export const privacyGate: JoinGate = {
  name: 'privacy',
  answers: { privacy: privacyAnswer },
  consider: async (ctx, attempt) => {
    const { communityId, identityId } = attempt;
    const notice = identityId
      ? await findDueNotice(ctx, communityId, identityId)
      : await getPrivacyNotice(ctx, communityId);
    const answer = attempt.answers.privacy as z.output<typeof privacyAnswer> | undefined;
    if (!notice || answer?.version === notice.version) return { ok: true };
    const { version, text } = notice;
    const problem = answer ? { problem: ctx.t('people:privacy.changed') } : {};
    return {
      needs: [{ key: 'privacy', kind: 'notice', title: ctx.t('people:privacy.title'), text, version, ...problem }],
    };
  },
};
