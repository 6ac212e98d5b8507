/**
 * Changes of messages: recall, edit, pin, reaction. Every change locks the group's sequence, takes the next number, and is shown to
 * everybody after commit; whoever missed it finds it by its number.
 */
import { act, type Author, type Message, type MessageAct } from '../carriers/index.ts';
import { findGroupById, isGroupPicture, setGroupState, type Group } from '../groups/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { isFace } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { deletePictures, getPicture } from '../platform/files/index.ts';
import { getSettings } from '../platform/settings.ts';
import { cleanText } from '../carriers/index.ts';
import { excerptOf } from './draft.ts';
import { messagesErrors } from './errors.ts';
import { messageEdited, messagePinned, messageRecalled, reactionChanged } from './events.ts';
import { presentMessages, teamViewer, type Viewer } from './present.ts';
import { countReaction, placeOf } from './record.ts';
import { longestText, messagesSettings } from './settings.ts';
import {
  countPinned,
  deleteAttached,
  deleteReaction,
  insertReaction,
  selectForChange,
  updateMessage,
  type RowChange,
} from './store/change.ts';
import { selectIsPosted } from './store/read.ts';
import { lockSequence, takeNumber } from './store/record.ts';
import { deleteTokens, upsertTokens } from './store/search.ts';
import type { MessageRow } from './store/row.ts';
import { tokensOfMessage } from './tokens.ts';

/** Who changes: a member of the group with their standing there, or the team through the console. */
export type Changer = { member: Author } | 'team';

/** Which message of which group, and for whom the answer is shown. */
export interface Target {
  group: Group;
  messageId: string;
  by: Changer;
  /** The picture of what is taken back is not deleted: whoever asks for this lets go of it later. */
  keepsPicture?: boolean;
}

/** Takes a message back: authors their own within two minutes, the team any. Its text leaves search and quotes at once. */
export async function recallMessage(ctx: Ctx, target: Target): Promise<Message> {
  return change(ctx, target, async (inner, row) => {
    if (row.recalledAt) return null;
    const own = await requireRight(inner, target, row);
    await deleteAttached(inner, placeOf(target.group), row.id);
    await deleteTokens(inner, row.communityId, row);
    const by = own ? 'author' : 'team';
    inner.emit(messageRecalled, row.communityId, { groupId: row.groupId, messageId: row.id, by });
    if (!own) await audit(inner, 'messages.recall_message', row);
    await changeNotice(inner, row, null);
    if (row.picture && !target.keepsPicture) await forgetPicture(inner, { ...row, pictureId: row.picture.id });
    await carryOut(inner, target, { op: 'recall', messageId: row.id, excerpt: excerptOf(row) });
    return { text: '', picture: null, mentions: null, pinnedAt: null, recalledAt: inner.now(), recalledBy: by };
  });
}

/** Changes the text of what the team said with the official voice, where the platform allows it. */
export async function editMessage(ctx: Ctx, target: Target, wish: { text: string }): Promise<Message> {
  const text = cleanText(wish.text);
  if (text === '') throw messagesErrors.empty();
  if ([...text].length > longestText) throw messagesErrors.too_long({ most: longestText });
  return change(ctx, target, async (inner, row) => {
    if (row.recalledAt) throw messagesErrors.recalled();
    if (row.operatorId === null) throw messagesErrors.edit_not_allowed();
    if (row.text === text) return null;
    const tokens = tokensOfMessage(row.communityId, { ...row, text });
    await upsertTokens(inner, placeOf(target.group), { at: row.at, id: row.id, tokens });
    inner.emit(messageEdited, row.communityId, { groupId: row.groupId, messageId: row.id });
    await audit(inner, 'messages.edit_message', row);
    await changeNotice(inner, row, { text });
    await carryOut(inner, target, { op: 'edit', messageId: row.id, text });
    return { text, editedAt: inner.now() };
  });
}

/** Pins or unpins; twice is the same as once. */
export async function pinMessage(ctx: Ctx, target: Target, on: boolean): Promise<Message> {
  return change(ctx, target, async (inner, row) => {
    if (row.recalledAt) throw messagesErrors.recalled();
    if (target.by !== 'team' && target.by.member.role === 'member') throw platformErrors.not_allowed();
    if ((row.pinnedAt !== null) === on) return null;
    const { mostPins } = await getSettings(inner, messagesSettings, row.communityId);
    if (on && (await countPinned(inner, placeOf(target.group))) >= mostPins)
      throw messagesErrors.too_many_pins({ most: mostPins });
    await audit(inner, on ? 'messages.pin_message' : 'messages.unpin_message', row);
    if (on) {
      const byId = target.by === 'team' ? null : target.by.member.identityId;
      const { groupId, authorId } = row;
      inner.emit(messagePinned, row.communityId, { groupId, messageId: row.id, authorId, byId });
    }
    await carryOut(inner, target, { op: on ? 'pin' : 'unpin', messageId: row.id, excerpt: excerptOf(row) });
    return { pinnedAt: on ? inner.now() : null };
  });
}

