import type { ReactNode } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import type { Canvas, Goal } from '../../data/communities.ts';
import type { Fit } from '../../data/purpose.ts';
import { useText } from '../../text.ts';

/** The canvas to read: the manifesto first, then what it stands on; what is missing says so. */
export function CanvasPage({ canvas, fit }: { canvas: Canvas; fit: Fit }) {
  const t = useText();
  const reasons = canvas.whyJoin.reasons.map((reason) => t(`reason.${reason}`));
  return (
    <article className="card canvas">
      <header className="canvas-head">
        <div className="lab">{t('purpose.manifesto')}</div>
        <p className="manifesto song words">{canvas.manifesto || <Missing />}</p>
        {canvas.vision && <p className="c2 words">{canvas.vision}</p>}
      </header>
      <div className="canvas-grid">
        <Part title={t('purpose.targetPerson')}>{canvas.targetPerson || <Missing />}</Part>
        <Part title={t('purpose.whyCreate')}>{canvas.whyCreate || <Missing />}</Part>
        <Part title={t('purpose.whyJoin')}>
          {reasons.length > 0 && (
            <div className="row wrap" style={{ marginBottom: 4 }}>
              {reasons.map((reason) => (
                <span className="tag g" key={reason}>
                  {reason}
                </span>
              ))}
            </div>
          )}
          {canvas.whyJoin.text || (reasons.length === 0 && <Missing />)}
        </Part>
        <Part title={t('purpose.pains')}>
          <Lines lines={canvas.pains} />
        </Part>
        <Part title={t('purpose.sharedValues')}>
          <Lines lines={canvas.sharedValues} />
        </Part>
        {(['original', 'exclusive', 'fresh'] as const).map((way) => (
          <Part key={way} title={t(`purpose.${way}`)}>
            {canvas.value[way] || <Missing />}
          </Part>
        ))}
      </div>
      <section className="canvas-goals">
        <h2 className="h2">{t('purpose.goals')}</h2>
        {canvas.goals.length > 0 ? (
          canvas.goals.map((goal, index) => <GoalLine key={index} goal={goal} />)
        ) : (
          <Missing />
        )}
      </section>
      <section className="canvas-goals">
        <div className={`note ${{ fits: 'j', with_care: 'a', does_not_fit: 'r', open: '' }[fit.verdict]}`}>
          <Icon name={fit.verdict === 'fits' ? 'check' : 'warn'} />
          <div>
            <b>{fit.text}</b>
            {fit.reasons.length > 0 && <div>{fit.reasons.map(({ text }) => text).join(' ')}</div>}
            {fit.instead.length > 0 && (
              <ul className="instead">
                {fit.instead.map(({ key, text }) => (
                  <li key={key}>{text}</li>
                ))}
              </ul>
            )}
          </div>
        </div>
      </section>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="lab">{title}</h2>
      <div className="words">{children}</div>
    </section>
  );
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 0) return <Missing />;
  return (
    <ol className="three">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}

function GoalLine({ goal }: { goal: Goal }) {
  const t = useText();
  return (
    <div className="goal">
      <span className="tag">{goal.subject || t(`purpose.layer.${goal.layer}`)}</span>
      <span className="grow">{goal.text}</span>
      {goal.figure !== null && (
        <b className="song nw">
          {goal.figure}
          <span className="xs c3"> {goal.unit}</span>
        </b>
      )}
      {goal.by && <span className="xs c3 nw">{t('purpose.by', { day: goal.by })}</span>}
    </div>
  );
}

function Missing() {
  const t = useText();
  return <span className="c3">{t('purpose.missing')}</span>;
}
