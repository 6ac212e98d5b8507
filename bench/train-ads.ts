/**
 * Trains the model of the wording of advertisements and writes lib/text/ads.weights.json: `npm run bench -- train-ads --data FOLDER`.
 * Advertisements are written from our own grammar and disguised; ordinary talk is our own grammar, our sample community, and COLD
 * dev (FOLDER/cold-offense-zh, Apache-2.0), whose train part stays unseen to count false alarms. Takes about a minute.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openAdFeatures } from '../lib/text/ad-features.ts';
import type { AdModelFile } from '../lib/text/ad-model.ts';
import { revealText } from '../lib/text/disguise.ts';
import { disguise, openGrammar, seedRandom, type Random } from './kit/ad-writer.ts';
import { readCsvFile } from './kit/labelled-csv.ts';

interface Example {
  features: Uint32Array;
  label: 0 | 1;
  importance: number;
}

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, written: { type: 'string', default: '14000' } },
});
const bits = 18;
const fewest = 12;
const rounds = 3;
const rate = 0.3;
const decay = 1e-4;
const random = seedRandom(4);
const reader = openAdFeatures({ bits, withCues: false });
const examples: Example[] = [];

addWritten(Number(values.written));
addOrdinary(values.data);
shuffle(examples, random);
const seen = examples.filter((_, at) => at % 5 !== 0);
const check = fit(seen);
const calibration = calibrate(
  check,
  examples.filter((_, at) => at % 5 === 0),
);
const model = fit(examples);
const file: AdModelFile = {
  version: 2,
  about: {
    what: 'Likeness of the wording of a message to advertisements.',
    trainedOn:
      'Texts written for this project (bench/grammar, bench/kit/ad-writer.ts), our sample community, COLD dev (thu-coai/COLDataset, Apache-2.0) as ordinary talk',
    examples: examples.length,
    advertisements: examples.filter(({ label }) => label === 1).length,
  },
  bits,
  fewest,
  bias: toSixDigits(model.bias),
  calibration,
  ...pack(model.weights),
};
writeFileSync(new URL('../lib/text/ads.weights.json', import.meta.url), `${JSON.stringify(file, null, 2)}\n`);
console.log(JSON.stringify({ name: 'train-ads', ...file.about, calibration }));

function add(text: string, label: 0 | 1, importance = 1): void {
  examples.push({ features: reader.buckets.slice(0, reader.read(text)), label, importance });
}

/** As many advertisements and as many ordinary texts from our grammars, some of both disguised. */
function addWritten(count: number): void {
  const [writeAd, writeTalk] = [openGrammar('ads'), openGrammar('talk')];
  for (let at = 0; at < count; at++) {
    const plain = writeAd(random);
    if (random() < 0.6) add(plain, 1);
    const hidden = disguise(plain, random);
    add(hidden, 1);
    const revealed = revealText(hidden).text;
    if (random() < 0.3 && revealed !== hidden) add(revealed, 1);
    const talk = writeTalk(random);
    add(talk, 0);
    if (random() < 0.2) add(disguise(talk, random), 0, 0.5);
  }
}

function addOrdinary(data: string): void {
  for (const { TEXT } of readCsvFile(`${data}/cold-offense-zh/dev.csv`)) {
    add(TEXT!, 0);
    // Clauses are as short as talk in a group.
    for (const clause of TEXT!.split(/[，。！？,.!?\s]+/)) if (clause.length > 1 && random() < 0.5) add(clause, 0, 0.7);
  }
  const folder = new URL('../server/sample/content/', import.meta.url);
  for (const name of readdirSync(folder).filter((each) => !each.startsWith('ad')))
    for (const line of readFileSync(new URL(name, folder), 'utf8').split('\n'))
      if (line.length > 3 && !/[{|]/.test(line)) add(line, 0);
}

/** AdaGrad over shuffled examples; weights that are not needed shrink. */
function fit(list: readonly Example[]): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(0.01);
  let [bias, biasSquares] = [0, 1];
  for (let round = 0; round < rounds; round++) {
    for (const { features, label, importance } of list) {
      const scale = 1 / Math.sqrt(Math.max(fewest, features.length));
      const error = (toProbability(scoreOf({ weights, bias }, features)) - label) * importance;
      for (const feature of features) {
        const slope = error * scale + decay * weights[feature]!;
        squares[feature]! += slope * slope;
        weights[feature]! -= (rate * slope) / Math.sqrt(squares[feature]!);
      }
      biasSquares += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquares);
    }
  }
  return { weights, bias };
}

function scoreOf({ weights, bias }: { weights: Float32Array; bias: number }, features: Uint32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature]!;
  return sum / Math.sqrt(Math.max(fewest, features.length)) + bias;
}

/** Slope and offset that make probabilities of the scores of texts which the model has not seen, by Newton's method. */
function calibrate(
  given: { weights: Float32Array; bias: number },
  unseen: readonly Example[],
): AdModelFile['calibration'] {
  const scores = unseen.map(({ features }) => scoreOf(given, features));
  let [slope, offset] = [1, 0];
  for (let round = 0; round < 30; round++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-9, 0, 1e-9];
    for (const [at, score] of scores.entries()) {
      const probability = toProbability(slope * score + offset);
      const { label, importance } = unseen[at]!;
      const error = (probability - label) * importance;
      const curve = probability * (1 - probability) * importance;
      gs += error * score;
      go += error;
      hss += curve * score * score;
      hso += curve * score;
      hoo += curve;
    }
    const determinant = hss * hoo - hso * hso;
    slope -= (hoo * gs - hso * go) / determinant;
    offset -= (hss * go - hso * gs) / determinant;
  }
  return { slope: toSixDigits(slope), offset: toSixDigits(offset) };
}

function pack(weights: Float32Array): { step: number; weights: string } {
  // A few giants would make the steps coarse for all others.
  const sorted = weights
    .map(Math.abs)
    .filter((weight) => weight > 0)
    .sort();
  const step = (sorted[Math.floor(sorted.length * 0.9999)] ?? 1) / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))));
  return { step: toSixDigits(step), weights: Buffer.from(bytes.buffer).toString('base64') };
}

function shuffle(list: Example[], next: Random): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
}

function toProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function toSixDigits(value: number): number {
  return Number(value.toPrecision(6));
}
