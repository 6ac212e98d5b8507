/**
 * What the desk does with the talk: it keeps each group's line in the inbox, finds questions, and finds what answers them. All in the
 * transaction that moves the cursor, so each message is heard once; the number of statements depends on the groups, not on the messages.
 */
import { readSignals } from '../../lib/text/index.ts';
import { getZone } from '../communities/index.ts';
import {
  excerptMessage,
  listLatest,
  listMessages,
  messageEdited,
  messageRecalled,
  messagesReceived,
  type MessageFacts,
} from '../messages/index.ts';
import { listIdentities, listMemberships } from '../people/index.ts';
import { subscribe, type Happened } from '../platform/bus/event.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { getRecentSettings } from '../platform/settings.ts';
import { questionAsked } from './events.ts';
import { linkTalk } from './links.ts';
import { showInbox, showQuestion } from './live.ts';
import { deskSettings, promiseUntil } from './promise.ts';
import { moveQuestion } from './question.ts';
import type { Question } from './question-state.ts';
import { markRecalled, selectVerdicts } from './store/answers.ts';
import { deleteMention, hearGroup, insertMentions, rewordLast, type Place } from './store/inbox.ts';
import {
  blankQuestion,
  insertQuestions,
  lockOpenQuestions,
  lockQuestionsAround,
  replaceMessages,
  type NewQuestion,
} from './store/questions.ts';

/** How much of the talk before a message is looked at to see what it answers. */
const stretch = 60;
/** An answer without a quote is looked for this long. */
const linkWithin = 24 * 3_600_000;
/** A question is asked today; what is older when it comes in is history. */
const freshFor = 3 * 24 * 3_600_000;
/** Lines of one asker so close together are one question. */
const oneBreath = 3 * 60_000;
/** An open question is looked at for this long. */
const lookedFor = 30 * 24 * 3_600_000;
/** Shorter ones (「啥？」) are banter. Weighted characters. */
const shortest = 4;

/** Hears new messages: the line in the inbox, who speaks to the team, what answers what, what is asked. */
export const hearMessages = subscribe('desk.hear_messages', messagesReceived, async (ctx, events) => {
  const groups = Map.groupBy(events, ({ communityId, payload }) => `${communityId} ${payload.groupId}`);
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  // Side by side, so that what is asked about one group and about the next travels together.
  await Promise.all(
    sorted.map(([key, some]) => {
      const [communityId, groupId] = key.split(' ') as [string, string];
      return hearPlace(ctx, { communityId, groupId }, some);
    }),
  );
});

interface Received {
  groupId: string;
  origin: 'live' | 'import' | 'sample';
  messageIds: string[];
}

async function hearPlace(ctx: Ctx, place: Place, events: readonly Happened<Received>[]): Promise<void> {
  const fresh = ctx.now().getTime() - freshFor;
  const heard = events.flatMap(({ payload: { origin, messageIds } }) => {
    if (origin === 'import') return [];
    // Of the months of an example only its last days are talk that somebody has to see.
    return origin === 'live' ? messageIds : messageIds.filter((id) => timeOfId(id) >= fresh);
  });
  const messages = heard.length > 0 ? await listMessages(ctx, place, heard) : [];
  const isHistory = events.some(({ payload }) => payload.origin !== 'live');
  const last = isHistory ? (await listLatest(ctx, place, 1))[0] : messages.at(-1);
  if (!last) return;
  await hearTalk(ctx, place, { messages, last });
  showInbox(ctx, place.communityId, place.groupId);
}

/** A message that was taken back asks and answers nothing any more, and its words stand nowhere. */
export const forgetRecalled = subscribe('desk.forget_recalled', messageRecalled, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    const { groupId, messageId } = payload;
    const place = { communityId: communityId!, groupId };
    await rewordLast(ctx, place, { messageId, kind: 'recalled', excerpt: '' });
    await deleteMention(ctx, place, messageId);
    const around = await lockQuestionsAround(ctx, { ...place, messageId });
    await markRecalled(ctx, { ...place, messageId });
    const helped = await findHelped(ctx, place.communityId, around);
    for (const question of around) {
      if (question.messageId === messageId) {
        await blankQuestion(ctx, { communityId: communityId!, questionId: question.id });
        if (question.state === 'open')
          await moveQuestion(ctx, question, { state: 'closed', mover: 'program', reason: 'recalled' });
      } else if (question.state === 'answered' && !helped.has(question.id)) {
        await moveQuestion(ctx, question, { state: 'open', mover: 'talk' });
      }
    }
    showInbox(ctx, communityId!, groupId);
  }
});

