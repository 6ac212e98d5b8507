/**
 * Telegram Desktop's `result.json`, of one chat or of a whole account. Ids are kept as `user123` or `channel5`;
 * old exports without `date_unixtime` have local times only.
 */
import { readIsoTime } from '../clock.ts';
import { asNumber, asRecord, asRecords, asText, withoutEmpty } from '../json-value.ts';
import type { JsonRecord } from '../json-value.ts';
import type { JsonPlan, JsonStep } from '../json-stream.ts';
import type {
  Attachment,
  HistoryEvent,
  HistoryGroup,
  HistoryItem,
  HistoryMessage,
  MediaKind,
  Mention,
  MessageKind,
  Moment,
  Participant,
  Reaction,
  SystemKind,
} from '../model.ts';
import { inputJson } from '../reader.ts';
import type { Head, Reader, ReaderInput } from '../reader.ts';
import { noteProblem, noteUnknown } from '../report.ts';

const CHAT = { name: 'take', type: 'take', id: 'take', messages: 'enter', 'messages.*': 'take' } as const;
const PLAN: JsonPlan = {
  ...CHAT,
  personal_information: 'take',
  ...nestPlan('chats'),
  ...nestPlan('left_chats'),
};

function nestPlan(root: string): JsonPlan {
  const nested = Object.entries(CHAT).map(([path, action]) => [`${root}.list.*.${path}`, action]);
  return {
    [root]: 'enter',
    [`${root}.list`]: 'enter',
    [`${root}.list.*`]: 'enter',
    ...Object.fromEntries(nested),
  } as JsonPlan;
}

/** Reader of Telegram Desktop's JSON. */
export const telegram: Reader = { format: 'telegram', probe, read };

function probe({ paths }: Head): number {
  if (['chats.list.*.messages.*.date_unixtime', 'chats.list.*.messages.*.from'].some((path) => paths.has(path)))
    return 1;
  if (paths.has('chats.list') || paths.has('left_chats.list')) return 0.9;
  if (paths.has('messages.*.date_unixtime') || paths.has('messages.*.text_entities')) return 1;
  const own = ['messages.*.from_id', 'messages.*.actor', 'messages.*.from'].some((path) => paths.has(path));
  if (own && paths.has('messages.*.date')) return 0.9;
  const bare = ['name', 'type', 'id', 'messages'].every((path) => paths.has(path)) && !paths.has('messages.*');
  return bare ? 0.6 : 0;
}

interface State {
  group: HistoryGroup;
  self: string | undefined;
  /** Authors by id and name, so that equal ones share one object. */
  authors: Map<string, Participant>;
}

/** How many authors are remembered. */
const AUTHORS = 100_000;

async function* read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const state: State = { group: {}, self: undefined, authors: new Map() };
  for await (const steps of inputJson(input, PLAN)) {
    const items: HistoryItem[] = [];
    for (const step of steps) {
      if (!step.path.endsWith('messages.*')) takeHeader(state, step);
      else if (!step.end) takeMessage(step, state, { items, input });
    }
    yield items;
  }
}

function takeHeader(state: State, { path, value, end }: JsonStep): void {
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (end) {
    if (key === '*') state.group = {};
    return;
  }
  if (path === 'personal_information') state.self = asText(asRecord(value).user_id);
  else if (key === 'name') state.group.name = asText(value);
  else if (key === 'id') state.group.externalId = asText(value);
  else if (key === 'type') state.group.kind = readChatKind(asText(value) ?? '');
}

function readChatKind(type: string): HistoryGroup['kind'] {
  if (type.endsWith('channel')) return 'channel';
  return type.includes('group') ? 'group' : 'private';
}

function takeMessage(step: JsonStep, state: State, out: { items: HistoryItem[]; input: ReaderInput }): void {
  const raw = asRecord(step.value);
  const moment = readMoment(raw);
  if (!moment) {
    noteProblem(out.input.report, 'bad_time', { line: step.line });
    noteUnknown(out.input.report, step.line, JSON.stringify(raw));
    return;
  }
  const placed = { ...moment, group: state.group, line: step.line, externalId: asText(raw.id) };
  out.items.push(
    raw.type === 'service' ? readService(raw, placed) : readMessage(raw, { ...placed, author: findAuthor(raw, state) }),
  );
}

function readMoment(raw: JsonRecord): Moment | undefined {
  const unix = asNumber(raw.date_unixtime);
  if (unix !== undefined) return { at: unix * 1000, zoneKnown: true };
  return readIsoTime(asText(raw.date) ?? '');
}

function findAuthor({ from, from_id: id }: JsonRecord, { authors, self }: State): Participant {
  const key = `${asText(id) ?? ''}\n${asText(from) ?? ''}`;
  let author = authors.get(key);
  if (!author) {
    author = readPerson(from, id, self);
    if (authors.size < AUTHORS) authors.set(key, author);
  }
  return author;
}

