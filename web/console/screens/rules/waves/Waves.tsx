import { Segmented } from 'antd';
import { Link } from 'react-router';
import { useHere } from '../../../data/session.ts';
import { useWaves } from '../../../data/waves.ts';
import type { WaveLine } from '../../../data/waves.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useFilters } from '../../../pieces/filters.ts';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { RulesHead } from '../RulesHead.tsx';
import { useEntranceName } from './useEntranceName.ts';
import './waves.css';

const states = ['open', 'over'] as const;

/** Waves of joins: those that count, and what became of those of the last 30 days. */
export function Waves() {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const state = states.find((one) => one === filters.read('state')) ?? 'open';
  const paging = usePaging(state);
  const waves = useWaves(communityId, { state, ...(paging.cursor ? { cursor: paging.cursor } : {}) });
  return (
    <>
      <RulesHead on="waves" />
      <div className="fb">
        <Segmented
          aria-label={t('waves.which')}
          value={state}
          options={states.map((value) => ({ value, label: t(`waves.state.${value}`) }))}
          onChange={(value) => filters.set({ state: value === 'open' ? undefined : value })}
        />
      </div>
      <section className="card narrow" aria-label={t('waves.title')}>
        <Answer query={waves} rows={4}>
          {({ items, nextCursor }) => (
            <>
              {items.length === 0 && (
                <EmptyState
                  kind="nothing"
                  title={t(`waves.none.${state}`)}
                  text={t(`waves.noneText.${state}`)}
                  action={
                    <Link className="btn" to={`/c/${communityId}/rules/settings`}>
                      {t('waves.toSettings')}
                    </Link>
                  }
                />
              )}
              {items.length > 0 && (
                <ul className="wave-list">
                  {items.map((wave) => (
                    <Line key={wave.id} wave={wave} />
                  ))}
                </ul>
              )}
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          )}
        </Answer>
      </section>
    </>
  );
}

function Line({ wave }: { wave: WaveLine }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const nameOf = useEntranceName();
  const { id, group, people, minutes, lastAt, sign, how, approvalUntil, heldUntil } = wave;
  return (
    <li>
      <Link className="wave-line" to={`/c/${communityId}/rules/waves/${id}`}>
        <span className="row">
          <b className="grow">{t('waves.line', { group, people, minutes })}</b>
          <time className="xs c3 nw" dateTime={lastAt}>
            {when.moment(lastAt)}
          </time>
        </span>
        <span className="s c2">
          {nameOf(wave.entrance)}
          {t('rules.semicolon')}
          {t(`waves.sign.${sign}`)}
        </span>
        {(how !== null || approvalUntil !== null || heldUntil !== null) && (
          <span className="row wrap">
            {how !== null && <span className="tag">{t(`waves.how.${how}`)}</span>}
            {approvalUntil !== null && <span className="tag a">{t('waves.approvalTag')}</span>}
            {heldUntil !== null && <span className="tag a">{t('waves.holdTag')}</span>}
          </span>
        )}
      </Link>
    </li>
  );
}
