/** The public face of `communities`; later modules import nothing else of it. */
export { createCommunity } from './founding.ts';
export {
  findCommunity,
  getCommunity,
  getZone,
  listCommunities,
  purposeLine,
  updateCommunity,
  type Community,
  type CommunityChange,
} from './community.ts';
export type { Canvas } from './canvas.ts';
export type { Check } from './completeness.ts';
export { communityChanged, communityCreated } from './events.ts';
export { communityKinds, stages, type CommunityKind, type Stage } from './kinds.ts';
export {
  communityExport,
  completenessChecks,
  playbookSection,
  playbookSections,
  type ExportPart,
  type PlannedChange,
  type PlaybookSection,
} from './slots.ts';
export { partsOfTables } from './table-parts.ts';
export { optionalLine, paragraphs, singleLine } from './wording.ts';
