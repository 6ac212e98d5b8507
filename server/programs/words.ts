/** Whether a message is a check-in: pure, so that what counts can be tested and told to members in one sentence. */
import { foldText, readSignals } from '../../lib/text/index.ts';

/** Names that a message speaks to first, and marks and pictures before the first word. */
const opening = /^(?:@\S+\s+|[^\p{L}\p{N}@#]+)+/u;
const clauseEnd = /[,.。!?;~\n…]/u;

/**
 * A message counts when it begins with one of the words (people it speaks to and emoji aside) or has one as a #tag. A question
 * about it does not: 「打卡怎么打」, 「打卡了吗？」.
 */
export function isCheckIn(text: string, words: readonly string[]): boolean {
  const folded = foldText(text).trim();
  const start = folded.replace(opening, '');
  return words.some((word) => {
    const wanted = foldText(word).trim();
    if (wanted === '') return false;
    if (hasTag(folded, wanted)) return true;
    return begins(start, wanted) && !asksAbout(start);
  });
}

function begins(text: string, word: string): boolean {
  if (!text.startsWith(word)) return false;
  // 「in」 is not the beginning of 「interesting」; Chinese has no spaces between words.
  return !(/[a-z0-9]$/.test(word) && /^[a-z0-9]/.test(text.slice(word.length)));
}

function hasTag(text: string, word: string): boolean {
  for (let at = text.indexOf(`#${word}`); at >= 0; at = text.indexOf(`#${word}`, at + 1))
    if (begins(text.slice(at + 1), word)) return true;
  return false;
}

/** Only the clause with the word is looked at: one may check in and then ask something. */
function asksAbout(text: string): boolean {
  const end = text.search(clauseEnd);
  return readSignals(end < 0 ? text : text.slice(0, end + 1)).isQuestion;
}
