/** How likely people are to call a message offensive, by a linear model of Chinese character n-grams. */
import { createRequire } from 'node:module';
import { openModel, type LinearModel, type ModelFile } from './linear-model.ts';
import { foldText } from './normalise.ts';

let model: LinearModel | undefined;

/** The calibrated probability that people would call this text offensive; the weights are read at the first call. */
export function rateOffence(text: string): number {
  return rateFoldedOffence(foldText(text));
}

/** The same for a text that is already folded. */
export function rateFoldedOffence(folded: string): number {
  return openOffenceModel().probability(folded);
}

/** The model with its threshold: from there on calling a text offensive is right more often than not. */
export function openOffenceModel(): LinearModel {
  return (model ??= openModel(createRequire(import.meta.url)('./offence.weights.json') as ModelFile));
}
