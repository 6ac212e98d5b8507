/**
 * The quarrel alarm at its budget of one in a group and week: how many of the alarms over written dialogues are quarrels, which angry
 * message raised each, and how many alarms calm talk raises in a week: three Gitter rooms and #ubuntu (`--data FOLDER`), the sample
 * community; #ubuntu, where strangers do get at each other, is told and not judged. Dialogues and cues are by the same hand, so only `unseen`, written last and never tuned on, tells what to expect.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Dialogue } from '../lib/quarrels/dialogues.ts';
import {
  angryFrom,
  isWorthTelling,
  measureWindow,
  readTemper,
  usualPace,
  type Felt,
  type Told,
} from '../lib/quarrels/index.ts';
import { runBenchmark, say, type Outcome } from './kit/benchmark.ts';
import { readChannel, readRooms, readSample, readWritten, type Said } from './kit/quarrel-talks.ts';

const quarrels = ['', '-kept', '-fresh', '-last', '-blind', '-blind-later', '-unseen'].map((part) => `quarrels${part}`);
const innocents = ['', '-kept', '-fresh', '-last', '-blind', '-blind-later'].map((part) => `innocent${part}`);
const target = { tunedRecall: 0.95, unseenRecall: 0.5, precision: 0.85, latest: 9, alarmsPerGroupWeek: 0.05 };
const stretch = 200;
const weekMs = 7 * 24 * 3_600_000;

const { values } = parseArgs({
  options: { data: { type: 'string', default: fileURLToPath(new URL('../../shared/data', import.meta.url)) } },
});

type Rate = (said: Said) => Felt;

const feel: Rate = ({ by, at, text }) => ({ ...readTemper(text), by, at });
/** For the control: everybody is calm, whatever they say. */
const feelNothing: Rate = ({ by, at, text }) => ({ ...readTemper(text), anger: 0.1, by, at });

/** The alarms over a talk; nobody deals with any of them. */
function countAlarms(talk: readonly Said[], rate: Rate): { alarms: number; places: number[] } {
  const felt = talk.map(rate);
  const told: Told[] = [];
  const places: number[] = [];
  for (const [place, { at, anger }] of felt.entries()) {
    if (anger < angryFrom) continue;
    const before = felt.slice(Math.max(0, place - stretch + 1), place + 1);
    const pace = usualPace(
      before.map((one) => one.at),
      at,
    );
    const { heat } = measureWindow(before, pace);
    if (!isWorthTelling({ heat, at }, told, { perWeek: 1, lessons: 0 })) continue;
    told.push({ at, heat, isSettled: false });
    places.push(place);
  }
  return { alarms: told.length, places };
}

function runDialogues(dialogues: readonly Dialogue[], rate: Rate) {
  const leads: number[] = [];
  const silent: string[] = [];
  for (const { title, lines } of dialogues) {
    const { places } = countAlarms(
      lines.map(({ by, at, text }) => ({ by, at: at * 1000, text })),
      rate,
    );
    if (places.length === 0) silent.push(title);
    else leads.push(lines.slice(0, places[0]! + 1).filter(({ isAngry }) => isAngry).length);
  }
  return { dialogues: dialogues.length, raised: leads.length, leads: leads.sort((a, b) => a - b), silent };
}

function runCalm(talks: readonly Said[][], rate: Rate) {
  const weeks = talks.reduce(
    (sum, talk) => sum + Math.max(1, ((talk.at(-1)?.at ?? 0) - (talk[0]?.at ?? 0)) / weekMs),
    0,
  );
  const alarms = talks.reduce((sum, talk) => sum + countAlarms(talk, rate).alarms, 0);
  const messages = talks.reduce((sum, talk) => sum + talk.length, 0);
  return { messages, groupWeeks: Math.round(weeks), alarms, alarmsPerGroupWeek: round(weeks ? alarms / weeks : 0) };
}

/** Microseconds for each message while it comes in. */
function measureCost(): number {
  const texts = [...quarrels, ...innocents].flatMap((name) => readWritten(name).flatMap(({ lines }) => lines));
  for (const { text } of texts) readTemper(text);
  const start = performance.now();
  const rounds = 20;
  for (let turn = 0; turn < rounds; turn++) for (const { text } of texts) readTemper(text);
  return round(((performance.now() - start) * 1000) / rounds / texts.length, 1);
}

function measure(rate: Rate): Outcome {
  const seen = Object.fromEntries(quarrels.map((name) => [name, runDialogues(readWritten(name), rate)]));
  const calm = Object.fromEntries(innocents.map((name) => [name, runDialogues(readWritten(name), rate)]));
  const tuned = quarrels.filter((name) => !/blind|unseen/.test(name)).map((name) => seen[name]!);
  const sum = (runs: readonly { raised: number; dialogues: number }[], of: 'raised' | 'dialogues') =>
    runs.reduce((total, run) => total + run[of], 0);
  const right = sum(Object.values(seen), 'raised');
  const wrong = sum(Object.values(calm), 'raised');
  const leads = Object.values(seen)
    .flatMap((run) => run.leads)
    .sort((a, b) => a - b);
  const background = {
    gitter: runCalm(readRooms(values.data), rate),
    ubuntu: runCalm(readChannel(values.data), rate),
    sample: runCalm(readSample(), rate),
  };
  for (const [name, { raised, dialogues, silent }] of Object.entries(seen))
    say(`  ${name}: ${raised} of ${dialogues} raised${silent.length > 0 ? `; silent: ${silent.join(', ')}` : ''}`);
  for (const [name, { raised, dialogues }] of Object.entries(calm)) say(`  ${name}: ${raised} of ${dialogues} raised`);
  for (const [name, run] of Object.entries(background)) say(`  ${name}: ${JSON.stringify(run)}`);
  const unseen = seen['quarrels-unseen']!;
  const figures = {
    precisionAtBudget: round(right + wrong > 0 ? right / (right + wrong) : 0),
    quarrels: {
      tuned: round(sum(tuned, 'raised') / sum(tuned, 'dialogues')),
      unseen: round(unseen.raised / unseen.dialogues),
    },
    innocentRaised: `${wrong} of ${sum(Object.values(calm), 'dialogues')}`,
    raisedByAngryMessage: { median: leads[leads.length >> 1] ?? null, latest: leads.at(-1) ?? null },
    background,
    microsecondsEach: measureCost(),
  };
  const ok =
    figures.quarrels.tuned >= target.tunedRecall &&
    figures.quarrels.unseen >= target.unseenRecall &&
    figures.precisionAtBudget >= target.precision &&
    (leads.at(-1) ?? 99) <= target.latest &&
    [background.gitter, background.sample].every((run) => run.alarmsPerGroupWeek <= target.alarmsPerGroupWeek);
  return { ok, figures };
}

function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

await runBenchmark({
  name: 'quarrels',
  about: 'Quarrel alarms at one in a group and week: precision over written dialogues, lead time, alarms of calm talk.',
  controlAbout: 'the same with every message heard as calm.',
  measure: async () => measure(feel),
  control: async () => measure(feelNothing),
});
