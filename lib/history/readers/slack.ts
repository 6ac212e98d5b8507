/**
 * A Slack export: a folder (or zip) with lists of people and channels and one file per channel and day. Names stand
 * in the lists only, so the lists are read first; a single day's file is read with ids in place of names.
 */
import { asNumber, asRecord, asRecords, asText, firstText, withoutEmpty } from '../json-value.ts';
import type { JsonRecord } from '../json-value.ts';
import type {
  Attachment,
  HistoryGroup,
  HistoryItem,
  HistoryMessage,
  MediaKind,
  Participant,
  SystemKind,
} from '../model.ts';
import { inputJson } from '../reader.ts';
import type { Reader, ReaderInput } from '../reader.ts';
import { noteAuthor, noteProblem, noteUnknown } from '../report.ts';
import type { Archive } from '../sources.ts';
import type { HistoryReport } from '../report.ts';

/** What the lists of an export say, by id and by folder. */
export interface SlackLists {
  people: Map<string, Participant>;
  rooms: Map<string, HistoryGroup>;
}

/** Reader of one day of one channel. */
export const slackDay: Reader = {
  format: 'slack',
  probe: ({ paths }) =>
    paths.has('*.ts') && (paths.has('*.user') || paths.has('*.bot_id') || paths.has('*.subtype')) ? 0.9 : 0,
  read: (input) => readDay(input, { people: new Map(), rooms: new Map() }),
};

/** The folder in which a Slack export stands inside an archive; nothing when it is none. */
export function findSlackRoot(names: readonly string[]): string | undefined {
  const users = names.find((name) => /(?:^|\/)users\.json$/u.test(name));
  const root = users?.slice(0, -'users.json'.length);
  if (root === undefined) return undefined;
  return ['channels', 'groups', 'dms', 'mpims'].some((list) => names.includes(`${root}${list}.json`))
    ? root
    : undefined;
}

/** The days of an export in order: channel by channel, day by day. */
export function listSlackDays(names: readonly string[], root: string): string[] {
  return names.filter(
    (name) => name.startsWith(root) && /^[^/]+\/\d{4}-\d{2}-\d{2}\.json$/u.test(name.slice(root.length)),
  );
}

/** Reads the lists of people and rooms. */
export async function readSlackLists(archive: Archive, root: string, report: HistoryReport): Promise<SlackLists> {
  const names = new Set((await archive.list()).map(({ name }) => name));
  const lists: SlackLists = { people: new Map(), rooms: new Map() };
  for await (const raw of listValues(archive, `${root}users.json`, report)) {
    const person = readUser(raw);
    if (person.externalId !== undefined) lists.people.set(person.externalId, person);
    noteAuthor(report, person);
  }
  for (const list of ['channels', 'groups', 'dms', 'mpims']) {
    if (!names.has(`${root}${list}.json`)) continue;
    for await (const raw of listValues(archive, `${root}${list}.json`, report)) {
      const id = asText(raw.id) ?? '';
      const name = asText(raw.name) ?? id;
      lists.rooms.set(name, { externalId: id, name, kind: list === 'dms' ? 'private' : 'group' });
    }
  }
  return lists;
}

async function* listValues(archive: Archive, name: string, report: HistoryReport): AsyncGenerator<JsonRecord> {
  const input: ReaderInput = { source: archive.open(name), encoding: 'utf-8', report, options: {} };
  for await (const steps of inputJson(input, { '*': 'take' }))
    for (const { value, end } of steps) if (!end) yield asRecord(value);
}

function readUser(raw: JsonRecord): Participant {
  const profile = asRecord(raw.profile);
  const isBot = raw.is_bot === true || raw.id === 'USLACKBOT';
  return withoutEmpty({
    name: firstText(profile.display_name, profile.real_name, raw.real_name, raw.name) ?? '',
    externalId: asText(raw.id),
    isBot: isBot ? (true as const) : undefined,
  });
}

/** Reads one day with the lists at hand. */
export async function* readDay(input: ReaderInput, lists: SlackLists): AsyncGenerator<HistoryItem[]> {
  const folder = input.source.name.split('/').at(-2) ?? '';
  const group = lists.rooms.get(folder) ?? (folder === '' ? {} : { name: folder });
  for await (const steps of inputJson(input, { '*': 'take' })) {
    const items: HistoryItem[] = [];
    for (const { value, end, line } of steps) {
      if (end) continue;
      const raw = asRecord(value);
      const seconds = asNumber(raw.ts);
      if (seconds === undefined) {
        noteProblem(input.report, 'bad_time', { line });
        noteUnknown(input.report, line, JSON.stringify(raw));
      } else items.push(readItem(raw, { at: Math.round(seconds * 1000), group, line }, lists.people));
    }
    yield items;
  }
}

