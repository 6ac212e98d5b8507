/**
 * Makes a diagnosis fit to be shown: everybody gets an invented name, the same in every group and at every run, and texts lose whatever
 * leads to a person: names, mentions, accounts, phone numbers, mail addresses and links. What somebody tells about a life is still
 * there, and so is a nickname that nobody bears as a name.
 */
import type { Diagnosis } from '../analysis/diagnosis.ts';
import { hashText, inventGroup, inventPerson } from './invented-names.ts';
import { makeNameFinder } from './name-finder.ts';
import type { Named } from './name-finder.ts';
import type { ReportLanguage } from './words.ts';

/** One person or room by everything that names it. */
export interface Identity {
  names: readonly string[];
  /** Accounts on the platform. */
  ids?: readonly string[];
}

/** Invented names for the real ones. */
export interface Pseudonyms {
  person(name: string): string;
  group(name: string): string;
  /** A text without anything that leads to a person. */
  text(text: string): string;
  /** A word of a topic, or nothing when it is a piece of a name. */
  word(word: string): string | undefined;
}

interface Labels {
  somebody: string;
  link: string;
  mail: string;
  number: string;
}

const LABELS: Record<ReportLanguage, Labels> = {
  'zh-CN': { somebody: '某人', link: '[链接]', mail: '[邮箱]', number: '[号码]' },
  'zh-TW': { somebody: '某人', link: '[連結]', mail: '[信箱]', number: '[號碼]' },
  en: { somebody: 'somebody', link: '[link]', mail: '[mail]', number: '[number]' },
};
const NAMES = 900;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const LINK = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"'，。；！？、）】」》]+/giu;
const BARE_LINK =
  /(?<![\p{Letter}\p{Number}@.])(?:[a-z0-9-]+\.)+(?:com|net|org|cn|io|me|cc|co|app|dev|top|xyz|shop|club|tv|link|ly|info|vip|site|online|tw|hk|jp|uk|de|fr|ru|us|eu)(?![\p{Letter}\p{Number}-])(?:[/?#][^\s<>"'，。；！？、）】」》]*)?/giu;
const MAIL = /[\p{Letter}\p{Number}._%+-]+@[\p{Letter}\p{Number}-]+(?:\.[\p{Letter}\p{Number}-]+)+/giu;
const ACCOUNT =
  /((?:微信|薇信|威信|加v|加微|v信|wechat|weixin|wx|vx|qq|telegram|tg|line|ins|instagram|whatsapp|小红书|抖音|快手|微博)(?:号|號|id|群)?\s*[:：是为為]?\s*)([a-z0-9][\w.-]{3,40})/giu;
const WXID = /\bwxid_\w+/giu;
/** A year with month and day is no telephone. */
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/u;
const PHONE = /(?<![\p{Nd}])[+＋]?\p{Nd}(?:[\s\-–()（）.]{0,2}\p{Nd}){4,}/gu;
const MENTION = /@(?!\ue000)[^\s@\ue000，。,:：!！?？]{1,40}/gu;

/** Makes the pseudonyms of everybody who occurs in a log. */
export function createPseudonyms(
  people: readonly Identity[],
  groups: readonly Identity[],
  lang: ReportLanguage,
): Pseudonyms {
  const labels = LABELS[lang];
  const known = nameAll(people, (number) => inventPerson(lang, number));
  const rooms = nameAll(groups, (number) => inventGroup(lang, number), true);
  const ids = [...people, ...groups].flatMap(({ ids: own = [] }) => own.filter((id) => id.length >= 4));
  const find = makeNameFinder([...known.named, ...rooms.named, { names: ids, alias: labels.number }]);
  const all = [...known.named, ...rooms.named].flatMap(({ names }) => names.map((name) => name.toLowerCase()));
  const hide = (text: string): string => {
    const plain = text
      .replace(INVISIBLE, '')
      .replace(MAIL, labels.mail)
      .replace(LINK, labels.link)
      .replace(BARE_LINK, labels.link)
      .replace(WXID, labels.number);
    // Invented names stand between marks, so that what follows leaves them alone.
    const marked = find(plain)
      .map(({ text: part, alias }) => (alias === undefined ? part : `\ue000${alias}\ue001`))
      .join('');
    return marked
      .replace(MENTION, `@${labels.somebody}`)
      .replace(ACCOUNT, (_, before: string) => `${before}${labels.number}`)
      .replace(PHONE, (number) => (DATE.test(number) ? number : labels.number))
      .replaceAll(/[\ue000\ue001]/gu, '');
  };
  return {
    person: (name) => known.find(name) ?? labels.somebody,
    group: (name) => rooms.find(name) ?? inventGroup(lang, 0),
    text: hide,
    word: (word) => {
      const folded = word.toLowerCase();
      return word.length >= 2 && all.some((name) => name.includes(folded)) ? undefined : hide(word);
    },
  };
}

interface Naming {
  named: Named[];
  find(name: string): string | undefined;
}

/** One alias for all names of a person, and the same for the same name wherever it comes up. */
function nameAll(identities: readonly Identity[], invent: (number: number) => string, inOrder = false): Naming {
  const byName = new Map<string, string>();
  const taken = new Set(identities.flatMap(({ names }) => names.map((name) => name.toLowerCase())));
  const named: Named[] = [];
  for (const { names } of identities) {
    const own = names.map((name) => name.replace(INVISIBLE, '').trim()).filter((name) => name !== '');
    const [first] = own;
    if (first === undefined) continue;
    const alias = own.map((name) => byName.get(name)).find((one) => one !== undefined) ?? choose(first);
    for (const name of own) if (!byName.has(name)) byName.set(name, alias);
    named.push({ names: own, alias });
  }
  return { named, find: (name) => byName.get(name.replace(INVISIBLE, '').trim()) };

  /** By the name itself, so that another export gives the same alias; the next free one when it is taken. */
  function choose(name: string): string {
    let number = inOrder ? 0 : hashText(name) % NAMES;
    while (taken.has(invent(number).toLowerCase())) number += 1;
    const alias = invent(number);
    taken.add(alias.toLowerCase());
    return alias;
  }
}

const TELLING_NOBODY = new Set([
  'zone_assumed',
  'date_order_assumed',
  'date_order_from_file',
  'year_assumed',
  'day_assumed',
  'encoding_assumed',
]);

/** The same diagnosis under invented names; numbers, codes and times stay. */
export function hidePeople(diagnosis: Diagnosis, pseudonyms: Pseudonyms): Diagnosis {
  const { source } = diagnosis;
  const files = new Map<string, number>();
  const numberOf = (file: string) => {
    if (!files.has(file)) files.set(file, files.size + 1);
    return `#${files.get(file)!}`;
  };
  return {
    ...diagnosis,
    source: {
      ...source,
      // Values of assumptions may be names of files, columns or rooms; zones, days and orders of dates are not.
      assumptions: source.assumptions.map(({ code, value }) =>
        value === undefined || TELLING_NOBODY.has(code) ? { code, value } : { code },
      ),
      problems: source.problems.map(({ detail: _detail, ...problem }) => ({
        ...problem,
        ...(problem.file === undefined ? {} : { file: numberOf(problem.file) }),
      })),
    },
    groups: diagnosis.groups.map((group, at) => {
      const messages = new Map(group.evidence.map(({ id }, index) => [id, `m${index + 1}`]));
      const people = new Set(group.people.map(({ id }) => id));
      const hidden = hideNode({ ...group, name: '' }, '', { pseudonyms, messages, people }) as typeof group;
      // The ids of topics are made of those of messages.
      const topics = hidden.topics.map((topic, index) => ({ ...topic, id: `t${index + 1}` }));
      const name = group.name === '' ? '' : pseudonyms.group(group.name);
      return { ...hidden, id: `g${at + 1}`, name, topics };
    }),
  };
}

interface Hiding {
  pseudonyms: Pseudonyms;
  messages: ReadonlyMap<string, string>;
  people: ReadonlySet<string>;
}

/** Fields that hold the id of one message, and those that hold several. */
const MESSAGE_FIELDS = new Set(['message', 'root']);
const MESSAGES_FIELDS = new Set(['evidence', 'messages']);

function hideNode(node: unknown, key: string, hiding: Hiding): unknown {
  if (typeof node === 'string') return hideString(node, key, hiding);
  if (Array.isArray(node)) {
    if (key === 'otherNames') return [];
    if (key === 'words')
      return node.map((word) => hiding.pseudonyms.word(String(word))).filter((word) => word !== undefined);
    const inner = MESSAGES_FIELDS.has(key) ? 'message' : key;
    return node.map((one) =>
      hideNode(one, typeof one === 'string' ? inner : key === 'evidence' ? 'evidence.' : '', hiding),
    );
  }
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).map(([name, value]) => [
    name,
    hideNode(value, key === 'evidence.' && name === 'id' ? 'message' : name, hiding),
  ]);
  return Object.fromEntries(entries);
}

function hideString(text: string, key: string, { pseudonyms, messages }: Hiding): string {
  if (key === 'text') return pseudonyms.text(text);
  if (key === 'name') return pseudonyms.person(text);
  if (key === 'group') return pseudonyms.group(text);
  if (key === 'topic') return pseudonyms.word(text) ?? pseudonyms.text(text);
  if (MESSAGE_FIELDS.has(key)) return messages.get(text) ?? text;
  return messages.has(text) && key === 'id' ? messages.get(text)! : text;
}
