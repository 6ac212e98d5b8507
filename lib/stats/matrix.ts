/** Small dense linear algebra on rows of numbers: what regressions need, for up to some dozens of columns. */

/** Solves A·x = b for a symmetric positive definite A (rows) by Cholesky. Throws a RangeError when A is not. */
export function solveSymmetric(a: readonly Float64Array[], b: Float64Array): Float64Array {
  return substitute(factorise(a), b);
}

/** Inverse of a symmetric positive definite matrix. Throws a RangeError when it is not. */
export function invertSymmetric(a: readonly Float64Array[]): Float64Array[] {
  const lower = factorise(a);
  return a.map((_, i) =>
    substitute(
      lower,
      Float64Array.from({ length: a.length }, (__, k) => (k === i ? 1 : 0)),
    ),
  );
}

/** A k × k matrix of zeros. */
export function zeros(k: number): Float64Array[] {
  return Array.from({ length: k }, () => new Float64Array(k));
}

/** Scalar product of two rows of the same length. */
export function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i]! * y[i]!;
  return total;
}

/** Adds `factor`·x·xᵀ to A in place. */
export function addOuter(a: readonly Float64Array[], x: ArrayLike<number>, factor: number): void {
  for (let i = 0; i < a.length; i++) {
    const row = a[i]!;
    const scaled = factor * x[i]!;
    if (scaled !== 0) for (let k = 0; k < row.length; k++) row[k] = row[k]! + scaled * x[k]!;
  }
}

function factorise(a: readonly Float64Array[]): Float64Array[] {
  const n = a.length;
  const lower = zeros(n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k <= i; k++) {
      let rest = a[i]![k]!;
      for (let j = 0; j < k; j++) rest -= lower[i]![j]! * lower[k]![j]!;
      if (i !== k) {
        lower[i]![k] = rest / lower[k]![k]!;
        continue;
      }
      if (!(rest > 1e-12 * Math.abs(a[i]![i]!))) {
        throw new RangeError(`columns depend on each other (at ${i}): leave one out, or ask for a ridge`);
      }
      lower[i]![i] = Math.sqrt(rest);
    }
  }
  return lower;
}

function substitute(lower: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  const n = x.length;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = x[i]! - lower[i]![k]! * x[k]!;
    x[i] = x[i]! / lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = x[i]! - lower[k]![i]! * x[k]!;
    x[i] = x[i]! / lower[i]![i]!;
  }
  return x;
}
