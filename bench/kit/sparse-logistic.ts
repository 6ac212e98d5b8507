/** Logistic regression on sparse rows whose values depend only on the column and the row: full batches, Adam, L2. */

/** Rows of column numbers, one after the other. */
export interface SparseRows {
  /** Where each row begins; one entry more than rows. */
  begins: Uint32Array;
  columns: Uint32Array;
  width: number;
}

/** What is learnt from: rows, what each is (0 or 1), what a column is worth and how much a row is divided by. */
export interface LogisticTask {
  rows: SparseRows;
  labels: Uint8Array;
  columnScale: Float64Array;
  rowScale: Float64Array;
  /** Importance of a row; all 1 when absent. */
  importance?: Float64Array;
  /** Strength of the data against the pull to zero; larger means freer weights. */
  freedom: number;
  rate: number;
  rounds: number;
}

/** Learnt weights, already multiplied by the scale of their columns. */
export interface LogisticWeights {
  weights: Float64Array;
  bias: number;
}

/** Learns the weights. */
export function fitLogistic(task: LogisticTask): LogisticWeights {
  const { rows, columnScale, rate, rounds } = task;
  const [weights, first, second] = [0, 1, 2].map(() => new Float64Array(rows.width)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const gradient = new Float64Array(rows.width);
  let bias = 0;
  for (let round = 1; round <= rounds; round++) {
    const pull = computeGradient(task, { weights, bias }, gradient);
    for (let column = 0; column < rows.width; column++) {
      const slope = gradient[column]!;
      if (slope === 0 && first[column] === 0) continue;
      first[column] = 0.9 * first[column]! + 0.1 * slope;
      second[column] = 0.99 * second[column]! + 0.01 * slope * slope;
      const speed = Math.sqrt(second[column]! / (1 - 0.99 ** round)) + 1e-8;
      weights[column]! -= (rate * (first[column]! / (1 - 0.9 ** round))) / speed;
    }
    bias -= rate * 5 * pull;
  }
  return { weights: weights.map((weight, column) => weight * columnScale[column]!), bias };
}

/** The score of every row. */
export function scoreRows(rows: SparseRows, rowScale: Float64Array, { weights, bias }: LogisticWeights): Float64Array {
  return rowScale.map((scale, row) => {
    let sum = 0;
    for (let at = rows.begins[row]!; at < rows.begins[row + 1]!; at++) sum += weights[rows.columns[at]!]!;
    return sum * scale + bias;
  });
}

/** Fills the gradient over the weights and gives that of the bias. */
function computeGradient(task: LogisticTask, model: LogisticWeights, gradient: Float64Array): number {
  const { rows, labels, columnScale, rowScale, importance, freedom } = task;
  const count = labels.length;
  gradient.fill(0);
  let pull = 0;
  for (let row = 0; row < count; row++) {
    const [from, to] = [rows.begins[row]!, rows.begins[row + 1]!];
    let sum = 0;
    for (let at = from; at < to; at++) {
      const column = rows.columns[at]!;
      sum += model.weights[column]! * columnScale[column]!;
    }
    const probability = 1 / (1 + Math.exp(-(sum * rowScale[row]! + model.bias)));
    const error = (probability - labels[row]!) * (importance?.[row] ?? 1);
    pull += error;
    const share = error * rowScale[row]!;
    for (let at = from; at < to; at++) gradient[rows.columns[at]!]! += share * columnScale[rows.columns[at]!]!;
  }
  for (let column = 0; column < rows.width; column++)
    gradient[column] = (gradient[column]! + model.weights[column]! / freedom) / count;
  return pull / count;
}
