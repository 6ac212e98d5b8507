import { Link } from 'react-router';
import { useShadows } from '../../../data/shadows.ts';
import type { ShadowOf, ShadowReport } from '../../../data/shadows.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { Precision } from '../evidence/Precision.tsx';

/** What was noted, what was said of it, and how sure that makes it. */
export function ShadowFigures({ report, of }: { report: ShadowReport; of: ShadowOf }) {
  const t = useText();
  const { precision, standing, noticed, right, wrong, fewest } = report;
  const missing = fewest - right - wrong;
  return (
    <div className="shadow-figures">
      <ShadowTold report={report} of={of} />
      {precision && <Precision {...precision} />}
      {standing === 'few' && noticed > 0 && (
        <p className="s amber">{t('rules.arm.fewMore', { count: missing, fewest })}</p>
      )}
      {standing === 'bad' && precision && (
        <p className="s red">{t('rules.arm.badMore', { count: Math.ceil(10 * (1 - precision.low)) })}</p>
      )}
    </div>
  );
}

/** The same in one line, where something only notes just now. */
export function ShadowLine({ of }: { of: ShadowOf }) {
  const { communityId } = useHere();
  const shadows = useShadows(communityId, [of]);
  return (
    <span className="grow">
      <Answer query={shadows} rows={1}>
        {([report]) => report && <ShadowTold report={report} of={of} />}
      </Answer>
    </span>
  );
}

function ShadowTold({ report, of }: { report: ShadowReport; of: ShadowOf }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const { since, noticed, right, wrong } = report;
  const open = noticed - right - wrong;
  const door = (result?: 'waiting') => {
    const query = new URLSearchParams({ view: 'dry', ...of, ...(result ? { result } : {}) });
    return `/c/${communityId}/rules/cases?${query.toString()}`;
  };
  return (
    <p className="s c2">
      {since && t('rules.arm.since', { when: when.day(since) })}
      {noticed === 0 ? (
        t('rules.arm.noneNoticed')
      ) : (
        <>
          <Link className="link" to={door()}>
            {t('rules.arm.noticed', { count: noticed })}
          </Link>
          {right + wrong > 0 && t('rules.arm.judged', { looked: right + wrong, right, wrong })}
          {open > 0 && (
            <>
              {t('rules.arm.and')}
              <Link className="link" to={door('waiting')}>
                {t('rules.arm.open', { count: open })}
              </Link>
            </>
          )}
        </>
      )}
    </p>
  );
}
