// How well the checks do, counted from what people decided: what was stopped, how often rightly and how sure that is, what appeals
// put right, how long somebody had to wait. Each number is a door to the cases behind it.
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useQuality } from '../../../data/lessons.ts';
import type { PeriodQuality, Quality as Found } from '../../../data/lessons.ts';
import type { CaseResult } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useFilters } from '../../../pieces/filters.ts';
import { useText } from '../../../text.ts';
import { Lessons } from './Lessons.tsx';
import { Precision } from '../evidence/Precision.tsx';
import { RulesHead } from '../RulesHead.tsx';
import { saySpan } from '../../../pieces/spans.ts';
import './quality.css';

const periods = [7, 30, 90] as const;

/** The quality of the checks, and what was taught. */
export function Quality() {
  const { communityId } = useHere();
  const quality = useQuality(communityId);
  return (
    <>
      <RulesHead on="quality" />
      <div className="rules-quality">
        <Answer query={quality}>{(found) => <Checks found={found} />}</Answer>
        <Lessons />
      </div>
    </>
  );
}

function Checks({ found }: { found: Found }) {
  const t = useText();
  const filters = useFilters();
  const days = periods.find((one) => String(one) === filters.read('days')) ?? 30;
  const inPeriod = ({ periods: all }: { periods: PeriodQuality[] }) => all.find((one) => one.days === days)!;
  const seen = found.checks.filter((one) => inPeriod(one).stopped + inPeriod(one).dry.noted > 0);
  const quiet = found.checks.filter((one) => !seen.includes(one));
  return (
    <section className="card quality" aria-label={t('rules.quality.title')}>
      <div className="ch">
        <h2>{t('rules.quality.title')}</h2>
        <Segmented
          className="more"
          size="small"
          aria-label={t('rules.quality.period')}
          value={days}
          options={periods.map((value) => ({ value, label: t('rules.quality.days', { count: value }) }))}
          onChange={(value) => filters.set({ days: value === 30 ? undefined : String(value) })}
        />
      </div>
      {seen.length === 0 ? (
        <EmptyState
          kind="nothing"
          title={t('rules.quality.nothing', { count: days })}
          text={t('rules.quality.nothingText')}
        />
      ) : (
        <div className="quality-rows" role="table" aria-label={t('rules.quality.title')}>
          <div className="quality-row quality-heads xs c3" role="row">
            {(['check', 'stopped', 'right', 'overturned', 'waited'] as const).map((head) => (
              <span key={head} role="columnheader">
                {t(`rules.quality.head.${head}`)}
              </span>
            ))}
          </div>
          {seen.map((one) => (
            <Row key={one.check} check={one.check} one={inPeriod(one)} fewest={found.fewestDecided} />
          ))}
          <Row check="all" one={inPeriod(found.all)} fewest={found.fewestDecided} />
        </div>
      )}
      {seen.length > 0 && (
        <p className="xs c3 quality-how">
          {quiet.length > 0 &&
            t('rules.quality.quiet', {
              checks: quiet.map(({ check }) => t(`rules.check.${check}`)).join(t('rules.comma')),
            })}{' '}
          {t('rules.quality.how')}
        </p>
      )}
    </section>
  );
}

type CheckKey = Found['checks'][number]['check'] | 'all';

interface RowProps {
  check: CheckKey;
  one: PeriodQuality;
  fewest: number;
}

function Row({ check, one, fewest }: RowProps) {
  const t = useText();
  const door = { check, days: one.days };
  const cell = (head: 'stopped' | 'right' | 'overturned' | 'waited') => (
    <span className="quality-lab xs c3" aria-hidden="true">
      {t(`rules.quality.head.${head}`)}
    </span>
  );
  return (
    <div className={check === 'all' ? 'quality-row quality-all' : 'quality-row'} role="row">
      <div role="rowheader" className="quality-name">
        <b>{check === 'all' ? t('rules.quality.all') : t(`rules.check.${check}`)}</b>
        {one.dry.noted > 0 && (
          <span className="xs c2">
            {t('rules.quality.dry')} <Number {...door} isDry count={one.dry.noted} />{' '}
            {one.dry.right + one.dry.wrong > 0 &&
              t('rules.quality.dryJudged', { right: one.dry.right, wrong: one.dry.wrong })}
          </span>
        )}
      </div>
      <div role="cell">
        {cell('stopped')}
        <Number {...door} count={one.stopped} isBig />
      </div>
      <div role="cell" className="quality-right">
        {cell('right')}
        <Judged one={one} fewest={fewest} />
        <span className="xs c2 row wrap">
          {(['right', 'wrong', 'waiting'] as const).map((result) => (
            <span key={result}>
              {t(`rules.quality.${result}`)} <Number {...door} result={result} count={one[result]} />
            </span>
          ))}
        </span>
      </div>
      <div role="cell">
        {cell('overturned')}
        <Number {...door} result="overturned" count={one.overturned} isBig />
      </div>
      <div role="cell">
        {cell('waited')}
        {one.medianSeconds === null ? (
          <span className="c3">—</span>
        ) : (
          <>
            <b>{saySpan(t, one.medianSeconds)}</b>
            <span className="xs c3 quality-n">{t('rules.quality.ofDecided', { count: one.decided })}</span>
          </>
        )}
      </div>
    </div>
  );
}

/** How often a check was right; too few decisions are told as such. */
function Judged({ one: { precision, right, wrong }, fewest }: Pick<RowProps, 'one' | 'fewest'>) {
  const t = useText();
  if (!precision)
    return (
      <span className="s c2">
        {right + wrong === 0 ? t('rules.quality.noneJudged') : t('rules.quality.few', { count: right + wrong, fewest })}
      </span>
    );
  return <Precision {...precision} />;
}

interface NumberProps {
  check: CheckKey;
  days: number;
  count: number;
  result?: CaseResult;
  isDry?: boolean;
  isBig?: boolean;
}

/** A number that leads to the cases behind it. */
function Number({ check, days, count, result, isDry = false, isBig = false }: NumberProps) {
  const { communityId } = useHere();
  const language = useLanguage();
  const told = formatCount(count, language);
  const className = isBig ? 'quality-big' : undefined;
  if (count === 0) return <span className={className ? `${className} c3` : 'c3'}>{told}</span>;
  const query = new URLSearchParams({ check, days: String(days), ...(result ? { result } : {}) });
  if (isDry) query.set('view', 'dry');
  return (
    <Link className={isBig ? 'link quality-big' : 'link'} to={`/c/${communityId}/rules/cases?${query.toString()}`}>
      {told}
    </Link>
  );
}
