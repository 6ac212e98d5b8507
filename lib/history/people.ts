/**
 * Who is who after a reading. One id is one person under all its names; where a format has no ids, likeness of names
 * and renames seen in the log only suggest, because merging the wrong two people cannot be heard in the numbers.
 */
import type { AuthorRecord, HistoryReport } from './report.ts';

export interface HistoryPerson {
  /** The key of the author in the report. */
  key: string;
  externalId?: string;
  /** The name used most. */
  name: string;
  otherNames: string[];
  messages: number;
  isSelf?: true;
  /** `marked` by the export, or only named like one. */
  bot?: 'marked' | 'looks_like';
}

/** Two records that may be one person, and why. */
export interface MergeSuggestion {
  keys: [string, string];
  reason: 'same_name' | 'similar_name' | 'renamed';
}

export interface HistoryPeople {
  people: HistoryPerson[];
  suggestions: MergeSuggestion[];
}

const BOT_NAME =
  /(?:^|[\s_|.-])bot\d*$|[a-z]bot$|Bot$|^(?:ubottu|ubotu|ChanServ|NickServ|Q群管家|群助手|小冰|QQ小冰|GroupHelp|Rose|Combot)$|机器人|機器人/u;

/** Lists the people of a finished reading, most talkative first, with suggestions for what ids cannot settle. */
export function listPeople(report: HistoryReport): HistoryPeople {
  const people = [...report.authors].map(([key, record]) => describePerson(key, record));
  people.sort((one, other) => other.messages - one.messages || (one.key < other.key ? -1 : 1));
  return { people, suggestions: [...suggestRenamed(report), ...suggestSimilar(people)] };
}

function describePerson(key: string, record: AuthorRecord): HistoryPerson {
  const names = [...record.names].sort(([, one], [, other]) => other - one).map(([name]) => name);
  const name = names[0] ?? record.externalId ?? '';
  const person: HistoryPerson = { key, name, otherNames: names.slice(1), messages: record.messages };
  if (record.externalId !== undefined) person.externalId = record.externalId;
  if (record.isSelf) person.isSelf = true;
  if (record.isBot) person.bot = 'marked';
  else if (names.some((one) => BOT_NAME.test(one))) person.bot = 'looks_like';
  return person;
}

function suggestRenamed(report: HistoryReport): MergeSuggestion[] {
  const known = report.renames.map(({ from, to }): [string, string] => [`name:${from}`, `name:${to}`]);
  return known
    .filter(([from, to]) => from !== to && report.authors.has(from) && report.authors.has(to))
    .map((keys) => ({ keys, reason: 'renamed' }));
}

/** What is left of a name without case, decoration, away marks and invisible characters. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[|[({【（].*$/u, '')
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

function suggestSimilar(people: readonly HistoryPerson[]): MergeSuggestion[] {
  const byFold = new Map<string, HistoryPerson[]>();
  for (const person of people) {
    for (const fold of new Set([person.name, ...person.otherNames].map(foldName))) {
      if (fold.length < 2) continue;
      const alike = byFold.get(fold);
      if (alike) alike.push(person);
      else byFold.set(fold, [person]);
    }
  }
  const suggestions: MergeSuggestion[] = [];
  for (const [first, ...rest] of byFold.values()) {
    for (const other of first ? rest : []) {
      // Two ids are two accounts, however alike the names.
      if (!first || (first.externalId !== undefined && other.externalId !== undefined)) continue;
      suggestions.push({
        keys: [first.key, other.key],
        reason: first.name === other.name ? 'same_name' : 'similar_name',
      });
    }
  }
  return suggestions;
}
