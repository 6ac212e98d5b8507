/**
 * The community speaks: gate → can the platform be reached → record under the official voice → deliver. For the built-in group delivery is
 * the live push; where people carry it over, the record waits for their task to be done.
 */
import { abilitiesOf, act, type Message, type PictureShown } from '../carriers/index.ts';
import { getGroup, setGroupState, type Group } from '../groups/index.ts';
import { officialIdentity } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import type { AppError } from '../platform/errors.ts';
import { namesOf } from './authors.ts';
import { draftOf, type Draft, type FormProblem } from './draft.ts';
import { messagesErrors, refusalOf } from './errors.ts';
import { askMaySend, tellSaid } from './gates.ts';
import { listParents, presentMessages, teamViewer } from './present.ts';
import { keyed, keysOf, placeOf, recordDrafts } from './record.ts';
import { upsertDelivery } from './store/change.ts';
import { selectEarlier } from './store/record.ts';

/** What the community says. */
export interface Sending {
  communityId: string;
  groupId: string;
  /** A repeat under the same id gives the message that is there. */
  clientId: string;
  kind: 'text' | 'image' | 'announcement';
  text: string;
  picture?: PictureShown | null;
  replyTo?: string | null;
  mentions?: readonly string[];
  /** What the speaker says of it: a promotion or not. */
  promotion?: boolean | null;
  /** Why it has to go although a gate would hold it. */
  insist?: string | null;
}

/** What became of it. */
export type Sent =
  | { ok: true; message: Message; duplicate: boolean; taskId: string | null }
  | { ok: false; reason: FormProblem | 'cannot_reach' | 'dissolved' }
  | { ok: false; reason: string; until?: Date | null; gate: true; error?: AppError };

/** What to tell whoever wanted to say something that was not said. */
export function errorOfUnsent(sent: Extract<Sent, { ok: false }>): AppError {
  if (!('gate' in sent)) return refusalOf(sent.reason).error;
  if (sent.error) return sent.error;
  if (sent.until) return messagesErrors.held({ reason: sent.reason, until: sent.until.toISOString() });
  return messagesErrors.refused({ reason: sent.reason });
}

/** Says something in a group with the official voice. Operators and programs come this way; content gates have the first word. */
export async function send(ctx: Ctx, sending: Sending): Promise<Sent> {
  const group = await getGroup(ctx, sending.communityId, sending.groupId);
  const read = await readDraft(ctx, group, sending);
  if (!read.ok) return read;
  const earlier = await findEarlier(ctx, group, read.draft);
  if (earlier) return { ok: true, message: earlier, duplicate: true, taskId: null };
  if (group.lifecycle === 'dissolved') return { ok: false, reason: 'dissolved' };
  return inTransaction(ctx, (inner) => pass(inner, { group, sending, draft: read.draft }));
}

/** Through the gates and into the record, in one transaction: what a gate has counted stays true until the message is there. */
async function pass(ctx: Ctx, what: { group: Group; sending: Sending; draft: Draft }): Promise<Sent> {
  const { group, sending, draft } = what;
  const { kind, text, clientId, replyTo = null, promotion = null, insist = null } = sending;
  const attempt = { group, kind, text, clientId, replyTo, by: actorKey(ctx.actor), promotion, insist };
  const verdict = await askMaySend(ctx, attempt);
  if (!('ok' in verdict)) {
    const { reason, error } = verdict;
    const until = 'held' in verdict ? verdict.until : undefined;
    return { ok: false, reason, until, gate: true, ...(error ? { error } : {}) };
  }
  if ((await abilitiesOf(ctx, group)).send === 'unsupported') return { ok: false, reason: 'cannot_reach' };
  // An answer to something that is not in this group stays a message, but answers nothing.
  if (!(await listParents(ctx, placeOf(group), [draft])).has(draft.replyTo ?? '')) draft.replyTo = null;
  const sent = await record(ctx, group, draft);
  if (sent.ok && !sent.duplicate) await tellSaid(ctx, attempt, sent.message);
  return sent;
}

async function readDraft(ctx: Ctx, group: Group, sending: Sending) {
  const official = await inTransaction(ctx, (inner) => officialIdentity(inner, sending.communityId));
  const { id: identityId, name, pictureId } = official;
  const { clientId, kind, text, picture = null, replyTo = null, mentions = [] } = sending;
  const item = {
    sender: { author: { identityId, name, pictureId, role: 'admin', kind: 'official' }, mutedUntil: null },
    clientId,
    externalId: null,
    at: ctx.now(),
    kind,
    text,
    picture,
    replyTo,
    mentions,
  } as const;
  const { communityId, id: groupId, carrier } = group;
  const names = await namesOf(ctx, { communityId, groupId, carrier, origin: 'live', items: [item] });
  return draftOf(item, {
    author: item.sender.author,
    mutedUntil: null,
    origin: 'live',
    operatorId: actorKey(ctx.actor),
    names,
  });
}

async function findEarlier(ctx: Ctx, group: Group, draft: Draft): Promise<Message | undefined> {
  const clients = [{ authorId: draft.author.identityId, clientId: draft.clientId! }];
  const rows = await selectEarlier(ctx, placeOf(group), { clients, externalIds: [] });
  const row = keyed(rows).get(keysOf(draft.author.identityId, draft)[0]!);
  return row && (await presentMessages(ctx, group.communityId, { rows: [row], viewer: teamViewer }))[0];
}

async function record(ctx: Ctx, group: Group, draft: Draft): Promise<Sent> {
  const [recorded] = await recordDrafts(ctx, group, { drafts: [draft] });
  const { message, duplicate } = recorded!;
  if (duplicate) return { ok: true, message, duplicate, taskId: null };
  const taskId = await deliver(ctx, group, message);
  if (draft.kind === 'announcement' && group.carrier === 'web') {
    const notice = { text: draft.text, at: ctx.now().toISOString(), by: draft.author.name };
    await setGroupState(ctx, group.id, { notice });
  }
  await recordAudit(ctx, {
    communityId: group.communityId,
    action: 'messages.send_message',
    target: { kind: 'message', id: message.id },
    detail: { groupId: group.id, kind: draft.kind },
  });
  return { ok: true, message, duplicate, taskId };
}

async function deliver(ctx: Ctx, group: Group, message: Message): Promise<string | null> {
  const { communityId, id: groupId } = group;
  const pictureIds = message.picture ? [message.picture.id] : [];
  const mentions = message.mentions.map((mention) => mention.identityId);
  const { id: messageId, kind, text } = message;
  const outcome = await act(ctx, { communityId, groupId, op: 'send', messageId, kind, text, pictureIds, mentions });
  if (group.carrier === 'web' && outcome.ok) return null;
  const state = outcome.ok ? (outcome.how === 'human' ? 'waiting' : 'delivered') : 'refused';
  const taskId = outcome.ok && outcome.how === 'human' ? outcome.taskId : null;
  await upsertDelivery(ctx, placeOf(group), { messageId, state, taskId });
  return taskId;
}
