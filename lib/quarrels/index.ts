/** The public face of the quarrel kit. */
export { alarmHeat, heatWindow, measureWindow, quarrelWeights, usualPace } from './heat.ts';
export type { Felt, Heat } from './heat.ts';
export { angryFrom, readTemper, type Temper } from './temper.ts';
export { isWorthTelling, mostLessons, thresholdOf } from './budget.ts';
export type { QuarrelBudget, Told } from './budget.ts';
