/**
 * What the learned linker looks at. Atoms are small numbers about the new message and a candidate parent; templates are the
 * combinations of atoms that have a weight of their own. Nothing here depends on a language.
 */

/** Every atom and how many values it has. */
export const atomRanges = {
  // About the new message.
  addressed: 4,
  history: 6,
  called: 4,
  cue: 7,
  size: 5,
  pace: 4,
  pause: 5,
  habit: 3,
  crowd: 5,
  bestShared: 4,
  recent: 4,
  // About the candidate and the pair.
  distance: 12,
  age: 8,
  rank: 7,
  same: 2,
  target: 5,
  back: 5,
  later: 4,
  since: 4,
  partner: 4,
  dialog: 4,
  answered: 4,
  turn: 4,
  thread: 3,
  threadEnd: 2,
  shared: 5,
  kind: 7,
  length: 5,
  common: 3,
  lastCall: 2,
  next: 2,
  before: 2,
  newcomer: 2,
} as const;

export type AtomName = keyof typeof atomRanges;
export const atomNames = Object.keys(atomRanges) as AtomName[];
export const atomNumber = Object.fromEntries(atomNames.map((name, number) => [name, number])) as Record<
  AtomName,
  number
>;

/** Combinations for a candidate parent. */
export const pairTemplates = [
  'distance same target',
  'age same target',
  'rank same target',
  'distance age',
  'distance rank',
  'target back same',
  'target later same',
  'back later since same',
  'back since lastCall',
  'target back lastCall',
  'later since same target',
  'later since distance',
  'partner dialog target same',
  'partner back same',
  'dialog turn same',
  'answered same target',
  'answered kind cue',
  'answered later next',
  'turn same target',
  'turn since same',
  'thread threadEnd same target',
  'thread since back',
  'thread distance',
  'shared same target',
  'shared distance',
  'shared thread kind',
  'kind cue same',
  'kind cue target',
  'kind later answered',
  'cue same distance',
  'cue same since',
  'history same age',
  'history target distance',
  'length size same',
  'size same distance',
  'common same target',
  'common distance',
  'next before same',
  'next distance same',
  'newcomer kind answered',
  'newcomer same later',
  'pace distance target',
  'pace age same',
  'pause distance',
  'addressed called since',
  'addressed same since',
  'lastCall called age',
  'crowd distance same',
  'crowd rank same',
  'crowd since later',
  'habit addressed distance same',
  'habit rank same',
  'habit since later same',
  'habit dialog same turn',
  'habit kind cue',
  'habit thread since',
  'habit shared same',
  'habit target back',
] as const;

/** Combinations for starting a conversation. */
export const startTemplates = [
  'addressed history',
  'addressed called',
  'addressed cue',
  'addressed size',
  'cue history',
  'cue size history',
  'called history',
  'pace pause',
  'pause history',
  'pace history',
  'bestShared addressed',
  'bestShared history',
  'recent cue',
  'recent history',
  'size addressed pause',
  'crowd addressed history',
  'crowd cue',
  'habit addressed history',
  'habit cue history',
  'habit size pause',
  'habit bestShared',
] as const;

/**
 * Templates made ready for fast look-up, by their number of atoms. Each step is: first weight, first atom, then atom and
 * factor of the others; the sum gives the place of the weight.
 */
export interface Program {
  templates: readonly string[];
  two: Int32Array;
  three: Int32Array;
  four: Int32Array;
  places: readonly { first: number; size: number }[];
  /** How many weights all templates have together. */
  weights: number;
}

/** Compiles templates of two to four atoms; the weights of each lie side by side, beginning at `offset`. */
export function compileTemplates(templates: readonly string[], offset: number): Program {
  const steps: number[][] = [[], [], [], [], []];
  const places: { first: number; size: number }[] = [];
  let next = offset;
  for (const template of templates) {
    const atoms = template.split(' ') as AtomName[];
    const step = [next];
    let size = 1;
    for (const atom of atoms) {
      step.push(atomNumber[atom]);
      if (size > 1) step.push(size);
      size *= atomRanges[atom];
    }
    steps[atoms.length]!.push(...step);
    places.push({ first: next, size });
    next += size;
  }
  const [, , two, three, four] = steps.map((list) => Int32Array.from(list));
  return { templates, two: two!, three: three!, four: four!, places, weights: next - offset };
}

/** Sum of the weights that the atoms select. */
export function sumWeights(program: Program, atoms: Int32Array, weights: Float32Array): number {
  const { two, three, four } = program;
  let sum = 0;
  for (let at = 0; at < two.length; at += 4) sum += weights[findSecond(two, at, atoms)]!;
  for (let at = 0; at < three.length; at += 6) {
    sum += weights[findSecond(three, at, atoms) + atoms[three[at + 4]!]! * three[at + 5]!]!;
  }
  for (let at = 0; at < four.length; at += 8) {
    const third = findSecond(four, at, atoms) + atoms[four[at + 4]!]! * four[at + 5]!;
    sum += weights[third + atoms[four[at + 6]!]! * four[at + 7]!]!;
  }
  return sum;
}

/** Writes the numbers of the selected weights, one for each template. */
export function listWeights(program: Program, atoms: Int32Array, out: { push(index: number): unknown }): void {
  const { two, three, four } = program;
  for (let at = 0; at < two.length; at += 4) out.push(findSecond(two, at, atoms));
  for (let at = 0; at < three.length; at += 6) {
    out.push(findSecond(three, at, atoms) + atoms[three[at + 4]!]! * three[at + 5]!);
  }
  for (let at = 0; at < four.length; at += 8) {
    const third = findSecond(four, at, atoms) + atoms[four[at + 4]!]! * four[at + 5]!;
    out.push(third + atoms[four[at + 6]!]! * four[at + 7]!);
  }
}

/** Place after the first two atoms of a step. */
function findSecond(steps: Int32Array, at: number, atoms: Int32Array): number {
  return steps[at]! + atoms[steps[at + 1]!]! + atoms[steps[at + 2]!]! * steps[at + 3]!;
}
