/**
 * What Tyrrrz/DiscordChatExporter writes: JSON with everything, and CSV with less. The JSON ends with the number of
 * messages, by which a file cut short or put together by hand is noticed.
 */
import { makeWallTime, readHalf, readHour, readIsoTime } from '../clock.ts';
import { asNumber, asRecord, asRecords, asText, firstText, withoutEmpty } from '../json-value.ts';
import type { JsonRecord } from '../json-value.ts';
import type {
  Attachment,
  HistoryEvent,
  HistoryGroup,
  HistoryItem,
  HistoryMessage,
  MediaKind,
  Participant,
  SystemKind,
} from '../model.ts';
import { inputJson, inputRows } from '../reader.ts';
import type { Reader, ReaderInput } from '../reader.ts';
import { noteAssumption, noteProblem, noteUnknown } from '../report.ts';

/** Reader of DiscordChatExporter's JSON. */
export const discordJson: Reader = {
  format: 'discord-json',
  probe: ({ paths }) => (paths.has('guild.id') && paths.has('channel.id') ? 1 : 0),
  read: readObjects,
};

/** Reader of DiscordChatExporter's CSV. */
export const discordCsv: Reader = {
  format: 'discord-csv',
  probe: ({ lines }) => (/^"?AuthorID"?,"?Author"?,"?Date"?,"?Content"?/u.test(lines[0] ?? '') ? 1 : 0),
  read: readTable,
};

const PLAN = { guild: 'take', channel: 'take', messages: 'enter', 'messages.*': 'take', messageCount: 'take' } as const;

async function* readObjects(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const group: HistoryGroup = { kind: 'group' };
  let seen = 0;
  for await (const steps of inputJson(input, PLAN)) {
    const items: HistoryItem[] = [];
    for (const { path, value, end, line } of steps) {
      if (end) continue;
      const raw = asRecord(value);
      if (path === 'guild') group.name = asText(raw.name);
      else if (path === 'channel') nameChannel(group, raw);
      else if (path === 'messageCount') checkCount(input, asNumber(value), { seen, line });
      else {
        seen += 1;
        const item = readItem(raw, group, line);
        if (item) items.push(item);
        else {
          noteProblem(input.report, 'bad_time', { line });
          noteUnknown(input.report, line, JSON.stringify(raw));
        }
      }
    }
    yield items;
  }
}

function nameChannel(group: HistoryGroup, raw: JsonRecord): void {
  group.externalId = asText(raw.id);
  group.name = [group.name, asText(raw.name)].filter(Boolean).join(' / ');
  if (asText(raw.type)?.startsWith('Direct')) group.kind = 'private';
}

function checkCount(input: ReaderInput, told: number | undefined, found: { seen: number; line: number }): void {
  if (told === undefined || told === found.seen) return;
  noteProblem(input.report, 'count_mismatch', { line: found.line, detail: `${told}/${found.seen}` });
}

function readPerson(raw: JsonRecord): Participant {
  return withoutEmpty({
    name: firstText(raw.nickname, raw.name) ?? '',
    externalId: asText(raw.id),
    isBot: raw.isBot === true ? (true as const) : undefined,
  });
}

const EVENTS: Record<string, SystemKind> = {
  GuildMemberJoin: 'join',
  RecipientAdd: 'invite',
  RecipientRemove: 'remove',
  ChannelNameChange: 'rename',
  ChannelIconChange: 'picture',
  ChannelPinnedMessage: 'pin',
  ThreadCreated: 'create',
  Call: 'call',
};

function readItem(raw: JsonRecord, group: HistoryGroup, line: number): HistoryItem | undefined {
  const moment = readIsoTime(asText(raw.timestamp) ?? '');
  if (!moment) return undefined;
  const placed = { ...moment, group, line, externalId: asText(raw.id) };
  const author = readPerson(asRecord(raw.author));
  const text = asText(raw.content) ?? '';
  const type = asText(raw.type) ?? 'Default';
  if (
    !['Default', 'Reply', 'ChatInputCommand', 'ContextMenuCommand', 'ThreadStarterMessage', '0', '19', '20'].includes(
      type,
    )
  ) {
    const targets = asRecords(raw.mentions).map(readPerson);
    const event: HistoryEvent = {
      type: 'system',
      ...placed,
      kind: EVENTS[type] ?? 'other',
      actor: author,
      targets,
      text,
    };
    return withoutEmpty(event);
  }
  return readMessage(raw, { type: 'message', ...placed, author, kind: 'text', text });
}

