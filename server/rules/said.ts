/** Cases about what was said already: brought by a moderator under a rule of the text, or by members who report it. */
import { getGroup } from '../groups/index.ts';
import { listMessages, type MessageFacts } from '../messages/index.ts';
import { listIdentities, listMemberships } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { getCase, openCases, type CaseDetail } from './cases.ts';
import { rulesErrors } from './errors.ts';
import { getRulebook } from './rulebook.ts';
import { lockCaseOfMessage, type Case } from './store/cases.ts';
import { isTeam, listTrust } from './trust.ts';

/** Puts a message that was said already into the queue, under a rule of the text; a second time gives the first case. */
export async function openCaseAbout(
  ctx: Ctx,
  wish: { communityId: string; groupId: string; messageId: string; rule: string },
): Promise<CaseDetail> {
  const { communityId, groupId, rule } = wish;
  await getGroup(ctx, communityId, groupId);
  const { items } = await getRulebook(ctx, communityId);
  if (!items.some(({ key }) => key === rule)) throw rulesErrors.unknown_rule();
  const said = await readSaid(ctx, wish);
  if (said.isTeam) throw rulesErrors.not_sanctionable();
  const found = await openSaidCase(ctx, { communityId, groupId, said, rule });
  return getCase(ctx, { communityId, caseId: found.id });
}

/** A message that a case can be about. */
export interface Said {
  message: MessageFacts;
  /** Said by somebody of the team in this group, or with the community's voice. */
  isTeam: boolean;
}

/** Reads a message that was said; throws when it is gone, or nobody's. */
export async function readSaid(
  ctx: Ctx,
  which: { communityId: string; groupId: string; messageId: string },
): Promise<Said> {
  const { communityId, groupId, messageId } = which;
  const [message] = await listMessages(ctx, { communityId, groupId }, [messageId]);
  if (!message || message.recalledAt !== null) throw rulesErrors.message_gone();
  const identityIds = [message.authorId];
  const [author] = await listIdentities(ctx, communityId, identityIds);
  if (!author || author.kind === 'tombstone' || message.kind === 'system') throw rulesErrors.not_sanctionable();
  const [stay] = await listMemberships(ctx, { communityId, groupId, identityIds });
  const role = stay?.role ?? 'member';
  return { message, isTeam: message.operatorId !== null || isTeam({ kind: author.kind, role }) };
}

/** The case about a message, begun now if there is none; locked until the end of the transaction. */
export async function openSaidCase(
  ctx: Ctx,
  about: { communityId: string; groupId: string; said: Said; rule: string },
): Promise<Case> {
  const { communityId, groupId, said, rule } = about;
  const { id: messageId, authorId: identityId, at, kind, text, picture, replyTo, mentions, operatorId } = said.message;
  const place = { communityId, groupId };
  const known = await lockCaseOfMessage(ctx, { ...place, messageId });
  if (known) return known;
  const { settings, revision } = await getRulebook(ctx, communityId);
  const trust = said.isTeam
    ? 'team'
    : ((await listTrust(ctx, { communityId, identityIds: [identityId] }, settings.trust)).get(identityId) ?? 'new');
  await openCases(ctx, place, [
    {
      id: newId(ctx.now()),
      kind: 'said',
      state: 'waiting',
      identityId,
      clientId: null,
      draft: { at: at.toISOString(), kind, text, picture, replyTo, mentions: mentions ?? [] },
      evidence: [],
      rule,
      trust,
      score: 0,
      revision,
      thresholds: null,
      messageId,
      audience: said.isTeam ? 'leads' : 'team',
      spokenBy: operatorId,
    },
  ]);
  return (await lockCaseOfMessage(ctx, { ...place, messageId }))!;
}
