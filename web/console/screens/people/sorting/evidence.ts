// The numbers that speak for a likelihood, in words.
import type { SortedPerson } from '../../../data/sorting.ts';
import { useText } from '../../../text.ts';

/** Gives the sentences of one person's evidence; what the numbers do not tell is not said. */
export function useEvidence(): (one: SortedPerson) => string[] {
  const t = useText();
  const percent = (value = 0) => Math.round(value * 100);
  return ({ kind, evidence }) => {
    const number = (key: string) => evidence[key] ?? 0;
    if (kind === 'leader') {
      const words = [t('sorting.evidence.answered', { replies: number('replies'), repliers: number('repliers') })];
      words.push(t('sorting.evidence.standing', { low: percent(evidence.low), high: percent(evidence.high) }));
      if (evidence.estimated) words.push(t('sorting.evidence.estimated'));
      return words;
    }
    if (kind === 'zombie') {
      const { spoke, read, usual } = evidence;
      return [
        t('sorting.evidence.quiet', { days: number('quiet') }),
        ...(usual === undefined ? [] : [t('sorting.evidence.usual', { days: usual })]),
        spoke === undefined ? t('sorting.evidence.neverSpoke') : t('sorting.evidence.spoke', { days: spoke }),
        read === undefined ? t('sorting.evidence.neverRead') : t('sorting.evidence.read', { days: read }),
        t('sorting.evidence.tenure', { days: number('tenure') }),
      ];
    }
    const { messages = 0, ads = 0, upheld = 0, contacts = 0, repeated = 0, unanswered = 0 } = evidence;
    const words = [t('sorting.evidence.signs', { count: number('signs') })];
    if (upheld > 0) words.push(t('sorting.evidence.upheld', { count: upheld }));
    if (ads > 0) {
      words.push(t('sorting.evidence.ads', { messages, ads }));
      const share = { share: percent(evidence.share), low: percent(evidence.low), high: percent(evidence.high) };
      words.push(t('sorting.evidence.share', share));
    }
    if (contacts > 0) words.push(t('sorting.evidence.contacts', { count: contacts }));
    if (repeated > 0) words.push(t('sorting.evidence.repeated', { count: repeated }));
    if (ads > 0 && unanswered === ads) words.push(t('sorting.evidence.unanswered'));
    return words;
  };
}
