/** The public face of the analysis. */
export { analyse } from './analyse.ts';
export type { AnalyseOptions, AnalysisProgress } from './analyse.ts';
export { CATALOGUE, METRICS_VERSION } from './catalogue.ts';
export type { MetricId, MetricSpec } from './catalogue.ts';
export type * from './diagnosis.ts';
export { HEAT_WEIGHTS } from './heat.ts';
export { sortPeople } from './sorting.ts';
export type { Bands, LikelyAdvertiser, LikelyLeader, Sorting, SortOptions } from './sorting.ts';
export { INTRINSIC_WEIGHTS } from './value.ts';