/** Questions whose asker has said that they were helped: these stay settled. */
async function findHelped(ctx: Ctx, communityId: string, questions: readonly Question[]): Promise<Set<string>> {
  const ids = questions.map(({ id }) => id);
  const said = await selectVerdicts(ctx, communityId, ids);
  return new Set(ids.filter((id) => said.get(id) === 'helpful'));
}

/** The inbox shows what a message says now. */
export const rereadEdited = subscribe('desk.reread_edited', messageEdited, async (ctx, events) => {
  for (const { communityId, payload } of events) {
    const place = { communityId: communityId!, groupId: payload.groupId };
    const [message] = await listMessages(ctx, place, [payload.messageId]);
    if (!message || message.recalledAt) continue;
    await rewordLast(ctx, place, { messageId: message.id, kind: message.kind, excerpt: excerptMessage(message) });
    showInbox(ctx, place.communityId, place.groupId);
  }
});

/** Messages of one group with what is known of their authors. */
interface Heard {
  messages: readonly MessageFacts[];
  /** The official voice, and the group's owner, admins and stewards. */
  hosts: ReadonlySet<string>;
  names: ReadonlyMap<string, string>;
}

async function hearTalk(
  ctx: Ctx,
  place: Place,
  { messages, last }: { messages: readonly MessageFacts[]; last: MessageFacts },
): Promise<void> {
  const said = messages.filter((message) => message.kind !== 'system');
  const fromMembers = said.filter(({ operatorId }) => operatorId === null);
  const words = {
    messageId: last.id,
    at: last.at,
    authorId: last.authorId,
    kind: last.recalledAt ? 'recalled' : last.kind,
    excerpt: excerptMessage(last),
  };
  const since = new Date(ctx.now().getTime() - lookedFor);
  const [count, known, heard] = await Promise.all([
    hearGroup(ctx, place, { heard: fromMembers.length, last: words }),
    said.length > 0 ? lockOpenQuestions(ctx, { ...place, since }) : [],
    hearAuthors(ctx, place, said),
  ]);
  const first = count - fromMembers.length;
  const counts = new Map(fromMembers.map(({ id }, at) => [id, first + at + 1]));
  await noteMentions(ctx, place, { ...heard, counts });
  if (said.length === 0) return;
  const open = await keepQuestions(ctx, place, { ...heard, open: known });
  await settleAnswered(ctx, place, { ...heard, open });
}

async function hearAuthors(ctx: Ctx, place: Place, messages: readonly MessageFacts[]): Promise<Heard> {
  const spoken = messages.flatMap(({ authorId, mentions }) => [
    authorId,
    ...(mentions ?? []).flatMap(({ identityId }) => (identityId === 'all' ? [] : [identityId])),
  ]);
  const identityIds = [...new Set(spoken)];
  if (identityIds.length === 0) return { messages, hosts: new Set(), names: new Map() };
  const [identities, stays] = await Promise.all([
    listIdentities(ctx, place.communityId, identityIds),
    listMemberships(ctx, { ...place, identityIds }),
  ]);
  const hosts = new Set([
    ...identities.filter(({ kind }) => kind === 'official' || kind === 'bot').map(({ id }) => id),
    ...stays.filter(({ role }) => role !== 'member').map(({ identityId }) => identityId),
  ]);
  return { messages, hosts, names: new Map(identities.map(({ id, name }) => [id, name])) };
}

/** Notes which messages speak to the hosts: by name, or as a reply to one of the official voice. */
async function noteMentions(
  ctx: Ctx,
  place: Place,
  { messages, hosts, counts }: Heard & { counts: ReadonlyMap<string, number> },
): Promise<void> {
  const parents = messages.flatMap(({ replyTo }) => replyTo ?? []);
  const official = new Set(
    parents.length === 0
      ? []
      : (await listMessages(ctx, place, parents)).filter(({ operatorId }) => operatorId !== null).map(({ id }) => id),
  );
  const mentions = messages.flatMap(({ id, authorId, at, replyTo, mentions: named, recalledAt }) => {
    const heard = counts.get(id);
    const speaksToHosts =
      (named ?? []).some(({ identityId }) => hosts.has(identityId)) || (replyTo !== null && official.has(replyTo));
    if (heard === undefined || recalledAt || hosts.has(authorId) || !speaksToHosts) return [];
    return [{ messageId: id, authorId, heard, at }];
  });
  await insertMentions(ctx, place, mentions);
}

