/**
 * From the stream of a history to the talk of each group, in one pass and in columns. Quotes and mentions point at people and
 * messages that may come later in the file, so they are resolved when the stream has ended. A dense million of messages lies here at
 * once: whatever is kept per row is a number, and kept only for the rows that have it.
 */
import { listPeople } from '../history/index.ts';
import type { History, HistoryEvent, HistoryGroup, HistoryMessage, Participant } from '../history/index.ts';
import { detachText, noteProblem } from '../history/report.ts';
import { Column } from './column.ts';
import { IdStore } from './id-store.ts';
import { QuoteCollector } from './quotes.ts';
import { RowListMaker } from './row-lists.ts';
import type { RowLists } from './row-lists.ts';
import { KIND_NUMBER } from './talk.ts';
import type { Talk, TalkEvent, TalkPerson } from './talk.ts';
import { TextStore } from './text-store.ts';

/** What collecting takes beside the history. */
export interface CollectOptions {
  /** Gets the number of rows so far. */
  onProgress?: (rows: number) => void;
  /** No message can be later than this. */
  latest?: number;
}

/** A talk per group, most talkative first. Messages of a clock that was wrong (in the future, at zero) are told as a problem and left out. */
export async function collectTalks(history: History, options: CollectOptions = {}): Promise<Talk[]> {
  const { onProgress, latest = Number.POSITIVE_INFINITY } = options;
  const groups = new Map<string, GroupCollector>();
  let rows = 0;
  let group: HistoryGroup | undefined;
  let collector: GroupCollector | undefined;
  for await (const batch of history.batches) {
    for (const item of batch) {
      if (item.at > latest || item.at === 0) {
        noteProblem(history.report, 'bad_time', item.line === undefined ? {} : { line: item.line });
        continue;
      }
      if (!collector || item.group !== group) {
        ({ group } = item);
        const key = group?.externalId ?? group?.name ?? '';
        collector = groups.get(key) ?? new GroupCollector(group);
        groups.set(key, collector);
      }
      if (item.type === 'message') collector.addMessage(item);
      else collector.addEvent(item);
    }
    rows += batch.length;
    onProgress?.(rows);
  }
  const bots = new Map(listPeople(history.report).people.flatMap(({ key, bot }) => (bot ? [[key, bot] as const] : [])));
  const talks = [...groups.values()].map((one) => one.finish(bots));
  return talks.sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}

interface PersonRecord {
  key: string;
  names: Map<string, number>;
  lastName: string;
  messages: number;
  isSelf?: true;
  isOwner?: true;
}

const OWNER = /群主|owner|creator|创建者|創建者/iu;
const EVENTS = new Set(['create', 'join', 'leave', 'invite', 'remove', 'role']);

class GroupCollector {
  #group: HistoryGroup | undefined;
  #people: PersonRecord[] = [];
  #indexOf = new Map<string, number>();
  #at = new Column((size) => new Float64Array(size));
  #author = new Column((size) => new Int32Array(size));
  #kind = new Column((size) => new Uint8Array(size));
  #line = new Column((size) => new Int32Array(size));
  #reactions = new Column((size) => new Uint16Array(size));
  #texts = new TextStore();
  #ids = new IdStore();
  #quotes = new QuoteCollector();
  /** Keys and names of people by number, and the numbers by row. */
  #mentioned = new Map<string, number>();
  #mentions = new RowListMaker();
  #reactors = new RowListMaker();
  #events: TalkEvent[] = [];
  #systemRows = 0;

  constructor(group: HistoryGroup | undefined) {
    this.#group = group;
  }

  addMessage(message: HistoryMessage): void {
    const row = this.#at.length;
    const person = this.#findPerson(message.author, 1);
    this.#at.push(message.at);
    this.#author.push(person);
    this.#kind.push(KIND_NUMBER.get(message.kind) ?? 0);
    this.#line.push(message.line ?? 0);
    this.#texts.add(message.text);
    this.#ids.add(message.externalId ?? '');
    if (message.replyTo) this.#quotes.add(row, message.replyTo);
    for (const mention of message.mentions ?? []) this.#mentions.add(row, this.#numberMention(mention));
    this.#addReactions(row, message);
  }

  addEvent({ at, kind, actor, targets = [] }: HistoryEvent): void {
    this.#systemRows += 1;
    if (!EVENTS.has(kind)) return;
    const by = actor ? this.#findPerson(actor, 0) : -1;
    const record = this.#people[by];
    if (kind === 'create' && record) record.isOwner = true;
    this.#events.push({ at, kind, actor: by, targets: targets.map((one) => this.#findPerson(one, 0)) });
  }

