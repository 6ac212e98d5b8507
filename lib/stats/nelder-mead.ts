/** Where a function is least, and its value there. */
export interface Minimum {
  at: Float64Array;
  value: number;
  converged: boolean;
}

/**
 * Finds a local minimum without derivatives (Nelder & Mead 1965), starting at `start` with steps of `step` in each
 * direction; restarts around the best point until a restart no longer helps.
 */
export function minimise(f: (x: Float64Array) => number, start: ArrayLike<number>, step = 0.1): Minimum {
  let best = descend(f, Float64Array.from(start), step);
  for (let i = 0; i < 10; i++) {
    const again = descend(f, best.at, step / 2);
    const gained = best.value - again.value;
    if (gained > 0) best = again;
    if (gained < 1e-10 * (1 + Math.abs(best.value))) return best;
  }
  return { ...best, converged: false };
}

interface Vertex {
  at: Float64Array;
  value: number;
}

function descend(f: (x: Float64Array) => number, start: Float64Array, step: number): Minimum {
  const vertex = (at: Float64Array): Vertex => ({ at, value: f(at) });
  const simplex = [vertex(start), ...Array.from(start, (_, i) => vertex(start.with(i, start[i]! + step)))];
  const byValue = (a: Vertex, b: Vertex): number => a.value - b.value;
  for (let i = 0; i < 400 * start.length; i++) {
    simplex.sort(byValue);
    const best = simplex[0]!;
    const worst = simplex.at(-1)!;
    if (Math.abs(worst.value - best.value) < 1e-12 * (1 + Math.abs(best.value))) {
      return { at: best.at, value: best.value, converged: true };
    }
    const centre = start.map(
      (_, j) => simplex.slice(0, -1).reduce((total, { at }) => total + at[j]!, 0) / start.length,
    );
    const along = (factor: number): Vertex => vertex(centre.map((c, j) => c + factor * (worst.at[j]! - c)));
    const replacement = chooseVertex(simplex, along);
    if (replacement) simplex[simplex.length - 1] = replacement;
    else {
      for (let k = 1; k < simplex.length; k++) {
        simplex[k] = vertex(simplex[k]!.at.map((x, j) => best.at[j]! + (x - best.at[j]!) / 2));
      }
    }
  }
  simplex.sort(byValue);
  return { at: simplex[0]!.at, value: simplex[0]!.value, converged: false };
}

/** Reflection, expansion or contraction of the worst vertex; `null` when only shrinking is left. */
function chooseVertex(simplex: readonly Vertex[], along: (factor: number) => Vertex): Vertex | null {
  const reflected = along(-1);
  if (reflected.value < simplex[0]!.value) {
    const expanded = along(-2);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < simplex.at(-2)!.value) return reflected;
  const worst = simplex.at(-1)!;
  const contracted = reflected.value < worst.value ? along(-0.5) : along(0.5);
  return contracted.value < Math.min(worst.value, reflected.value) ? contracted : null;
}
