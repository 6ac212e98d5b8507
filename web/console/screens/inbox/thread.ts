import type { Message } from '../../data/messages.ts';

/** A stretch of the talk around a question: what belongs to it, and what does not, folded. */
export type ThreadPart = { kind: 'message'; message: Message } | { kind: 'folded'; key: string; messages: Message[] };

/**
 * Rebuilds the line of a question out of the flat talk (oldest first): the question, what it replies to, what the asker says
 * after it, every reply within the line, and who calls the asker by name. The rest is folded where it stood; what stood before
 * the question and is no part of it is left out.
 */
export function rebuildThread(messages: readonly Message[], questionId: string): ThreadPart[] {
  const at = messages.findIndex(({ id }) => id === questionId);
  const question = messages[at];
  if (!question) return messages.map((message) => ({ kind: 'message', message }));
  const asker = question.author.identityId;
  const line = new Set([questionId, ...(question.replyTo ? [question.replyTo.id] : [])]);
  for (const message of messages.slice(at + 1)) {
    const belongs =
      (message.replyTo !== null && line.has(message.replyTo.id)) ||
      message.author.identityId === asker ||
      message.mentions.some(({ identityId }) => identityId === asker);
    if (belongs) line.add(message.id);
  }
  const parts: ThreadPart[] = [];
  for (const [index, message] of messages.entries()) {
    if (message.kind === 'system') continue;
    const last = parts.at(-1);
    if (line.has(message.id)) parts.push({ kind: 'message', message });
    else if (index < at) continue;
    else if (last?.kind === 'folded') last.messages.push(message);
    else parts.push({ kind: 'folded', key: `folded ${message.id}`, messages: [message] });
  }
  // One message alone takes no more room than the line that would fold it.
  return parts.map((part) =>
    part.kind === 'folded' && part.messages.length === 1 ? { kind: 'message', message: part.messages[0]! } : part,
  );
}
