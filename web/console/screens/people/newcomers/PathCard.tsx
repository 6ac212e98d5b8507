import { usePath } from '../../../data/newcomers.ts';
import type { PathFigures } from '../../../data/newcomers.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useText } from '../../../text.ts';

const steps = ['people', 'welcomed', 'carded', 'spoke', 'answered', 'back'] as const;

/** How far those got whose first days are over: counts, and shares once there are enough of them. */
export function PathCard({ groupId }: { groupId: string | undefined }) {
  const t = useText();
  const { communityId } = useHere();
  const path = usePath(communityId, groupId === undefined ? {} : { groupId });
  return (
    <section className="card cb" aria-label={t('newcomers.figures')}>
      <h2 className="h2">{t('newcomers.title')}</h2>
      <Answer query={path} rows={3}>
        {(figures) => <Funnel figures={figures} />}
      </Answer>
    </section>
  );
}

function Funnel({ figures: { over, days, enough } }: { figures: PathFigures }) {
  const t = useText();
  if (over.people === 0) return <p className="s c2">{t('newcomers.nobodyYet', { days })}</p>;
  const percent = (step: (typeof steps)[number]) => Math.round((100 * over[step]) / over.people);
  return (
    <>
      <p className="s c2">{t('newcomers.over', { days, count: over.people })}</p>
      <ol className="newcomers-steps">
        {steps.map((step) => (
          <li key={step}>
            <span className="s">{t(`newcomers.step.${step}`)}</span>
            <span className="newcomers-bar" aria-hidden="true">
              <i style={{ width: `${percent(step)}%` }} />
            </span>
            <b className="num">{over[step]}</b>
            <span className="xs c3 num">{over.few ? '' : t('newcomers.share', { percent: percent(step) })}</span>
          </li>
        ))}
      </ol>
      {over.few && <p className="xs c3">{t('newcomers.few', { enough })}</p>}
    </>
  );
}
