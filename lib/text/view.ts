/** A text on its way through changes; where each of its units came from is kept only when somebody asked for it. */

/** A text and, when wanted, the places in the original that each unit came from. */
export interface TextView {
  text: string;
  starts?: Uint32Array;
  ends?: Uint32Array;
}

/** A stretch that is to be written differently. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Applies edits, which must be in order and not overlap; each new unit comes from the whole stretch that it stands for. */
export function applyEdits(view: TextView, edits: readonly Edit[]): TextView {
  if (edits.length === 0) return view;
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += view.text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  text += view.text.slice(at);
  return view.starts && view.ends ? { text, ...moveOrigins(view as Required<TextView>, edits, text.length) } : { text };
}

/** A view of only these units, in this order. */
export function pickUnits(view: TextView, places: readonly number[]): TextView {
  const text = places.map((place) => view.text[place]).join('');
  if (!view.starts || !view.ends) return { text };
  const { starts, ends } = view;
  return {
    text,
    starts: Uint32Array.from(places, (at) => starts[at]!),
    ends: Uint32Array.from(places, (at) => ends[at]!),
  };
}

function moveOrigins(
  { starts, ends }: Required<TextView>,
  edits: readonly Edit[],
  length: number,
): Omit<Required<TextView>, 'text'> {
  const moved = { starts: new Uint32Array(length), ends: new Uint32Array(length) };
  let [at, to] = [0, 0];
  const copy = (until: number) => {
    for (; at < until; at++, to++) {
      moved.starts[to] = starts[at]!;
      moved.ends[to] = ends[at]!;
    }
  };
  for (const edit of edits) {
    copy(edit.from);
    for (let unit = 0; unit < edit.text.length; unit++, to++) {
      moved.starts[to] = starts[edit.from]!;
      moved.ends[to] = ends[Math.max(edit.from, edit.to - 1)]!;
    }
    at = edit.to;
  }
  copy(starts.length);
  return moved;
}
