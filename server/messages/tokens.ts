/**
 * Tokens: 64-bit numbers under which search finds a message. The week of the message stands in the upper 16 bits, so that
 * what is said now is written to one small, warm part of the index, and search can go from week to week, newest first. Below are 48 bits
 * of a hash of community and gram. Two grams may share a hash: the recheck of the text makes that harmless.
 */
import { gramsOfText, hashGram } from '../../lib/text/tokens.ts';
import type { MessageKind } from './store/row.ts';

const weekMs = 7 * 86_400_000;

/** The week of a moment, counted from 1970; earlier ones fall into week 0. */
export function weekOf(at: Date): number {
  return Math.min(32_767, Math.max(0, Math.floor(at.getTime() / weekMs)));
}

/** The first moment of a week. */
export function startOfWeek(week: number): Date {
  return new Date(week * weekMs);
}

/** What a message is found by beside its words. */
export interface Facets {
  groupId: string;
  authorId: string;
  kind: MessageKind;
}

/** All tokens of a message. */
export function tokensOfMessage(communityId: string, message: Facets & { text: string; at: Date }): string[] {
  const grams = gramsOfText(message.text);
  grams.push(groupGram(message.groupId), authorGram(message.authorId));
  if (message.kind !== 'text') grams.push(kindGram(message.kind));
  return tokensOfGrams(communityId, weekOf(message.at), grams);
}

/** The tokens of some grams in one week. */
export function tokensOfGrams(communityId: string, week: number, grams: readonly string[]): string[] {
  const seed = seedOf(communityId);
  const base = BigInt(week) << 48n;
  return grams.map((gram) => String(base | BigInt(hashGram(gram, seed))));
}

/** The gram of everything in a group. */
export function groupGram(groupId: string): string {
  return `g${groupId}`;
}

/** The gram of everything by an author. */
export function authorGram(identityId: string): string {
  return `a${identityId}`;
}

/** The gram of everything of a kind other than plain text. */
export function kindGram(kind: MessageKind): string {
  return `k${kind}`;
}

function seedOf(communityId: string): number {
  // The last eight hex digits of an id are random.
  return Number.parseInt(communityId.slice(-8), 16) | 0;
}
