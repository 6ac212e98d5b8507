/**
 * Reads the scripts of the sample talk: plain text, one topic to a file, written by hand. A topic has scenes; a scene has lines for a
 * few speakers; a line has several wordings. README.md explains the marks. Pure: takes the text, gives the structure or says the line.
 */

/** Who speaks: A–E are cast anew each time; H the host, S the steward, N a newcomer, X somebody who came to advertise. */
export type Speaker = 'A' | 'B' | 'C' | 'D' | 'E' | 'H' | 'S' | 'N' | 'X';

/** One line of a scene. */
export interface ScriptLine {
  speaker: Speaker;
  /** May be left out. */
  optional: boolean;
  /** Quotes the last line of this speaker; null = speaks into the room. */
  quotes: Speaker | null;
  /** Comes after a longer pause. */
  late: boolean;
  /** Comes on another day. */
  nextDay: boolean;
  /** Is put up as a notice. */
  notice: boolean;
  wordings: readonly string[];
}

/** A short play that can be given more than once with other people, words and places. */
export interface Scene {
  id: string;
  lines: readonly ScriptLine[];
  groups: readonly string[];
  /** Hours of the day, as pairs from–to; empty = whenever the group talks. */
  hours: readonly (readonly [number, number])[];
  marks: ReadonlySet<string>;
}

/** What a file is about. */
export interface Topic {
  name: string;
  words: readonly string[];
  interests: readonly string[];
  slots: ReadonlyMap<string, readonly string[]>;
  scenes: readonly Scene[];
}

const lineForm = /^(\?)?([A-EHSNX])(>[A-EHSNX]?)?(~~?)?(!)? (.+)$/u;

/** Reads one file; throws with file and line when a line has no form. */
export function readScript(file: string, text: string): Topic {
  const head = {
    name: '',
    words: [] as string[],
    interests: [] as string[],
    groups: [] as string[],
    hours: [] as Hours,
  };
  const slots = new Map<string, string[]>();
  const scenes: { lines: ScriptLine[]; groups: string[]; hours: Hours; marks: Set<string> }[] = [];
  text.split('\n').forEach((raw, at) => {
    const row = raw.trim();
    if (row === '' || row.startsWith('#')) return;
    const fail = (what: string): never => {
      throw new Error(`${file}:${at + 1}: ${what}: ${row}`);
    };
    const slot = /^\{(\S+)\} = (.+)$/u.exec(row);
    const scene = scenes.at(-1);
    const line = lineForm.exec(row);
    if (row.startsWith('题 ')) head.name = row.slice(2);
    else if (row.startsWith('词 ')) head.words = row.slice(2).split(' ');
    else if (row.startsWith('兴 ')) head.interests = row.slice(2).split(' ');
    else if (row.startsWith('群 ')) head.groups = row.slice(2).split(' ');
    else if (row.startsWith('时 ')) head.hours = row.slice(2).split(' ').map(readHours);
    else if (slot) slots.set(slot[1]!, splitList(slot[2]!));
    else if (row.startsWith('==')) scenes.push(openScene(row, head));
    else if (row.startsWith('/ ')) {
      const last = scene?.lines.at(-1) ?? fail('a wording without a line');
      (last.wordings as string[]).push(row.slice(2));
    } else if (line) (scene ?? fail('a line before the first scene')).lines.push(readLine(line, scene!.lines));
    else fail('not a line of a script');
  });
  const { name, words, interests } = head;
  return { name, words, interests, slots, scenes: scenes.map((scene, at) => ({ ...scene, id: `${file}#${at + 1}` })) };
}

type Hours = (readonly [number, number])[];

function openScene(row: string, head: { groups: string[]; hours: Hours }) {
  const words = row.slice(2).split(' ').filter(Boolean);
  const groups = words.filter((word) => word.startsWith('群')).map((word) => word.slice(1));
  const hours = words.filter((word) => /^\d+-\d+$/.test(word)).map(readHours);
  return {
    lines: [],
    groups: groups.length > 0 ? groups : head.groups,
    hours: hours.length > 0 ? hours : head.hours,
    marks: new Set(words),
  };
}

function readHours(text: string): readonly [number, number] {
  const [from, to] = text.split('-').map(Number);
  return [from!, to!];
}

function readLine(
  [, optional, speaker, quotes, late, notice, wording]: RegExpExecArray,
  before: readonly ScriptLine[],
) {
  const quoted = quotes === undefined ? null : ((quotes.slice(1) || before.at(-1)?.speaker) ?? null);
  return {
    speaker: speaker as Speaker,
    optional: optional !== undefined,
    quotes: quoted as Speaker | null,
    late: late === '~',
    nextDay: late === '~~',
    notice: notice !== undefined,
    wordings: [wording!],
  };
}

function splitList(text: string): string[] {
  return text.split('|').map((one) => one.trim());
}