function readPerson(name: unknown, id: unknown, self: string | undefined): Participant {
  const key = asText(id);
  const externalId = key !== undefined && /^\d+$/u.test(key) ? `user${key}` : key;
  const person: Participant = { name: asText(name) ?? '' };
  if (externalId !== undefined) person.externalId = externalId;
  if (self !== undefined && externalId === `user${self}`) person.isSelf = true;
  return person;
}

type Placed = Pick<HistoryMessage, 'at' | 'zoneKnown' | 'group' | 'line' | 'externalId'>;

function readMessage(raw: JsonRecord, placed: Placed & { author: Participant }): HistoryMessage {
  const { kind, attachment } = readMedia(raw);
  const edited = asNumber(raw.edited_unixtime);
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    kind,
    text: readRuns(raw.text),
    replyTo: raw.reply_to_message_id === undefined ? undefined : { externalId: asText(raw.reply_to_message_id) },
    forwardedFrom: asText(raw.forwarded_from),
    mentions: readMentions(raw),
    reactions: asRecords(raw.reactions).map(readReaction),
    attachments: attachment ? [attachment] : undefined,
    editedAt: edited === undefined || edited === 0 ? undefined : edited * 1000,
  };
  if (message.editedAt !== undefined || /^(?!1970)\d/u.test(asText(raw.edited) ?? '')) message.edited = true;
  return withoutEmpty(message);
}

function readRuns(text: unknown): string {
  if (!Array.isArray(text)) return asText(text) ?? '';
  return text.map((run: unknown) => (typeof run === 'string' ? run : (asText(asRecord(run).text) ?? ''))).join('');
}

function readMentions(raw: JsonRecord): Mention[] {
  const runs = asRecords(Array.isArray(raw.text_entities) ? raw.text_entities : raw.text);
  return runs
    .filter(({ type }) => type === 'mention' || type === 'mention_name')
    .map(({ user_id, text }) => {
      const name = asText(text)?.replace(/^@/u, '');
      return user_id === undefined ? { name } : { name, externalId: `user${asText(user_id)}` };
    });
}

function readReaction(raw: JsonRecord): Reaction {
  const by = asRecords(raw.recent).map(({ from, from_id }) => readPerson(from, from_id, undefined));
  const emoji = asText(raw.emoji) ?? asText(raw.document_id) ?? asText(raw.type) ?? '';
  return withoutEmpty({ emoji, count: asNumber(raw.count) ?? 1, by });
}

const MEDIA: Record<string, MediaKind> = {
  sticker: 'sticker',
  animation: 'sticker',
  video_file: 'video',
  video_message: 'video',
  voice_message: 'voice',
  audio_file: 'audio',
};

function readMedia(raw: JsonRecord): { kind: MessageKind; attachment?: Attachment } {
  if (raw.poll !== undefined) return { kind: 'poll' };
  if (raw.location_information !== undefined) return { kind: 'location' };
  if (raw.contact_information !== undefined) return { kind: 'contact' };
  const media = MEDIA[asText(raw.media_type) ?? ''];
  const kind = media ?? (raw.photo !== undefined ? 'image' : raw.file !== undefined ? 'file' : undefined);
  if (kind === undefined) return { kind: raw.forwarded_from === undefined ? 'text' : 'forward' };
  const attachment = {
    kind,
    name: asText(raw.file_name),
    mimeType: asText(raw.mime_type),
    bytes: asNumber(raw.file_size) ?? asNumber(raw.photo_file_size),
    seconds: asNumber(raw.duration_seconds),
  };
  return { kind, attachment: withoutEmpty(attachment) };
}

const ACTIONS: Record<string, SystemKind> = {
  create_group: 'create',
  create_channel: 'create',
  edit_group_title: 'rename',
  edit_group_photo: 'picture',
  delete_group_photo: 'picture',
  invite_members: 'invite',
  remove_members: 'remove',
  join_group_by_link: 'join',
  join_group_by_request: 'join',
  pin_message: 'pin',
  phone_call: 'call',
  group_call: 'call',
  group_call_scheduled: 'call',
  invite_to_group_call: 'call',
  set_messages_ttl: 'settings',
  migrate_to_supergroup: 'settings',
  migrate_from_group: 'settings',
  edit_chat_theme: 'settings',
};

function readService(raw: JsonRecord, placed: Placed): HistoryEvent {
  const actor = readPerson(raw.actor, raw.actor_id, undefined);
  const names = Array.isArray(raw.members) ? raw.members : [];
  const targets = names.map((name: unknown) => ({ name: asText(name) ?? '' }));
  let kind = ACTIONS[asText(raw.action) ?? ''] ?? 'other';
  // Somebody who invites or removes only oneself has joined or left.
  const alone = targets.length === 1 && targets[0]?.name === actor.name;
  if (alone && kind === 'invite') kind = 'join';
  if (alone && kind === 'remove') kind = 'leave';
  const text = [asText(raw.action), asText(raw.title)].filter(Boolean).join(' ');
  const event: HistoryEvent = { type: 'system', ...placed, kind, actor, targets: alone ? [] : targets, text };
  return withoutEmpty(event);
}
