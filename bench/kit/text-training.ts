/**
 * Makes a stored model of lib/text from labelled texts: two logistic regressions over the same hashed n-grams, one whose columns are
 * scaled by rarity and one by how unevenly they fall on the two labels, are averaged. Probability and threshold come from
 * scores that were computed for texts which the scoring model had not seen.
 */
import { openGrams, type ModelFile } from '../../lib/text/linear-model.ts';
import { hashGram } from '../../lib/text/tokens.ts';
import { fitLogistic, scoreRows, type LogisticWeights, type SparseRows } from './sparse-logistic.ts';

/** A folded text and what people said it is. */
export interface LabelledText {
  text: string;
  label: 0 | 1;
  /** How much it counts; 1 when absent. */
  importance?: number;
}

/** How a model is made. */
export interface TrainingOptions {
  orders: number[];
  bits: number;
  fewest: number;
  freedom: number;
  rounds: number;
  /** Chooses the threshold from unseen probabilities and their labels. */
  chooseThreshold(probabilities: Float64Array, labels: Uint8Array): number;
}

/** A made model and the probabilities that its likes gave to each text without having seen it. */
export interface Trained {
  file: Omit<ModelFile, 'about'>;
  unseen: Float64Array;
}

const folds = 4;

/** Trains, calibrates and packs a model. */
export function trainModel(examples: readonly LabelledText[], options: TrainingOptions): Trained {
  const all = readExamples(examples, options);
  const unseenScores = scoreUnseen(all, options);
  const calibration = fitCalibration(unseenScores, all.labels, all.importance);
  const unseen = unseenScores.map((score) => toProbability(score, calibration));
  const model = fitBlend(all, options);
  return {
    file: {
      version: 1,
      orders: options.orders,
      bits: options.bits,
      fewest: options.fewest,
      bias: toSixDigits(model.bias),
      calibration: { slope: toSixDigits(calibration.slope), offset: toSixDigits(calibration.offset) },
      threshold: toSixDigits(options.chooseThreshold(unseen, all.labels)),
      ...packWeights(model.weights),
    },
    unseen,
  };
}

interface Examples {
  rows: SparseRows;
  labels: Uint8Array;
  importance: Float64Array;
  rowScale: Float64Array;
  fold: Uint8Array;
}

function readExamples(examples: readonly LabelledText[], { orders, bits, fewest }: TrainingOptions): Examples {
  const reader = openGrams({ orders, bits });
  const columns: Uint32Array[] = [];
  const rowScale = new Float64Array(examples.length);
  for (const [row, { text }] of examples.entries()) {
    const count = reader.read(text);
    columns.push(reader.buckets.slice(0, count));
    rowScale[row] = 1 / Math.sqrt(Math.max(fewest, count));
  }
  return {
    rows: joinRows(columns, 2 ** bits),
    labels: Uint8Array.from(examples, ({ label }) => label),
    importance: Float64Array.from(examples, ({ importance }) => importance ?? 1),
    rowScale,
    // The same text is always in the same fold, whatever it is written with.
    fold: Uint8Array.from(examples, ({ text }) => hashGram(text.replace(/[^\p{L}]/gu, ''), 5) % folds),
  };
}

/** Joins rows and drops columns that only one row has: they cannot be told from chance. */
function joinRows(columns: readonly Uint32Array[], width: number): SparseRows {
  const counts = new Uint32Array(width);
  for (const row of columns) for (const column of row) counts[column]!++;
  const kept = columns.map((row) => row.filter((column) => counts[column]! > 1));
  const begins = new Uint32Array(kept.length + 1);
  for (const [at, row] of kept.entries()) begins[at + 1] = begins[at]! + row.length;
  const joined = new Uint32Array(begins.at(-1)!);
  for (const [at, row] of kept.entries()) joined.set(row, begins[at]);
  return { begins, columns: joined, width };
}

function scoreUnseen(all: Examples, options: TrainingOptions): Float64Array {
  const scores = new Float64Array(all.labels.length);
  for (let fold = 0; fold < folds; fold++) {
    const model = fitBlend(
      pick(all, (row) => all.fold[row] !== fold),
      options,
    );
    const given = scoreRows(all.rows, all.rowScale, model);
    for (let row = 0; row < scores.length; row++) if (all.fold[row] === fold) scores[row] = given[row]!;
  }
  return scores;
}

