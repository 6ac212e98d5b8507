import type { Message } from './message.ts';

/** A piece of a message's text. */
export type SpokenPart = { kind: 'text'; text: string } | { kind: 'mention'; text: string; isMe: boolean };

/** Cuts a text at the names it speaks to, the longest name first, so that 阮阮 is not found inside 阮阮妈妈. */
export function splitMentions(
  text: string,
  mentions: Message['mentions'],
  at: { me: string; all: string },
): SpokenPart[] {
  const names = mentions
    .map(({ identityId, name }) => ({
      sign: `@${identityId === 'all' ? name || at.all : name}`,
      isMe: identityId === at.me || identityId === 'all',
    }))
    .filter(({ sign }) => sign.length > 1)
    .sort((a, b) => b.sign.length - a.sign.length);
  const parts: SpokenPart[] = [];
  let plain = '';
  for (let index = 0; index < text.length;) {
    const found = names.find(({ sign }) => text.startsWith(sign, index));
    if (!found) {
      plain += text[index];
      index += 1;
      continue;
    }
    if (plain) parts.push({ kind: 'text', text: plain });
    parts.push({ kind: 'mention', text: found.sign, isMe: found.isMe });
    plain = '';
    index += found.sign.length;
  }
  if (plain) parts.push({ kind: 'text', text: plain });
  return parts;
}
