import { Icon } from '../../../kit/antd/Icon.tsx';
import type { LetterScore } from '../../data/purpose.ts';
import { useText } from '../../text.ts';

const fair = 35;
const good = 60;

/** The five letters of a complete community, each with its score and the next step. */
export function Completeness({ letters }: { letters: LetterScore[] }) {
  const t = useText();
  return (
    <section className="card" aria-label={t('purpose.completeness')}>
      <div className="ch">
        <h2>{t('purpose.completeness')}</h2>
        <span className="cnt">{t('purpose.completenessSub')}</span>
      </div>
      <ul className="letters">
        {letters.map((letter) => (
          <li key={letter.letter}>
            <details>
              <summary>
                <b className="song">{letter.title}</b>
                <span className={`bar ${letter.score >= good ? '' : letter.score >= fair ? 'm' : 'l'}`}>
                  <i style={{ width: `${letter.score}%` }} />
                </span>
                <span className="score">{letter.score}</span>
                <Icon name="down" size={13} />
              </summary>
              <ul className="checks s">
                {letter.checks.map(({ key, met, text }) => (
                  <li key={key} className={met ? '' : 'c2'}>
                    <Icon name={met ? 'check' : 'clock'} size={14} />
                    {text}
                  </li>
                ))}
              </ul>
            </details>
            {letter.next && <p className="s c2 next">{t('purpose.next', { step: letter.next.text })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
