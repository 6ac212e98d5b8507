/**
 * Trains the language models of lib/text and writes their weights: `npm run bench -- train-text --data FOLDER`, where the folder
 * holds `cold-offense-zh` (train.csv, dev.csv). Hyperparameters, probabilities and thresholds come from the train part alone;
 * the dev part only tells how well it went. The last line is JSON.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { foldText } from '../lib/text/normalise.ts';
import { openModel, type ModelFile } from '../lib/text/linear-model.ts';
import { bestThreshold, measureClasses } from './kit/classification.ts';
import { readCsvFile } from './kit/labelled-csv.ts';
import { trainModel, type LabelledText } from './kit/text-training.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } });
const weightsOf = (name: string) => new URL(`../lib/text/${name}.weights.json`, import.meta.url);

console.log(JSON.stringify({ name: 'train-text', offence: trainOffence(`${values.data}/cold-offense-zh`) }));

function trainOffence(folder: string): object {
  const [train, dev] = [readCold(`${folder}/train.csv`), readCold(`${folder}/dev.csv`)];
  const options = { orders: [1, 2, 3], bits: 19, fewest: 24, freedom: 3, rounds: 80, chooseThreshold: bestThreshold };
  const { file, unseen } = trainModel(train, options);
  const labels = Uint8Array.from(train, ({ label }) => label);
  const about = {
    what: 'Chinese offensive language; probability that people would call a message offensive',
    trainedOn: 'COLD train (thu-coai/COLDataset, Apache-2.0), 25,726 comments about race, region and gender',
    figures: { trainUnseen: measureClasses(unseen, labels, file.threshold), dev: measure({ ...file, about: {} }, dev) },
  };
  writeFileSync(weightsOf('offence'), `${JSON.stringify({ ...file, about })}\n`);
  return about.figures;
}

function readCold(path: string): LabelledText[] {
  return readCsvFile(path).map(({ label, TEXT }) => ({ text: foldText(TEXT!), label: label === '1' ? 1 : 0 }));
}

/** Measures a file as lib/text will use it, with weights of one byte. */
function measure(file: ModelFile, examples: readonly LabelledText[]): object {
  const model = openModel(file);
  const probabilities = Float64Array.from(examples, ({ text }) => model.probability(text));
  return measureClasses(
    probabilities,
    Uint8Array.from(examples, ({ label }) => label),
    file.threshold,
  );
}
