import { getGroup } from '../groups/index.ts';
import { listMessages } from '../messages/index.ts';
import { listIdentities, listMemberships } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { getCase, openCases, type CaseDetail } from './cases.ts';
import { rulesErrors } from './errors.ts';
import { getRulebook } from './rulebook.ts';
import { selectCaseOfMessage } from './store/cases.ts';
import { isTeam, listTrust } from './trust.ts';

/** Puts a message that was said already into the queue, under a rule of the text; a second time gives the first case. */
export async function openCaseAbout(
  ctx: Ctx,
  wish: { communityId: string; groupId: string; messageId: string; rule: string },
): Promise<CaseDetail> {
  const { communityId, groupId, messageId, rule } = wish;
  await getGroup(ctx, communityId, groupId);
  const rulebook = await getRulebook(ctx, communityId);
  if (!rulebook.items.some(({ key }) => key === rule)) throw rulesErrors.unknown_rule();
  const [message] = await listMessages(ctx, { communityId, groupId }, [messageId]);
  if (!message || message.recalledAt !== null) throw rulesErrors.message_gone();
  const identityId = message.authorId;
  const [author] = await listIdentities(ctx, communityId, [identityId]);
  const [stay] = await listMemberships(ctx, { communityId, groupId, identityIds: [identityId] });
  const role = stay?.role ?? 'member';
  if (!author || author.kind === 'tombstone' || message.operatorId !== null || isTeam({ kind: author.kind, role }))
    throw rulesErrors.not_sanctionable();
  const trust = await listTrust(ctx, { communityId, identityIds: [identityId] }, rulebook.settings.trust);
  const { at, kind, text, picture, replyTo, mentions } = message;
  const [opened] = await openCases(ctx, { communityId, groupId }, [
    {
      id: newId(ctx.now()),
      kind: 'said',
      state: 'waiting',
      identityId,
      clientId: null,
      draft: { at: at.toISOString(), kind, text, picture, replyTo, mentions: mentions ?? [] },
      evidence: [],
      rule,
      trust: trust.get(identityId) ?? 'new',
      score: 0,
      revision: rulebook.revision,
      thresholds: null,
      messageId,
    },
  ]);
  const found = opened ?? (await selectCaseOfMessage(ctx, { communityId, groupId, messageId }));
  return getCase(ctx, { communityId, caseId: found!.id });
}
