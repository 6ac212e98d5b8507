/** The message of a case: recorded when it is let through, taken away when it is not, recorded once more when that was wrong. */
import type { Author } from '../carriers/index.ts';
import type { Group } from '../groups/index.ts';
import { findIdentity, findMembership } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { AppError } from '../platform/errors.ts';
import { getPicture } from '../platform/files/index.ts';
import { recallMessage, recordApproved, type Draft } from '../messages/index.ts';
import { rulesErrors } from './errors.ts';
import type { Case, CaseChange } from './store/cases.ts';

/** Records the message of a case at the time at which it was meant, so that what was said together stays in order; once. */
export async function sayAgain(ctx: Ctx, about: Case, group: Group): Promise<CaseChange> {
  if (about.kind === 'said' && !isAway(about)) return {};
  // What was said on another platform was taken away there by a human; nobody can say it again for its author.
  if (about.kind === 'said' && group.carrier !== 'web') return {};
  const { draft } = about;
  if (!draft) throw rulesErrors.case_forgotten();
  if (group.lifecycle === 'dissolved' || group.carrier !== 'web') throw rulesErrors.group_closed();
  const author = await findAuthor(ctx, about);
  const picture = draft.picture && (await getPicture(ctx, draft.picture.id)) ? draft.picture : null;
  if (!picture && draft.text === '') throw rulesErrors.case_forgotten();
  const again: Draft = {
    ...draft,
    kind: picture || draft.kind !== 'image' ? draft.kind : 'text',
    picture,
    author,
    mutedUntil: null,
    operatorId: about.spokenBy,
    // What was taken back keeps its id; the same words are another message then.
    clientId: about.releases === 0 && about.clientId ? about.clientId : `again-${about.releases}-${about.id}`,
    externalId: null,
    origin: 'live',
    at: new Date(draft.at),
  };
  const [recorded] = await recordApproved(ctx, group, [again]);
  return { messageId: recorded!.message.id, releases: about.releases + 1 };
}

/** Whether what was said is out of the group now. */
function isAway({ state, hiddenAt }: Case): boolean {
  return hiddenAt !== null || state === 'upheld' || state === 'appealed' || state === 'confirmed';
}

/** Takes a message away; one that is gone already stays gone. Its picture is kept with the case, so that it can come back whole. */
export async function hideMessage(ctx: Ctx, group: Group, messageId: string | null): Promise<void> {
  if (messageId === null) return;
  try {
    await recallMessage(ctx, { group, messageId, by: 'team', keepsPicture: true });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'platform.not_found') throw error;
  }
}

async function findAuthor(ctx: Ctx, about: Case): Promise<Author> {
  const { communityId, groupId, identityId } = about;
  const identity = await findIdentity(ctx, communityId, identityId);
  if (!identity || identity.kind === 'tombstone') throw rulesErrors.case_forgotten();
  const stay = await findMembership(ctx, { communityId, groupId, identityId });
  const { name, pictureId, kind } = identity;
  return { identityId, name, pictureId, kind, role: stay?.role ?? 'member' };
}
