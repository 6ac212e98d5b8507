/** A part of a text: `finding` = number of the finding that points at it, from 0; null when none does. */
export interface MarkedPart {
  text: string;
  finding: number | null;
}

/** Cuts a text where findings begin and end; where several point at one place the first one counts. */
export function markText(
  text: string,
  findings: readonly { spans: readonly { start: number; end: number }[] }[],
): MarkedPart[] {
  const places = findings.flatMap(({ spans }, finding) =>
    spans.map(({ start, end }) => ({ finding, start: Math.max(0, start), end: Math.min(text.length, end) })),
  );
  const edges = new Set([0, text.length]);
  for (const { start, end } of places) if (start < end) edges.add(start).add(end);
  const cuts = [...edges].sort((one, other) => one - other);
  const parts: MarkedPart[] = [];
  for (const [at, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[at + 1]!;
    const over = places.filter(({ start, end }) => start <= from && to <= end).map(({ finding }) => finding);
    const finding = over.length > 0 ? Math.min(...over) : null;
    const last = parts.at(-1);
    if (last && last.finding === finding) last.text += text.slice(from, to);
    else parts.push({ text: text.slice(from, to), finding });
  }
  return parts;
}
