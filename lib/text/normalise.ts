/**
 * The form in which texts are compared: compatibility forms, case, accents, invisible characters and traditional characters are
 * folded one character at a time, so that every place of the folded text knows where it stood in the original.
 */
import variants from './variants.json' with { type: 'json' };

/** A folded text and, for each of its UTF-16 units, where the character stood that it came from. */
export interface Folded {
  text: string;
  /** Where the original character begins. */
  starts: Uint32Array;
  /** Where it ends, with the invisible marks that follow it. */
  ends: Uint32Array;
}

// What each UTF-16 unit folds to, found when it is first met; 0 is not yet, 1 is none or several.
const several = 1;
const folds = new Uint16Array(0x1_0000);
const longFolds = new Map<string, string>();
const simplified = readVariants();
// Greek, Cyrillic, Armenian, phonetic, Cherokee, Canadian and other letters and signs, and the Latin ones that they look like.
const lookAlikes = readLookAlikes([
  ['αβγεηικνορτυχω', 'abyenikvoptuxw'],
  ['авекмнорстухіјѕԁԛԝѵһӏшщяьԍҽњҡҝүұғԃ', 'abekmhopctyxijsdqwvhlwwrbgehkkyyfd'],
  ['օոսհցքգզլյխվ', 'onuhgpqqljxu'],
  ['ɑɓƅϲɗɖəɛɡɠɦɩıʝʞɭɱɳɲɵɸɹɾʂʈʉʋʍʏʐʑƒłđħøŧƙƿ', 'abbcddeegghiijklmnnoorrstuvwyzzfldhotkp'],
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᴦ', 'abcdefghijklmnoprstuvwyzr'],
  ['ꭺꮯꭰꭼꮋꭻꮶꮮꮇꮲꮪꭲꮓꮍꮩꮃꮐꮖ', 'acdehjklmpsizyvwgi'],
  ['ᗩᗷᑕᗪᗴᖴᕼᒍᒪᗰᑎᑭᖇᔕᑌᐯᗯ᙭', 'abcdefhjlmnprsuvwx'],
  ['×∨√〤ㄨㄥㄒㄚ丅乂ςσϳ', 'xvvxxltytxcoj'],
  ['∅Ʒʒзᒿ୨', '033332'],
]);
const invisible = /\p{Cf}|\p{Mn}|\p{Me}|[\0-\x08\x0e-\x1f\x7f\u115f\u1160\u2800\u3164\uffa0]/gu;
const framing = /[()\u3014\u3015.,]/g;

/** Folds a text: NFKC, lower case, simplified, without accents and invisible characters. Pure ASCII only changes its case. */
export function foldText(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const fold = folds[unit] || findFold(unit);
    if (fold === unit) continue;
    const width = fold === several && isPair(text, at) ? 2 : 1;
    const piece = fold > several ? String.fromCharCode(fold) : foldChar(text.slice(at, at + width));
    folded += text.slice(from, at) + piece;
    from = at + width;
    at = from - 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** Folds a text like `foldText` and keeps where each unit came from. */
export function foldWithOrigins(text: string): Folded {
  const built = openBuilder();
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const fold = folds[unit] || findFold(unit);
    if (fold > several) {
      built.add(fold, at, at + 1);
      at++;
      continue;
    }
    const end = at + (isPair(text, at) ? 2 : 1);
    const piece = foldChar(text.slice(at, end));
    if (piece === '') built.extend(end);
    for (let part = 0; part < piece.length; part++) built.add(piece.charCodeAt(part), at, end);
    at = end;
  }
  return built.finish();
}

/**
 * Takes off what people put on to get past a filter. Spaces, dots and emoji go beside Chinese characters (加.微 信) and between
 * single letters and digits (v x, 1 3 8); Greek and Cyrillic letters become the Latin ones that they look like. Words keep
 * their spaces, and sentences their punctuation unless a single character stands before or after it.
 */
