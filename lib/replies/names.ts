/**
 * Finds the names of a group's people inside its texts: "mia: look here", "@小满 看这里", "thanks mia".
 * One pass over the text; a table by the first two characters makes it cheap whatever the number of names.
 */

/** How somebody is named: in passing, at the start of the text, or addressed (`@name`, `name:`, or marked by the platform). */
export const namedHow = { inPassing: 1, atStart: 2, addressed: 3 } as const;

/** People named in one text; the object is used again for the next text. */
export interface Named {
  count: number;
  who: Int32Array;
  how: Uint8Array;
}

const most = 6;
const longestText = 1000;
const longestKey = 6;
/** Beginnings of names are only understood for people who spoke this recently, in messages. */
const recent = 256;
const largestTable = 1 << 16;

/** Room for the people named in one text. */
export function makeNamed(): Named {
  return { count: 0, who: new Int32Array(most), how: new Uint8Array(most) };
}

/** Adds a person, or strengthens how they are named. */
export function addNamed(named: Named, who: number, how: number): void {
  for (let at = 0; at < named.count; at++) {
    if (named.who[at] !== who) continue;
    if (named.how[at]! < how) named.how[at] = how;
    return;
  }
  if (named.count === most) return;
  named.who[named.count] = who;
  named.how[named.count++] = how;
}

interface Entry {
  name: string;
  authors: number[];
  key: number;
  /** The next, shorter or equally long name of the same key. */
  next: number;
  /** Too short or too plain to count when it appears in passing. */
  weak: boolean;
}

/** Reads names out of texts; `lastSpoke` (by author) decides between people of the same name. */
export class NameFinder {
  /** By place of a key: its first entry. Roomy, so that most keys of a text find nothing at once. */
  readonly #heads: Int32Array;
  readonly #entries: Entry[] = [];
  readonly #letters = new Map<string, Entry>();
  readonly #lower: string[];
  readonly #lastSpoke: Int32Array;
  readonly #hits: Int32Array;
  #texts = 0;