function readMessage(raw: JsonRecord, message: HistoryMessage): HistoryMessage {
  const forwarded = asRecord(raw.forwardedMessage);
  const edited = readIsoTime(asText(raw.timestampEdited) ?? '')?.at;
  const files = asRecords(raw.attachments).map(({ fileName, fileSizeBytes }): Attachment => {
    const name = asText(fileName);
    return withoutEmpty({ kind: readFileKind(name ?? ''), name, bytes: asNumber(fileSizeBytes) });
  });
  const stickers = asRecords(raw.stickers).map(({ name }): Attachment =>
    withoutEmpty({ kind: 'sticker', name: asText(name) }),
  );
  const reactions = asRecords(raw.reactions).map(({ emoji, count, users }) =>
    withoutEmpty({
      emoji: firstText(asRecord(emoji).name) ?? '',
      count: asNumber(count) ?? 1,
      by: asRecords(users).map(readPerson),
    }),
  );
  const reference = asRecord(raw.reference).messageId;
  message.attachments = [...files, ...stickers];
  message.reactions = reactions;
  message.mentions = asRecords(raw.mentions)
    .map(readPerson)
    .map(({ name, externalId }) => withoutEmpty({ name, externalId }));
  if (edited !== undefined) [message.edited, message.editedAt] = [true, edited];
  if (Object.keys(forwarded).length > 0) {
    message.kind = 'forward';
    message.text ||= asText(forwarded.content) ?? '';
  } else if (reference !== undefined && reference !== null) message.replyTo = { externalId: asText(reference) };
  if (message.text === '' && message.attachments[0]) message.kind = message.attachments[0].kind;
  return withoutEmpty(message);
}

function readFileKind(name: string): MediaKind {
  if (/\.(?:jpe?g|png|webp|heic)$/iu.test(name)) return 'image';
  if (/\.gif$/iu.test(name)) return 'sticker';
  if (/\.(?:mp4|mov|webm)$/iu.test(name)) return 'video';
  if (/\.(?:mp3|m4a|wav|flac)$/iu.test(name)) return 'audio';
  return /\.(?:ogg|opus)$/iu.test(name) ? 'voice' : 'file';
}

/** `Guild - Category - channel [123].csv` names the room. */
function readRoom(file: string): HistoryGroup {
  const found = /([^/]+?)\s*\[(\d+)\][^/]*\.csv$/iu.exec(file);
  return found ? { name: found[1], externalId: found[2], kind: 'group' } : {};
}

async function* readTable(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const group = readRoom(input.source.name);
  if (group.name !== undefined) noteAssumption(input.report, 'group_from_file_name', group.name);
  for await (const rows of inputRows(input)) {
    const items: HistoryItem[] = [];
    for (const { cells, line } of rows) {
      const [id = '', name = '', date = '', text = '', files = '', reactions = ''] = cells;
      if (id === 'AuthorID') continue;
      const moment = readIsoTime(date) ?? readOldDate(date);
      if (!moment) {
        noteProblem(input.report, 'bad_time', { line });
        noteUnknown(input.report, line, cells.join());
        continue;
      }
      const attachments = files.split(',').filter(Boolean).map(readLink);
      const message: HistoryMessage = {
        type: 'message',
        ...moment,
        group,
        line,
        author: { name, externalId: id },
        kind: 'text',
        text,
      };
      message.attachments = attachments;
      message.reactions = [...reactions.matchAll(/(\S+) \((\d+)\)/gu)].map(([, emoji, count]) => ({
        emoji: emoji ?? '',
        count: Number(count),
      }));
      if (text === '' && attachments[0]) message.kind = attachments[0].kind;
      items.push(withoutEmpty(message));
    }
    yield items;
  }
}

function readLink(url: string): Attachment {
  const name = url.split('/').at(-1)?.split('?')[0] ?? '';
  return { kind: readFileKind(name), name };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `02-Jan-26 09:00 PM`, as older versions wrote it, without a zone. */
function readOldDate(text: string): { at: number; zoneKnown: boolean } | undefined {
  const found = /^(\d{1,2})-([A-Za-z]{3})-(\d{2,4}) (\d{1,2}):(\d{2})(?: ([AP]M))?$/u.exec(text);
  if (!found) return undefined;
  const hour = Number(found[4]);
  const at = makeWallTime({
    year: Number(found[3]) + (found[3]?.length === 2 ? 2000 : 0),
    month: MONTHS.indexOf((found[2] ?? '').toLowerCase()) + 1,
    day: Number(found[1]),
    hour: readHour(hour, readHalf(found[6], hour)),
    minute: Number(found[5]),
  });
  return at === undefined ? undefined : { at, zoneKnown: false };
}
