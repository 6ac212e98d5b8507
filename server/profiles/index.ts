/** The public face of `profiles`: what later modules may call and fill. */
export {
  checkRule,
  classifyPeople,
  explainRule,
  makeAllRight,
  makeRight,
  mostDefinitions,
  openClassification,
  putFact,
  readNumbersOf,
  type Classified,
} from './classify.ts';
export { conditionsOf, definitionShape, type Condition, type Definition } from './definition.ts';
export {
  countSegment,
  filterSegmentMembers,
  findSegmentMembers,
  isInSegment,
  type MemberRow,
  type Segment,
} from './members.ts';
export { touchEverybody, touchPeople } from './refresh.ts';
export { getSegment, type SavedSegment } from './segment.ts';
export {
  factsMade,
  personFacts,
  type Fact,
  type FactListener,
  type FactReading,
  type FactSource,
  type FactWish,
} from './slots.ts';
export { createTag, giveTag, listTags, takeTag, type Tag } from './tag.ts';
export { listFields, type Field } from './field.ts';
export {
  forgetTraces,
  listGiven,
  readDay,
  readWritten,
  takeBackGiven,
  writeDownGiven,
  type GivenSoFar,
  type GivenValue,
  type WrittenValue,
} from './written-down.ts';