  constructor(names: readonly string[], lastSpoke: Int32Array) {
    this.#lower = names.map((name) => name.toLowerCase().trim());
    this.#lastSpoke = lastSpoke;
    this.#hits = new Int32Array(names.length);
    const byName = new Map<string, number[]>();
    this.#lower.forEach((name, author) => addTo(byName, name, author));
    const full = new Set(byName.keys());
    this.#lower.forEach((name, author) => {
      for (const short of shortForms(name)) if (!full.has(short)) addTo(byName, short, author);
    });
    // The shortest first: each goes in front of its chain, so that the longest name is tried first.
    const sorted = [...byName].filter(([name]) => name.length >= 2).sort(([a], [b]) => a.length - b.length);
    this.#heads = new Int32Array(Math.min(largestTable, 2 ** Math.ceil(Math.log2(16 * sorted.length + 1)))).fill(-1);
    for (const [name, authors] of sorted) this.#insert(name, authors);
    for (const [name, authors] of byName)
      if (name.length === 1) this.#letters.set(name, { name, authors, weak: true, key: 0, next: -1 });
  }

  /** Adds everybody named in the text to `named`. */
  find(text: string, named: Named): void {
    this.#texts++;
    const lower = (text.length > longestText ? text.slice(0, longestText) : text).toLowerCase();
    const last = lower.length - 1;
    let start = 0;
    while (start < last && isGap(lower.charCodeAt(start))) start++;
    let inWord = false;
    for (let at = start; at < last; at++) {
      const unit = lower.charCodeAt(at);
      if (unit === 0x40 || unit === 0xff20) this.#noteLetter(lower, at + 1, named);
      if (!inWord || unit > 0x2e7f) {
        const entry = this.#match(lower, at);
        if (entry) {
          const how = howNamed(lower, { at, start, end: at + entry.name.length });
          this.#note(entry, how, named);
          at += entry.name.length - 1;
          inWord = isWordUnit(lower.charCodeAt(at));
          continue;
        }
      }
      inWord = isWordUnit(unit);
    }
    if (named.count === 0) this.#findBeginning(lower, start, named);
  }

  #insert(name: string, authors: number[]): void {
    const key = keyOf(name);
    const place = this.#placeOf(key);
    const weak = isAscii(name) ? name.length < 3 || /^\d+$/.test(name) : false;
    this.#entries.push({ name, authors, weak, key, next: this.#heads[place]! });
    this.#heads[place] = this.#entries.length - 1;
  }

  #placeOf(key: number): number {
    return (key ^ (key >>> 16)) & (this.#heads.length - 1);
  }

  /** The longest name that stands at this place. */
  #match(text: string, at: number): Entry | undefined {
    let found: Entry | undefined;
    const end = Math.min(at + longestKey, text.length);
    let key = text.charCodeAt(at);
    for (let to = at + 1; to < end; to++) {
      key = mix(key, text.charCodeAt(to));
      let index = this.#heads[this.#placeOf(key)]!;
      while (index >= 0) {
        const entry = this.#entries[index]!;
        if (entry.key === key && text.startsWith(entry.name, at) && endsThere(text, at + entry.name.length)) {
          found = entry;
          break;
        }
        index = entry.next;
      }
    }
    return found;
  }

  /** People with a name of one letter, 鱼 or 7, are only named by "@鱼" with nothing behind it. */
  #noteLetter(text: string, at: number, named: Named): void {
    const entry = this.#letters.get(text.charAt(at));
    if (entry && (at + 1 === text.length || isGap(text.charCodeAt(at + 1))))
      this.#note(entry, namedHow.addressed, named);
  }

  #note(entry: Entry, how: number, named: Named): void {
    if (how < namedHow.addressed && entry.weak) return;
    let who = -1;
    for (const author of entry.authors) if (who < 0 || this.#lastSpoke[author]! > this.#lastSpoke[who]!) who = author;
    // A name that is also a common word says nothing in passing.
    if (how < namedHow.addressed) {
      const hits = ++this.#hits[who]!;
      if (hits > 20 && hits > this.#texts / 50) return;
    }
    addNamed(named, who, how);
  }

  /** "thor: yes" may mean thoreau: the beginning of a name, before a colon at the start. */
  #findBeginning(text: string, start: number, named: Named): void {
    let end = start;
    while (end < text.length && end - start < 16 && isWordUnit(text.charCodeAt(end))) end++;
    if (end - start < 3 || !isColon(text.charCodeAt(end))) return;
    const beginning = text.slice(start, end);
    let who = -1;
    for (let author = 0; author < this.#lower.length; author++) {
      const spoke = this.#lastSpoke[author]!;
      if (spoke < 0 || spoke < this.#texts - recent) continue;
      if ((who < 0 || spoke > this.#lastSpoke[who]!) && this.#lower[author]!.startsWith(beginning)) who = author;
    }
    if (who >= 0) addNamed(named, who, namedHow.addressed);
  }
}

function addTo(byName: Map<string, number[]>, name: string, author: number): void {
  const authors = byName.get(name);
  if (authors) authors.push(author);
  else byName.set(name, [author]);
}

/** What people are called for short: "|mia|" is mia, "小满-上海-产品" is 小满. */
function shortForms(name: string): string[] {
  const bare = name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const first = bare.split(/[-_|·・/\\（(【[@~～\s]/u)[0]!;
  return [...new Set([bare, first])].filter(
    (form) => form !== name && form.length >= (isAscii(form) ? 3 : 2) && !/^\d+$/.test(form),
  );
}

function howNamed(text: string, place: { at: number; start: number; end: number }): number {
  const before = text.charCodeAt(place.at - 1);
  if (before === 0x40 || before === 0xff20) return namedHow.addressed;
  if (place.at !== place.start) return namedHow.inPassing;
  return isColon(text.charCodeAt(place.end)) ? namedHow.addressed : namedHow.atStart;
}

/** Names are found by their first six letters, shorter ones by all. */
function keyOf(name: string): number {
  let key = name.charCodeAt(0);
  for (let at = 1; at < Math.min(name.length, longestKey); at++) key = mix(key, name.charCodeAt(at));
  return key;
}

function mix(key: number, unit: number): number {
  return Math.imul(key, 0x01000193) ^ unit;
}

function endsThere(text: string, end: number): boolean {
  return !(isWordUnit(text.charCodeAt(end - 1)) && isWordUnit(text.charCodeAt(end)));
}

function isColon(unit: number): boolean {
  return unit === 0x3a || unit === 0x2c || unit === 0xff1a || unit === 0xff0c;
}

function isGap(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x3000;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