export function unmaskText(folded: Folded): Folded {
  const { text, starts, ends } = folded;
  const runs = listRuns(text);
  if (!isMasked(text, runs)) return folded;
  const built = openBuilder();
  for (const [at, run] of runs.entries()) {
    if (isGap(run) && joinsOver(run, runs[at - 1], runs[at + 1])) continue;
    for (let place = run.from; place < run.to; place++) {
      const unit = text.charCodeAt(place);
      built.add(lookAlikes.get(unit) ?? unit, starts[place]!, ends[place]!);
    }
  }
  return built.finish();
}

/** Whether `unmaskText` would change a folded text; most texts have nothing to take off. */
export function hasMask(folded: string): boolean {
  return isMasked(folded, listRuns(folded));
}

function isMasked(text: string, runs: readonly Run[]): boolean {
  for (const [at, run] of runs.entries()) if (isGap(run) && joinsOver(run, runs[at - 1], runs[at + 1])) return true;
  for (let at = 0; at < text.length; at++) if (lookAlikeOf(text.charCodeAt(at)) !== undefined) return true;
  return false;
}

/** The Latin letter or digit that a unit of a folded text only looks like. */
export function lookAlikeOf(unit: number): number | undefined {
  return unit < 0x80 || (unit >= 0x4e5a && unit <= 0x9fff) ? undefined : lookAlikes.get(unit);
}

/** What a UTF-16 unit is to a reader: part of a word, of a script without spaces, the end of a clause, or only noise. */
export type Nature = 'word' | 'dense' | 'clause' | 'noise';

const natures: readonly Nature[] = ['word', 'dense', 'clause', 'noise'];
// One more than the place in the list; 0 is not known yet.
const natureCodes = new Uint8Array(0x1_0000);
const wordy = /[\p{L}\p{N}]/u;
const clauseMarks = new Set(',.!?;:，。！？；：、…\n\r');

/** The nature of one unit of a folded text; halves of astral characters count as noise unless they belong to rare Han. */
export function natureOf(unit: number): Nature {
  const code = (natureCodes[unit] ||= natures.indexOf(findNature(unit)) + 1);
  return natures[code - 1]!;
}

function findNature(unit: number): Nature {
  if (unit >= 0x4e00 && unit <= 0x9fff) return 'dense';
  // Halves of Han beyond the basic plane: which second half it is cannot be told alone, but emoji use other first halves.
  if (unit >= 0xd840 && unit <= 0xd88f) return 'dense';
  const char = String.fromCharCode(unit);
  if (clauseMarks.has(char)) return 'clause';
  if (!wordy.test(char)) return 'noise';
  return unit >= 0x2e80 ? 'dense' : 'word';
}

interface Builder {
  add(unit: number, start: number, end: number): void;
  /** Lets the last unit reach further, over characters that leave nothing. */
  extend(end: number): void;
  finish(): Folded;
}

// Used again and again, so that a short text costs no more memory than its result.
let units = new Uint16Array(512);
let starts = new Uint32Array(512);
let ends = new Uint32Array(512);

/** Collects units and their origins; only one at a time, and whoever begins another one ends the first. */
function openBuilder(): Builder {
  let length = 0;
  const grow = () => {
    const capacity = 2 * units.length;
    units = copyInto(new Uint16Array(capacity), units);
    starts = copyInto(new Uint32Array(capacity), starts);
    ends = copyInto(new Uint32Array(capacity), ends);
  };
  return {
    add(unit, start, end) {
      if (length === units.length) grow();
      units[length] = unit;
      starts[length] = start;
      ends[length++] = end;
    },
    extend(end) {
      if (length > 0) ends[length - 1] = end;
    },
    finish() {
      const folded = {
        text: textOf(units.subarray(0, length)),
        starts: starts.slice(0, length),
        ends: ends.slice(0, length),
      };
      if (units.length > mostKept) {
        units = new Uint16Array(512);
        starts = new Uint32Array(512);
        ends = new Uint32Array(512);
      }
      return folded;
    },
  };
}

const mostKept = 0x1_0000;

function copyInto<List extends Uint16Array | Uint32Array>(larger: List, list: List): List {
  larger.set(list);
  return larger;
}

