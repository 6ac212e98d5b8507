import { criteria, useReviewSummary } from '../../data/answers.ts';
import type { ReviewSummary } from '../../data/answers.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useText } from '../../text.ts';
import { ShareWords } from './ShareWords.tsx';

/** Reviews of the last quarter for each steward, and how far two reviewers agree. */
export function Reviewers() {
  const { communityId } = useHere();
  const summary = useReviewSummary(communityId);
  return (
    <Answer query={summary} rows={2}>
      {(found) => (
        <>
          {found.stewards.length > 0 && <Stewards found={found} />}
          {found.pairs.length > 0 && <Pairs found={found} />}
        </>
      )}
    </Answer>
  );
}

function Stewards({ found }: { found: ReviewSummary }) {
  const t = useText();
  return (
    <section className="card" aria-label={t('answers.reviewed')}>
      <div className="ch">
        <h2>{t('answers.reviewed')}</h2>
      </div>
      <ul className="answers-lines">
        {found.stewards.map(({ id, name, reviews, shares }) => (
          <li key={id}>
            <span className="answers-name">
              <b className="ell">{name || t('talk.gone')}</b>
              <span className="xs c3">{t('answers.reviews', { count: reviews })}</span>
            </span>
            {criteria.map((key) => (
              <span key={key}>
                <span className="xs c3">{t(`answers.yes.${key}`)} </span>
                <ShareWords share={shares[key]} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pairs({ found }: { found: ReviewSummary }) {
  const t = useText();
  return (
    <section className="card" aria-label={t('answers.agreement')}>
      <div className="ch">
        <h2>{t('answers.agreement')}</h2>
      </div>
      <ul className="answers-lines">
        {found.pairs.map(({ one, other, n, agreement }) => (
          <li key={`${one.userId} ${other.userId}`}>
            <span className="answers-name">
              <b className="ell">{t('answers.pair', { one: one.name, other: other.name })}</b>
              <span className="xs c3">{t('answers.shared', { count: n })}</span>
            </span>
            {agreement === null ? (
              <span className="tag o">{t('answers.tooLittle')}</span>
            ) : (
              criteria.map((key) => (
                <span key={key}>
                  <span className="xs c3">{t(`answers.yes.${key}`)} </span>
                  <Kappa of={agreement[key]} />
                </span>
              ))
            )}
          </li>
        ))}
      </ul>
      <p className="xs c3 answers-how">{t('answers.agreementHow', { count: found.fewestShared })}</p>
    </section>
  );
}

function Kappa({ of }: { of: NonNullable<ReviewSummary['pairs'][number]['agreement']>['isRight'] }) {
  const t = useText();
  const share = Math.round(of.agreed * 100);
  if (of.kappa === null) return <span className="s">{t('answers.alike', { share })}</span>;
  const { value, low, high } = of.kappa;
  return (
    <span className="share-words">
      <b className="song">κ {value.toFixed(2)}</b>
      <span className="xs c3 nw">
        {t('answers.kappaBetween', { low: low.toFixed(2), high: high.toFixed(2), share })}
      </span>
    </span>
  );
}