function pick(all: Examples, isWanted: (row: number) => boolean): Examples {
  const wanted = Array.from(all.labels.keys()).filter(isWanted);
  const { begins, columns, width } = all.rows;
  const parts = wanted.map((row) => columns.subarray(begins[row], begins[row + 1]));
  const rows: SparseRows = { begins: new Uint32Array(parts.length + 1), columns: new Uint32Array(0), width };
  for (const [at, part] of parts.entries()) rows.begins[at + 1] = rows.begins[at]! + part.length;
  rows.columns = new Uint32Array(rows.begins.at(-1)!);
  for (const [at, part] of parts.entries()) rows.columns.set(part, rows.begins[at]);
  return {
    rows,
    labels: Uint8Array.from(wanted, (row) => all.labels[row]!),
    importance: Float64Array.from(wanted, (row) => all.importance[row]!),
    rowScale: Float64Array.from(wanted, (row) => all.rowScale[row]!),
    fold: Uint8Array.from(wanted, (row) => all.fold[row]!),
  };
}

/** The mean of both regressions, each brought to the same spread first. */
function fitBlend(examples: Examples, { freedom, rounds }: TrainingOptions): LogisticWeights {
  const { rows, labels, importance, rowScale } = examples;
  const task = { rows, labels, importance, rowScale, freedom, rounds };
  const models = [
    fitLogistic({ ...task, columnScale: computeRarity(rows), rate: 0.3 }),
    fitLogistic({ ...task, columnScale: computeUnevenness(rows, labels), rate: 0.05 }),
  ];
  const spreads = models.map((model) => deviation(scoreRows(rows, rowScale, model)));
  const mean = (read: (model: LogisticWeights) => number) =>
    models.reduce((sum, model, at) => sum + read(model) / spreads[at]!, 0) / models.length;
  return {
    weights: Float64Array.from({ length: rows.width }, (_, column) => mean((model) => model.weights[column]!)),
    bias: mean((model) => model.bias),
  };
}

/** How rare each column is, about 1 for the rarest. */
function computeRarity(rows: SparseRows): Float64Array {
  const counts = new Uint32Array(rows.width);
  for (const column of rows.columns) counts[column]!++;
  const total = rows.begins.length;
  return Float64Array.from(counts, (count) => (Math.log((1 + total) / (1 + count)) + 1) / 6);
}

/** The logarithm of how much likelier a column is with label 1 than with label 0. */
function computeUnevenness(rows: SparseRows, labels: Uint8Array): Float64Array {
  const counts = [new Float64Array(rows.width).fill(1), new Float64Array(rows.width).fill(1)] as const;
  for (const [row, label] of labels.entries())
    for (let at = rows.begins[row]!; at < rows.begins[row + 1]!; at++) counts[label as 0 | 1][rows.columns[at]!]!++;
  const [without, withLabel] = counts.map((list) => list.reduce((sum, count) => sum + count, 0)) as [number, number];
  return Float64Array.from(counts[1], (count, column) => Math.log(count / withLabel / (counts[0][column]! / without)));
}

/** Platt's two numbers, by Newton's method. */
function fitCalibration(scores: Float64Array, labels: Uint8Array, importance: Float64Array): ModelFile['calibration'] {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < 50; round++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-9, 0, 1e-9];
    for (const [row, score] of scores.entries()) {
      const probability = toProbability(score, { slope, offset });
      const error = (probability - labels[row]!) * importance[row]!;
      const curve = probability * (1 - probability) * importance[row]!;
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
  return { slope, offset };
}

function packWeights(weights: Float64Array): { step: number; weights: string } {
  // A few giants would make the steps coarse for all others.
  const sorted = weights
    .map(Math.abs)
    .filter((weight) => weight > 0)
    .sort();
  const largest = sorted[Math.floor(sorted.length * 0.9999)] ?? 1;
  const step = largest / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step))));
  return { step, weights: Buffer.from(bytes.buffer).toString('base64') };
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function toProbability(score: number, { slope, offset }: ModelFile['calibration']): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}

function toSixDigits(value: number): number {
  return Number(value.toPrecision(6));
}
