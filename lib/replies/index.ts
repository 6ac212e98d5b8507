/** Who answers what in a flat chat: quotes first, then one of three linkers, chosen by the group's own quotes. */
export { createLinker, linkReplies } from './link.ts';
export type { LinkResult } from './link.ts';
export type { LinkerReason, LinkerScores } from './choice.ts';
export type { Decision, EdgeSource, Linker, LinkerName, LinkInput, ReplyEdges } from './links.ts';
export { edgeSources, linkerNames } from './links.ts';
