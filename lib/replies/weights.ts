/** Brings the learned weights (weights.json: a list for each template) into the one column that the linker adds up from. */
import { compileTemplates, pairTemplates, startTemplates } from './templates.ts';
import type { Program } from './templates.ts';

/** Weights as they are stored: by template, in the order of its combinations. */
export interface StoredWeights {
  pair: Record<string, readonly number[]>;
  start: Record<string, readonly number[]>;
}

export const pairProgram = compileTemplates(pairTemplates, 0);
export const startProgram = compileTemplates(startTemplates, pairProgram.weights);
/** How many weights the learned linker has. */
export const weightCount = pairProgram.weights + startProgram.weights;

/** Puts stored weights into one column; refuses a file that does not fit the templates. */
export function loadWeights(stored: StoredWeights): Float32Array {
  const column = new Float32Array(weightCount);
  eachTemplate((part, template, place) => {
    const list = stored[part][template];
    if (list?.length !== place.size) throw new Error(`weights.json does not fit template "${template}": train again`);
    column.set(list, place.first);
  });
  return column;
}

/** The form in which weights are stored, with three digits after the point. */
export function storeWeights(column: Float32Array): StoredWeights {
  const stored: StoredWeights = { pair: {}, start: {} };
  eachTemplate((part, template, { first, size }) => {
    stored[part][template] = Array.from(
      column.subarray(first, first + size),
      (weight) => Math.round(weight * 1000) / 1000,
    );
  });
  return stored;
}

function eachTemplate(
  visit: (part: 'pair' | 'start', template: string, place: { first: number; size: number }) => void,
): void {
  const parts: ['pair' | 'start', Program][] = [
    ['pair', pairProgram],
    ['start', startProgram],
  ];
  for (const [part, program] of parts) {
    program.templates.forEach((template, number) => visit(part, template, program.places[number]!));
  }
}
