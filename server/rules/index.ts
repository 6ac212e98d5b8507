/** The public face of `rules`: what later modules may call and hear. */
export { countCases, countUpheldAds, countUpheldOf, getCase, listCases, type Case, type CaseView } from './cases.ts';
export {
  caseAppealed,
  caseDecided,
  caseOpened,
  quarrelHeated,
  sanctionGiven,
  waveNoticed,
  waveOver,
} from './events.ts';
export { appealCase, releaseCase, undoDecision, upholdCase } from './decision.ts';
export { holdPosts } from './hold.ts';
export { sanctionSteps, type SanctionStep } from './ladder.ts';
export { addList } from './lists.ts';
export { changeRulesSettings, rulesSettings, type RulesSettings } from './settings.ts';
export { publishRules, type RuleText } from './text.ts';
export { trusts, type Trust } from './trust.ts';