const EVENTS: Record<string, SystemKind> = {
  channel_join: 'join',
  group_join: 'join',
  channel_leave: 'leave',
  group_leave: 'leave',
  channel_name: 'rename',
  group_name: 'rename',
  channel_topic: 'notice',
  channel_purpose: 'notice',
  group_topic: 'notice',
  group_purpose: 'notice',
  channel_archive: 'settings',
  channel_unarchive: 'settings',
  pinned_item: 'pin',
};

type People = ReadonlyMap<string, Participant>;

function readAuthor(raw: JsonRecord, people: People): Participant {
  const user = asText(raw.user);
  const profile = asRecord(raw.user_profile);
  const known = user === undefined ? undefined : people.get(user);
  if (user !== undefined && raw.bot_id === undefined)
    return known ?? { name: firstText(profile.display_name, profile.real_name, user) ?? user, externalId: user };
  const name = firstText(raw.username, asRecord(raw.bot_profile).name, known?.name, raw.bot_id, user) ?? '';
  return withoutEmpty({ name, externalId: firstText(raw.bot_id, user), isBot: true as const });
}

function readItem(
  raw: JsonRecord,
  place: { at: number; group: HistoryGroup; line: number },
  people: People,
): HistoryItem {
  const ts = asText(raw.ts) ?? '';
  const placed = { ...place, zoneKnown: true, externalId: ts };
  const author = readAuthor(raw, people);
  const subtype = asText(raw.subtype) ?? '';
  const { text, mentions } = readMarkup(asText(raw.text) ?? '', people);
  const event = EVENTS[subtype];
  if (event) return withoutEmpty({ type: 'system', ...placed, kind: event, actor: author, text });
  const thread = asText(raw.thread_ts);
  const edited = asNumber(asRecord(raw.edited).ts);
  const attachments = asRecords(raw.files).map(readFile);
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    author,
    kind: text === '' && attachments[0] ? attachments[0].kind : 'text',
    text,
    threadId: thread,
    replyTo:
      thread === undefined || thread === ts
        ? undefined
        : withoutEmpty({ externalId: thread, authorId: asText(raw.parent_user_id) }),
    mentions,
    attachments,
    reactions: asRecords(raw.reactions).map(({ name, count, users }) => {
      const by = (Array.isArray(users) ? users : []).map((id: unknown) => findPerson(asText(id) ?? '', people));
      return withoutEmpty({ emoji: `:${asText(name) ?? ''}:`, count: asNumber(count) ?? by.length, by });
    }),
    edited: edited === undefined ? undefined : true,
    editedAt: edited === undefined ? undefined : Math.round(edited * 1000),
    recalled: subtype === 'tombstone' ? true : undefined,
  };
  return withoutEmpty(message);
}

function findPerson(id: string, people: People): Participant {
  return people.get(id) ?? { name: id, externalId: id };
}

function readFile({ name, title, mimetype, size }: JsonRecord): Attachment {
  const mimeType = asText(mimetype);
  const group = mimeType?.split('/')[0] ?? '';
  const kind: MediaKind = group === 'image' || group === 'video' || group === 'audio' ? group : 'file';
  return withoutEmpty({ kind, name: firstText(name, title), mimeType, bytes: asNumber(size) });
}

/** Turns Slack's markup into words as they were seen, and collects who was named. */
function readMarkup(raw: string, people: People): { text: string; mentions: { externalId: string; name: string }[] } {
  const mentions: { externalId: string; name: string }[] = [];
  const text = raw.replaceAll(/<[^<>]*>/gu, (link) => {
    const [, mark, id = '', label] = /^<([@#!])?([^|]*)(?:\|(.*))?>$/su.exec(link) ?? [];
    if (mark === '@') {
      const { name } = findPerson(id, people);
      mentions.push({ externalId: id, name });
      return `@${label || name}`;
    }
    if (mark === '#') return `#${label || id}`;
    return mark === '!' ? `@${label || id}` : label || id;
  });
  return { text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'), mentions };
}
