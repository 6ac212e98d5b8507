/** How well scores put what is unwelcome before what is not. */

/** Figures at the middle, and of the order. */
export interface RankFigures {
  precision: number;
  recall: number;
  f1: number;
  auc: number;
  /** Share of what is unwelcome that is found when one of a hundred, or of a thousand, others is taken for it. */
  recallAt1pct: number;
  recallAt01pct: number;
}

/** Measures probabilities against labels (true = unwelcome); texts with the same score are taken together. */
export function measureRanking(scores: readonly number[], labels: readonly boolean[]): RankFigures {
  const order = scores.map((_, at) => at).sort((one, other) => scores[other]! - scores[one]!);
  const unwelcome = labels.filter(Boolean).length;
  const others = labels.length - unwelcome;
  const recallAt = { 0.01: 0, 0.001: 0 };
  let [hits, alarms, area] = [0, 0, 0];
  for (let at = 0; at < order.length;) {
    const score = scores[order[at]!]!;
    const [hitsBefore, alarmsBefore] = [hits, alarms];
    for (; at < order.length && scores[order[at]!] === score; at++) {
      if (labels[order[at]!]) hits++;
      else alarms++;
    }
    area += ((alarms - alarmsBefore) * (hits + hitsBefore)) / 2;
    for (const share of [0.01, 0.001] as const) if (alarms <= share * others) recallAt[share] = hits / unwelcome;
  }
  const called = scores.filter((score) => score >= 0.5).length;
  const right = scores.filter((score, at) => score >= 0.5 && labels[at]).length;
  const figures = {
    precision: right / Math.max(1, called),
    recall: right / unwelcome,
    f1: (2 * right) / (called + unwelcome),
    auc: area / (unwelcome * others),
    recallAt1pct: recallAt[0.01],
    recallAt01pct: recallAt[0.001],
  };
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  ) as unknown as RankFigures;
}