  finish(bots: ReadonlyMap<string, 'marked' | 'looks_like'>): Talk {
    const people = this.#people.map((record) => describePerson(record, bots.get(record.key)));
    const rows = this.#sortRows(people);
    const fileRows = this.#at.length;
    const parent = this.#resolveQuotes(rows);
    const at = this.#at.take(rows);
    const { name = '', externalId = '', kind = 'unknown' } = this.#group ?? {};
    // Nothing below may hold the collector: its columns of hashes are needed no more.
    const texts = this.#texts;
    const ids = this.#ids;
    const reactors = this.#reactors.finish();
    const marked = this.#resolveMentions();
    const place = rows === null ? (row: number): number => row : (row: number): number => rows[row] ?? -1;
    const reactions = this.#reactions.take(rows);
    return {
      name: name === '' ? externalId : name,
      kind,
      people,
      count: at.length,
      at,
      author: this.#author.take(rows),
      kindOf: this.#kind.take(rows),
      parent,
      reactions,
      line: this.#line.take(rows),
      text: (row) => texts.get(place(row)),
      id: (row) => ids.get(place(row)) || `row${place(row) + 1}`,
      marked: (row) => marked.get(place(row)),
      reactors: (row) => reactors.get(place(row)),
      events: this.#events.sort((one, other) => one.at - other.at),
      systemRows: this.#systemRows,
      botMessages: fileRows - at.length,
      quotes: this.#quotes.count,
      hasReactions: reactors.any || reactions.some((count) => count > 0),
      hasMentions: marked.any,
    };
  }

  #addReactions(row: number, message: HistoryMessage): void {
    let count = 0;
    for (const reaction of message.reactions ?? []) {
      count += reaction.count;
      if (!reaction.by) continue;
      for (const one of reaction.by) this.#reactors.add(row, this.#findPerson(one, 0));
    }
    this.#reactions.push(Math.min(count, 65_535));
  }

  #findPerson(author: Participant, messages: number): number {
    const key = author.externalId === undefined ? `name:${author.name}` : `id:${author.externalId}`;
    let index = this.#indexOf.get(key);
    if (index === undefined) {
      index = this.#people.length;
      const kept = detachText(key);
      this.#people.push({ key: kept, names: new Map(), lastName: '', messages: 0 });
      this.#indexOf.set(kept, index);
    }
    const record = this.#people[index];
    if (!record) return index;
    record.messages += messages;
    if (author.name !== '') {
      if (record.lastName !== author.name) record.lastName = detachText(author.name);
      record.names.set(record.lastName, (record.names.get(record.lastName) ?? 0) + 1);
    }
    if (author.isSelf) record.isSelf = true;
    if (author.role !== undefined && OWNER.test(author.role)) record.isOwner = true;
    return index;
  }

  /** Rows by people in the order of time, null when that is the file as it is; equal times keep the order of the file. */
  #sortRows(people: readonly TalkPerson[]): Int32Array | null {
    const rows = new Column((size) => new Int32Array(size));
    let sorted = true;
    let last = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < this.#at.length; row += 1) {
      if (people[this.#author.get(row)]?.bot) continue;
      const at = this.#at.get(row);
      if (at < last) sorted = false;
      last = at;
      rows.push(row);
    }
    if (sorted && rows.length === this.#at.length) return null;
    const taken = rows.take();
    // Newest-first files keep the order of equal times by being turned round first.
    if (!sorted && this.#at.get(taken[0] ?? 0) > this.#at.get(taken.at(-1) ?? 0)) taken.reverse();
    return sorted ? taken : taken.sort((one, other) => this.#at.get(one) - this.#at.get(other));
  }

  #resolveQuotes(rows: Int32Array | null): Int32Array {
    return this.#quotes.resolve({
      ids: this.#ids,
      texts: this.#texts,
      count: this.#at.length,
      rows,
      author: (row) => this.#people[this.#author.get(row)],
    });
  }

  /** The number of a mention's key; many messages name the same few. */
  #numberMention({ externalId, name }: { externalId?: string; name?: string }): number {
    const key = externalId === undefined ? `name:${name ?? ''}` : `id:${externalId}`;
    let number = this.#mentioned.get(key);
    if (number === undefined) {
      number = this.#mentioned.size;
      this.#mentioned.set(detachText(key), number);
    }
    return number;
  }

  #resolveMentions(): RowLists {
    const byName = new Map<string, number>();
    for (const [index, { names }] of this.#people.entries()) for (const name of names.keys()) byName.set(name, index);
    const people = Int32Array.from(
      this.#mentioned.keys(),
      (key) => this.#indexOf.get(key) ?? byName.get(key.replace(/^(?:id|name):@?/u, '')) ?? -1,
    );
    return this.#mentions.finish((number) => people[number]!);
  }
}

function describePerson(record: PersonRecord, bot: 'marked' | 'looks_like' | undefined): TalkPerson {
  const names = [...record.names].sort(([, one], [, other]) => other - one).map(([name]) => name);
  const person: TalkPerson = {
    name: names[0] ?? record.key.replace(/^(?:id|name):/u, ''),
    otherNames: names.slice(1),
    messages: record.messages,
  };
  if (bot) person.bot = bot;
  if (record.isSelf) person.isSelf = true;
  if (record.isOwner) person.isOwner = true;
  return person;
}