function textOf(list: Uint16Array): string {
  const most = 4096;
  let text = '';
  for (let at = 0; at < list.length; at += most) text += String.fromCharCode(...list.subarray(at, at + most));
  return text;
}

interface Run {
  nature: Nature;
  from: number;
  to: number;
}

/** Stretches of one nature; clause marks and noise beside each other are one gap, a clause gap when any of them is a mark. */
function listRuns(text: string): Run[] {
  const runs: Run[] = [];
  let run: Run | undefined;
  for (let at = 0; at < text.length; at++) {
    const nature = natureOf(text.charCodeAt(at));
    if (run && (run.nature === nature || (isGap(run) && (nature === 'noise' || nature === 'clause')))) {
      run.to = at + 1;
      if (nature === 'clause') run.nature = 'clause';
      continue;
    }
    run = { nature, from: at, to: at + 1 };
    runs.push(run);
  }
  return runs;
}

function isGap({ nature }: Run): boolean {
  return nature === 'noise' || nature === 'clause';
}

function joinsOver(gap: Run, before: Run | undefined, after: Run | undefined): boolean {
  if (!before || !after) return false;
  const single = [before, after].filter(({ from, to }) => to - from === 1).length;
  if (before.nature === 'word' && after.nature === 'word') return single === 2;
  return gap.nature === 'noise' || single > 0;
}

function findFold(unit: number): number {
  const char = String.fromCharCode(unit);
  const folded = unit >= 0xd800 && unit <= 0xdfff ? '' : foldChar(char);
  const fold = folded.length === 1 ? folded.charCodeAt(0) : several;
  return (folds[unit] = fold > several ? fold : several);
}

/** What one character (of one or two units) becomes; may be empty or several characters. */
function foldChar(char: string): string {
  let folded = longFolds.get(char);
  if (folded === undefined) {
    // NFKD first, so that accents fall away with the other marks; NFKC afterwards joins Hangul again.
    const plain = unboxLetter(char)
      .normalize('NFKD')
      .replace(invisible, '')
      .replace(isFramed(char) ? framing : '', '')
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFKC');
    folded = plain.replace(/./gu, (each) => simplified.get(each) ?? each);
    longFolds.set(char, folded);
  }
  return folded;
}

// Letters and numbers in frames that NFKC leaves as they are: where they begin, how many they are, what the first one is.
const boxed: readonly [number, number, number | string][] = [
  [0x1f150, 26, 'a'],
  [0x1f170, 26, 'a'],
  [0x1f1e6, 26, 'a'],
  [0x2776, 10, 1],
  [0x2780, 10, 1],
  [0x278a, 10, 1],
  [0x24eb, 10, 11],
  [0x24f5, 10, 1],
  [0x24ff, 1, 0],
  [0x1f10b, 1, 0],
  [0x1f10c, 1, 0],
];

function unboxLetter(char: string): string {
  const code = char.codePointAt(0)!;
  if (code < 0x24eb) return char;
  for (const [from, count, first] of boxed) {
    if (code < from || code >= from + count) continue;
    return typeof first === 'number' ? String(first + code - from) : String.fromCharCode(97 + code - from);
  }
  return char;
}

/** Numbers, letters and characters that NFKC would write in brackets or with a dot. */
function isFramed(char: string): boolean {
  const code = char.codePointAt(0)!;
  return (
    (code >= 0x2474 && code <= 0x24b5) || (code >= 0x3200 && code <= 0x3243) || (code >= 0x1f100 && code <= 0x1f129)
  );
}

function readLookAlikes(lists: readonly (readonly [string, string])[]): Map<number, number> {
  return new Map(
    lists.flatMap(([seen, meant]) =>
      Array.from(seen, (char, at) => [char.charCodeAt(0), meant.charCodeAt(at)] as [number, number]),
    ),
  );
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

function readVariants(): Map<string, string> {
  const { traditional, simplified: plain } = variants;
  return new Map(Array.from(traditional, (char, at) => [char, plain[at]!]));
}
