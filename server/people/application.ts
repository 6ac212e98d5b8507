/** Approval mode: an application waits until the team accepts or declines it, with kind words either way. */
import { actorKey } from '../platform/auth/actor.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { findGroupById } from '../groups/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { getSettings } from '../platform/settings.ts';
import { peopleErrors } from './errors.ts';
import { applicationDecided, applicationReceived } from './events.ts';
import { tellDevices } from './live.ts';
import { openMembership } from './membership.ts';
import { peopleSettings } from './settings.ts';
import { asksApproval, type JoinAttempt, type JoinGate } from './slots.ts';
import { selectBanInForce } from './store/ban.ts';
import {
  decideApplication,
  insertApplication,
  lockApplication,
  selectLatestApplication,
  type Application,
} from './store/entrance.ts';
import { selectIdentities } from './store/identity.ts';

export type { Application } from './store/entrance.ts';

/** Keeps an application; a second one while the first waits changes nothing. */
export async function apply(
  ctx: Ctx,
  application: Pick<
    Application,
    'communityId' | 'groupId' | 'identityId' | 'answers' | 'source' | 'linkId' | 'code' | 'inviterId'
  >,
): Promise<void> {
  const id = newId(ctx.now());
  if (!(await insertApplication(ctx, { ...application, id }))) return;
  const { communityId, groupId, identityId } = application;
  ctx.emit(applicationReceived, communityId, { groupId, applicationId: id, identityId });
  await tellDevices(ctx, communityId, { identityIds: [identityId], frame: { groupId, state: 'waiting' } });
}

/** The application that waits, if any. */
export async function findWaiting(
  ctx: Ctx,
  place: { communityId: string; groupId: string; identityId: string },
): Promise<Application | undefined> {
  const latest = await selectLatestApplication(ctx, place);
  return latest?.state === 'waiting' ? latest : undefined;
}

interface Decision {
  communityId: string;
  groupId: string;
  applicationId: string;
}

/** Lets the applicant in; throws when the group is full meanwhile, and the application goes on waiting. */
export async function acceptApplication(ctx: Ctx, which: Decision): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const application = await lockWaiting(inner, which);
    const { communityId, groupId, identityId, source, linkId, code, inviterId } = application;
    if (await selectBanInForce(inner, application, { identityId, deviceId: null })) throw peopleErrors.applicant_gone();
    const opened = await openMembership(inner, { communityId, groupId, identityId, source, linkId, code, inviterId });
    if (!opened.ok) throw opened.reason === 'full' ? peopleErrors.group_full() : peopleErrors.group_closed();
    await decide(inner, application, { accepted: true, reason: null });
  });
}

/** Turns the applicant away; `reason` is what they read. */
export async function declineApplication(ctx: Ctx, which: Decision, reason: string): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const application = await lockWaiting(inner, which);
    await decide(inner, application, { accepted: false, reason: reason === '' ? null : reason });
    const { communityId, groupId, identityId } = application;
    await tellDevices(inner, communityId, { identityIds: [identityId], frame: { groupId, state: 'declined', reason } });
  });
}

async function lockWaiting(ctx: Ctx, which: Decision): Promise<Application> {
  const application = await lockApplication(ctx, { ...which, id: which.applicationId });
  if (!application) throw platformErrors.not_found();
  if (application.state !== 'waiting') throw peopleErrors.already_decided();
  const [identity] = await selectIdentities(ctx, which.communityId, [application.identityId]);
  if (!identity || identity.kind === 'tombstone') throw peopleErrors.applicant_gone();
  return application;
}

async function decide(
  ctx: Ctx,
  application: Application,
  verdict: { accepted: boolean; reason: string | null },
): Promise<void> {
  const { communityId, groupId, identityId, id } = application;
  const { accepted, reason } = verdict;
  await decideApplication(ctx, application, {
    state: accepted ? 'accepted' : 'declined',
    by: actorKey(ctx.actor),
    reason,
  });
  ctx.emit(applicationDecided, communityId, { groupId, applicationId: id, identityId, accepted });
  await recordAudit(ctx, {
    communityId,
    action: accepted ? 'people.accept_application' : 'people.decline_application',
    target: { kind: 'application', id },
    detail: { groupId, identityId },
  });
}

/** Whether an entrance lets nobody in unseen now: by the setting of its group, or because a later module asks for it. */
export async function needsApproval(
  ctx: Ctx,
  entrance: Pick<JoinAttempt, 'communityId' | 'groupId' | 'linkId' | 'inviterId'>,
): Promise<boolean> {
  if ((await findGroupById(ctx, entrance.groupId))?.approval) return true;
  for (const reason of ctx.slots(asksApproval)) if (await reason.asks(ctx, entrance)) return true;
  return false;
}

/** The last gate: when nobody is let in unseen, the visitor waits; who was declined asks again after a while. */
export const approvalGate: JoinGate = {
  name: 'approval',
  consider: async (ctx, attempt) => {
    if (!(await needsApproval(ctx, attempt))) return { ok: true };
    if (attempt.identityId !== null) {
      const latest = await selectLatestApplication(ctx, { ...attempt, identityId: attempt.identityId });
      if (latest?.state === 'declined' && latest.decidedAt) {
        const { hoursBetweenApplications: hours } = await getSettings(ctx, peopleSettings, attempt.communityId);
        const again = latest.decidedAt.getTime() + hours * 3_600_000;
        if (again > ctx.now().getTime()) {
          return { refused: 'declined', text: latest.reason ?? ctx.t('people:refused.declined') };
        }
      }
    }
    const { t } = ctx;
    return {
      needs: [
        { key: 'approval', kind: 'approval', title: t('people:approval.title'), text: t('people:approval.text') },
      ],
    };
  },
};