/** Settles open questions that the new messages answer, also those that were asked among them. */
async function settleAnswered(
  ctx: Ctx,
  place: Place,
  { messages, hosts, open }: Heard & { open: readonly Question[] },
): Promise<void> {
  if (open.length === 0) return;
  const parents = await findParents(ctx, place, { messages, open });
  const waiting = new Map(open.map((question) => [question.messageId, question]));
  for (const message of messages) {
    const parent = parents.get(message.id);
    const question = parent && waiting.get(parent.parentId);
    if (!question || message.authorId === question.askedBy || message.recalledAt) continue;
    if (!hosts.has(message.authorId) && !tellsSomething(message)) continue;
    waiting.delete(question.messageId);
    const how = parent.explicit ? 'reply' : 'linked';
    const said = { by: message.authorId, messageId: message.id, at: message.at };
    const operatorId = userOfKey(message.operatorId);
    const answer = { ...said, how, operatorId, isHost: hosts.has(message.authorId) } as const;
    await moveQuestion(ctx, question, { state: 'answered', mover: 'talk', answer });
  }
}

/** The user behind a message of the official voice; programs and keys of machines are nobody. */
function userOfKey(operatorId: string | null): string | null {
  return operatorId?.startsWith('operator:') ? operatorId.slice('operator:'.length) : null;
}

/** What the new messages answer: quotes always; guesses only where a question is young. */
async function findParents(
  ctx: Ctx,
  place: Place,
  { messages, open }: { messages: readonly MessageFacts[]; open: readonly Question[] },
): Promise<Map<string, { parentId: string; explicit: boolean }>> {
  const parents = new Map(
    messages.flatMap(({ id, replyTo }) => (replyTo === null ? [] : [[id, { parentId: replyTo, explicit: true }]])),
  );
  const young = ctx.now().getTime() - linkWithin;
  if (parents.size === messages.length || !open.some(({ at }) => at.getTime() >= young)) return parents;
  const talk = await listLatest(ctx, place, Math.max(stretch, messages.length + stretch / 2));
  const names = new Map(
    (await listIdentities(ctx, place.communityId, [...new Set(talk.map(({ authorId }) => authorId))])).map((one) => [
      one.id,
      one.name,
    ]),
  );
  for (const [id, parent] of linkTalk(talk, names)) if (!parents.has(id)) parents.set(id, parent);
  return parents;
}

/** 「同问」, 「哈哈」 and another question answer nothing. */
function tellsSomething({ text, picture }: MessageFacts): boolean {
  if (text === '') return picture !== null;
  const { isQuestion, isAcknowledgement, chars } = readSignals(text);
  return !isQuestion && !isAcknowledgement && (chars >= 1 || picture !== null) && !text.startsWith('同问');
}

/** Keeps what members ask; a question in several lines is one. Gives all that are open now. */
async function keepQuestions(
  ctx: Ctx,
  place: Place,
  { messages, hosts, open }: Heard & { open: readonly Question[] },
): Promise<Question[]> {
  const fresh = ctx.now().getTime() - freshFor;
  const asking = messages.filter(
    (message) =>
      message.at.getTime() >= fresh &&
      message.recalledAt === null &&
      message.operatorId === null &&
      !hosts.has(message.authorId) &&
      asks(message.text),
  );
  if (asking.length === 0) return [...open];
  const settings = await getRecentSettings(ctx, deskSettings, place.communityId);
  const zone = await getZone(ctx, place.communityId);
  const known = new Map<string, Pick<Question, 'id' | 'at' | 'excerpt'>>(open.map((one) => [one.askedBy, one]));
  const added = new Map<string, NewQuestion>();
  const continued = new Map<string, { id: string; messageId: string; excerpt: string }>();
  for (const message of asking) {
    const { authorId: askedBy, id: messageId, at } = message;
    const excerpt = excerptMessage(message);
    const before = known.get(askedBy);
    if (before && at.getTime() - before.at.getTime() <= oneBreath) {
      if (excerpt.length <= before.excerpt.length) continue;
      const fresher = added.get(before.id);
      if (fresher) Object.assign(fresher, { messageId, excerpt });
      else continued.set(before.id, { id: before.id, messageId, excerpt });
      known.set(askedBy, { ...before, excerpt });
      continue;
    }
    const dueAt = promiseUntil(at, { groupId: place.groupId, zone, settings });
    const question = { ...place, id: newId(ctx.now()), messageId, askedBy, at, excerpt, dueAt };
    added.set(question.id, question);
    known.set(askedBy, question);
  }
  await replaceMessages(ctx, place.communityId, [...continued.values()]);
  const kept = await insertQuestions(ctx, [...added.values()]);
  for (const question of kept) {
    ctx.emit(questionAsked, place.communityId, { questionId: question.id, groupId: place.groupId });
    showQuestion(ctx, question);
  }
  return [...open.map((question) => ({ ...question, ...continued.get(question.id) })), ...kept];
}

/** When the message of an id was said: its first 48 bits are milliseconds. */
function timeOfId(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

function asks(text: string): boolean {
  if (text === '') return false;
  const { isQuestion, chars, adLikeness } = readSignals(text);
  return isQuestion && chars >= shortest && adLikeness < 0.5;
}
