/** The gate of the e-mail proof: after the name, before approval. A banned address is refused once its owner is known. */
import type { Ctx } from '../platform/context.ts';
import { findMailState, isMailReady, type MailState } from '../platform/mail/index.ts';
import { asksForEmail, emailAnswer, hasProvenEmail, isProven, mostTries, resendMoment } from './email-proof.ts';
import type { JoinAttempt, JoinGate, Step } from './slots.ts';
import { selectBanInForce } from './store/ban.ts';
import { selectEmailProof, type EmailProof } from './store/email.ts';

/** Asked of whoever has not proven an address in this community yet, when the community wants it. */
export const emailGate: JoinGate = {
  name: 'email',
  answers: { email: emailAnswer },
  consider: async (ctx, attempt) => {
    const { communityId, deviceId, identityId } = attempt;
    if (!(await asksForEmail(ctx, communityId))) return { ok: true };
    if (identityId !== null && (await hasProvenEmail(ctx, communityId, identityId))) return { ok: true };
    const proof = deviceId === null ? undefined : await selectEmailProof(ctx, communityId, deviceId);
    if (isProven(ctx, proof)) {
      const { emailHash } = proof;
      const ban = await selectBanInForce(ctx, attempt, { identityId: null, deviceId: null, emailHash });
      return ban ? { refused: 'banned', text: ctx.t('people:refused.banned') } : { ok: true };
    }
    // Letting everybody in would be worse than nobody: the community relies on the proof.
    if (!isMailReady(ctx.services.config)) {
      return { refused: 'email_unavailable', text: ctx.t('people:refused.email_unavailable') };
    }
    return { needs: [await describeStep(ctx, proof, attempt)] };
  },
};

async function describeStep(ctx: Ctx, proof: EmailProof | undefined, attempt: JoinAttempt): Promise<Step> {
  const { t } = ctx;
  const mail = proof && (await findMailState(ctx, proof.mailId));
  const problem = findProblem(ctx, { proof, mail, hasAnswered: attempt.answers.email !== undefined });
  const isOpen = proof !== undefined && proof.expiresAt > ctx.now();
  return {
    key: 'email',
    kind: 'email',
    title: t('people:email.title'),
    text: isOpen && mail === 'delayed' ? t('people:email.delayed') : t('people:email.text'),
    fields: [
      {
        key: 'code',
        label: t('people:email.code_label'),
        kind: 'text',
        maxLength: 12,
        required: true,
        hint: t('people:email.code_hint'),
      },
    ],
    ...(isOpen && mail
      ? {
          email: {
            state: mail,
            expiresAt: proof.expiresAt.toISOString(),
            resendAt: resendMoment(proof).toISOString(),
          },
        }
      : {}),
    ...(problem === null ? {} : { problem }),
  };
}

function findProblem(
  ctx: Ctx,
  at: { proof: EmailProof | undefined; mail: MailState | undefined; hasAnswered: boolean },
): string | null {
  const { proof, hasAnswered } = at;
  const { t } = ctx;
  if (!proof) return hasAnswered ? t('people:email.ask_first') : null;
  if (at.mail === 'refused') return t('people:email.address_refused');
  if (proof.tries >= mostTries) return t('people:email.too_many_tries');
  if (proof.expiresAt <= ctx.now()) return hasAnswered ? t('people:email.expired') : null;
  return hasAnswered ? t('people:email.wrong', { count: mostTries - proof.tries }) : null;
}
