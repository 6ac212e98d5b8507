import { linkReplies, type LinkInput } from '../../lib/replies/index.ts';
import type { MessageFacts } from '../messages/index.ts';

/**
 * From which probability on a message counts as the answer to another one without having said so. Only the learned linker is ever so
 * sure: the rule, calibrated, says .76 at most, even where somebody is spoken to by name.
 */
const sure = 0.8;

/** What answers what in a stretch of talk, oldest first: quotes, and what the linker is sure of. Gives parents by child. */
export function linkTalk(
  talk: readonly MessageFacts[],
  names: ReadonlyMap<string, string>,
): Map<string, { parentId: string; explicit: boolean }> {
  const numbers = new Map(talk.map((message, at) => [message.id, at]));
  const authors = [...new Set(talk.map((message) => message.authorId))];
  const authorNumbers = new Map(authors.map((author, at) => [author, at]));
  const input: LinkInput = {
    count: talk.length,
    at: Float64Array.from(talk, (message) => message.at.getTime()),
    author: Int32Array.from(talk, (message) => authorNumbers.get(message.authorId)!),
    text: (message) => talk[message]!.text,
    names: authors.map((author) => names.get(author) ?? ''),
    explicitParent: Int32Array.from(talk, ({ replyTo }) => (replyTo === null ? -1 : (numbers.get(replyTo) ?? -1))),
    mentions: (message) =>
      (talk[message]!.mentions ?? []).flatMap(({ identityId }) => authorNumbers.get(identityId) ?? []),
    isSystem: (message) => talk[message]!.kind === 'system' || talk[message]!.recalledAt !== null,
  };
  const { edges } = linkReplies(input, { linker: 'logistic' });
  const parents = new Map<string, { parentId: string; explicit: boolean }>();
  edges.child.forEach((child, at) => {
    const explicit = input.explicitParent[child]! >= 0;
    if (explicit || edges.p[at]! >= sure)
      parents.set(talk[child]!.id, { parentId: talk[edges.parent[at]!]!.id, explicit });
  });
  return parents;
}