/** Gives or takes away a member's reaction; twice is the same as once. */
export async function reactToMessage(
  ctx: Ctx,
  target: Target & { by: { member: Author } },
  reaction: { key: string; on: boolean },
): Promise<Message> {
  const { identityId } = target.by.member;
  return change(ctx, { ...target, reaction: { identityId, ...reaction } }, async (inner, row) => {
    if (row.recalledAt) throw messagesErrors.recalled();
    const place = placeOf(target.group);
    const one = { messageId: row.id, identityId, key: reaction.key };
    const changed = reaction.on ? await insertReaction(inner, place, one) : await deleteReaction(inner, place, one);
    if (!changed) return null;
    await countReaction(inner, target.group, { identityId, reactions: reaction.on ? 1 : -1 });
    inner.emit(reactionChanged, row.communityId, { groupId: row.groupId, ...one, on: reaction.on });
    return {};
  });
}

type Change = (ctx: Ctx, row: MessageRow) => Promise<RowChange | null>;

/** The frame of a reaction says whose it is, because `mine` cannot be the same for everybody. */
type ReactionBy = { identityId: string; key: string; on: boolean };

async function change(ctx: Ctx, target: Target & { reaction?: ReactionBy }, decide: Change): Promise<Message> {
  const { reaction } = target;
  const place = placeOf(target.group);
  return inTransaction(ctx, async (inner) => {
    await lockSequence(inner, place);
    const row = await selectForChange(inner, place, target.messageId);
    if (!row) throw platformErrors.not_found();
    const changes = await decide(inner, row);
    if (!changes)
      return (await presentMessages(inner, place.communityId, { rows: [row], viewer: viewerOf(target.by) }))[0]!;
    const changed = await updateMessage(inner, place, {
      id: row.id,
      changedSeq: await takeNumber(inner, place),
      ...changes,
    });
    const rows = [changed];
    const [toAll] = await presentMessages(inner, place.communityId, { rows, viewer: { identityId: nobody } });
    inner.afterCommit(() => {
      inner.services.live.publish('group', place.groupId, {
        type: 'message',
        message: toAll,
        ...(reaction ? { reaction } : {}),
      });
    });
    return (await presentMessages(inner, place.communityId, { rows, viewer: viewerOf(target.by) }))[0]!;
  });
}

/** An identity that does not exist: sees what is the same for everybody. */
const nobody = '00000000-0000-0000-0000-000000000000';

function viewerOf(by: Changer): Viewer {
  return by === 'team' ? teamViewer : { identityId: by.member.identityId };
}

/** Whether it is the author's own; throws when they may not, or no longer. */
async function requireRight(ctx: Ctx, target: Target, row: MessageRow): Promise<boolean> {
  if (target.by === 'team') return false;
  const { identityId, role } = target.by.member;
  if (row.authorId !== identityId) {
    if (role === 'member') throw messagesErrors.not_yours();
    return false;
  }
  if (role !== 'member') return true;
  const { recallSeconds } = await getSettings(ctx, messagesSettings, row.communityId);
  if (ctx.now().getTime() - row.at.getTime() > recallSeconds * 1000) {
    throw messagesErrors.recall_too_late({ minutes: Math.ceil(recallSeconds / 60) });
  }
  return true;
}

/** The notice at the top of the built-in group follows the announcement that it shows. */
async function changeNotice(ctx: Ctx, row: MessageRow, notice: { text: string } | null): Promise<void> {
  if (row.kind !== 'announcement') return;
  const group = await findGroupById(ctx, row.groupId);
  const shown = group?.carrier === 'web' && group.notice?.text === row.text;
  if (shown && group.lifecycle !== 'dissolved') await setGroupState(ctx, group.id, { notice });
}

/** A member's picture goes with the message, unless it still stands in another one or is the face of somebody or of a group. */
export async function forgetPicture(
  ctx: Ctx,
  of: { communityId: string; authorId: string; id: string; pictureId: string },
): Promise<void> {
  const picture = await getPicture(ctx, of.pictureId);
  if (!picture || picture.uploader.kind !== 'identity') return;
  const { communityId, authorId, id: messageId } = of;
  if (await selectIsPosted(ctx, { communityId, authorId, pictureId: picture.id, exceptId: messageId })) return;
  const isWorn = (await isFace(ctx, communityId, picture.id)) || (await isGroupPicture(ctx, communityId, picture.id));
  if (!isWorn) await deletePictures(ctx, [picture.id]);
}

/** Lets the platform follow what is already recorded here; where it cannot, the record stands and says so. */
async function carryOut(ctx: Ctx, target: Target, done: MessageAct): Promise<void> {
  const { group } = target;
  await act(ctx, { communityId: group.communityId, groupId: group.id, ...done });
}

async function audit(ctx: Ctx, action: string, row: MessageRow): Promise<void> {
  const { communityId, id, groupId, authorId } = row;
  await recordAudit(ctx, { communityId, action, target: { kind: 'message', id }, detail: { groupId, authorId } });
}
