/**
 * From what was heard to what may be recorded: cleans the text, checks its form, reads replies and mentions. Pure, so that every
 * refusal can be tested without a database.
 */
import { cleanText, type Author, type IncomingItem, type MentionShown, type PictureShown } from '../carriers/index.ts';
import { longestText, mostMentions } from './settings.ts';
import type { MessageKind, Origin } from './store/row.ts';

/** A message that has the right form and is not recorded yet. */
export interface Draft {
  author: Author;
  mutedUntil: Date | null;
  operatorId: string | null;
  clientId: string | null;
  externalId: string | null;
  origin: Origin;
  at: Date;
  kind: MessageKind;
  text: string;
  picture: PictureShown | null;
  replyTo: string | null;
  mentions: MentionShown[];
}

/** Why an item has not the right form. */
export type FormProblem = 'empty' | 'too_long' | 'picture_missing' | 'too_many_mentions' | 'mention_all_not_allowed';

/** What the form of an item is checked against. */
export interface DraftFacts {
  author: Author;
  mutedUntil: Date | null;
  origin: Origin;
  operatorId?: string | null;
  /** Names of those who can be spoken to, by identity. */
  names: ReadonlyMap<string, string>;
}

/** Checks the form of one item. Mentions of people who are not there fall away: the text stays what it is. */
export function draftOf(
  item: IncomingItem,
  facts: DraftFacts,
): { ok: true; draft: Draft } | { ok: false; reason: FormProblem } {
  const text = cleanText(item.text);
  if (item.kind === 'image' && item.picture === null) return { ok: false, reason: 'picture_missing' };
  if (!showsSomething(text) && item.picture === null) return { ok: false, reason: 'empty' };
  if (text.length > longestText && [...text].length > longestText) return { ok: false, reason: 'too_long' };
  const asked = [...new Set(item.mentions)];
  if (asked.length > mostMentions) return { ok: false, reason: 'too_many_mentions' };
  if (asked.includes('all') && !speaksForTeam(facts.author)) return { ok: false, reason: 'mention_all_not_allowed' };
  const mentions = asked.flatMap((identityId): MentionShown[] => {
    if (identityId === 'all') return [{ identityId: 'all', name: '' }];
    const name = facts.names.get(identityId);
    return name === undefined ? [] : [{ identityId, name }];
  });
  const { clientId, externalId, at, kind, picture, replyTo } = item;
  const { author, mutedUntil, origin, operatorId = null } = facts;
  return {
    ok: true,
    draft: { author, mutedUntil, operatorId, clientId, externalId, origin, at, kind, text, picture, replyTo, mentions },
  };
}

/** Whether there is anything to see: text of nothing but invisible characters would be an empty bubble. */
function showsSomething(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** Whether the author is team in this group: stewards, admins, owner, the official voice. */
export function speaksForTeam(author: Author): boolean {
  return author.kind === 'official' || author.role !== 'member';
}

/** What is quoted of a message in an answer to it. */
export function excerptOf(row: { text: string; kind: string }): string {
  const line = row.text.replace(/\s+/g, ' ');
  const chars = [...line];
  return chars.length > 80 ? `${chars.slice(0, 79).join('')}…` : line;
}
