import { useText } from '../../text.ts';

/** How a day came to count: said, pressed, filled in by a card or by the team. */
export function HowTag({ how, granted }: { how: 'word' | 'button' | 'make_up'; granted: boolean }) {
  const t = useText();
  if (granted) return <span className="tag p">{t('programs.how.team')}</span>;
  if (how === 'make_up') return <span className="tag g">{t('programs.how.card')}</span>;
  return <span className="tag">{t(how === 'word' ? 'programs.how.word' : 'programs.how.button')}</span>;
}
