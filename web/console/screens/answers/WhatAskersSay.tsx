import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSatisfaction } from '../../data/answers.ts';
import type { Said, Satisfaction } from '../../data/answers.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { useText } from '../../text.ts';
import { ShareWords } from './ShareWords.tsx';

const windows = ['7', '28', '90'] as const;

/** What askers say under answers: of the team, of each steward, of each script. */
export function WhatAskersSay() {
  const t = useText();
  const { communityId } = useHere();
  const filters = useFilters();
  const days = windows.find((one) => one === filters.read('days')) ?? '28';
  const found = useSatisfaction(communityId, days);
  return (
    <>
      <div className="fb">
        <Segmented
          aria-label={t('response.days')}
          value={days}
          options={windows.map((value) => ({ value, label: t('response.window', { count: Number(value) }) }))}
          onChange={(next) => filters.set({ days: next === '28' ? undefined : next })}
        />
      </div>
      <Answer query={found}>{(said) => <Told said={said} />}</Answer>
    </>
  );
}

function Told({ said }: { said: Satisfaction }) {
  const t = useText();
  const { communityId } = useHere();
  if (said.team.answers + said.members.answers === 0)
    return (
      <section className="card cb" aria-label={t('answers.together')}>
        <EmptyState kind="nothing" title={t('answers.none')} text={t('answers.noneText')} />
      </section>
    );
  return (
    <>
      <Rows
        title={t('answers.together')}
        rows={[
          { id: 'team', name: t('answers.team'), said: said.team },
          { id: 'members', name: t('answers.members'), said: said.members },
        ]}
        how={t('answers.how', { count: said.fewest })}
      />
      {said.stewards.length > 0 && (
        <Rows
          title={t('answers.stewards')}
          rows={said.stewards.map(({ id, name, kind, said: words }) => ({
            id,
            name: name || t('talk.gone'),
            sub: t(`answers.kind.${kind}`),
            said: words,
          }))}
          how={t('answers.stewardsHow')}
        />
      )}
      <Rows
        title={t('answers.scripts')}
        rows={said.scripts.map(({ scriptId, title, standard, said: words }) => ({
          id: scriptId,
          name: <Link to={`/c/${communityId}/scripts?q=${encodeURIComponent(title)}`}>{title}</Link>,
          sub: standard ? t('scripts.standard') : '',
          said: words,
        }))}
        none={t('answers.noScripts')}
      />
    </>
  );
}

interface RowsProps {
  title: string;
  rows: readonly { id: string; name: ReactNode; sub?: string; said: Said }[];
  how?: string;
  none?: string;
}

function Rows({ title, rows, how, none }: RowsProps) {
  const t = useText();
  const heads = ['answers', 'share', 'helpful', 'unsolved'] as const;
  return (
    <section className="card" aria-label={title}>
      <div className="ch">
        <h2>{title}</h2>
      </div>
      {rows.length === 0 ? (
        <p className="c3 cb">{none}</p>
      ) : (
        <div role="table" aria-label={title}>
          <div className="answers-row answers-heads xs c3" role="row">
            <span role="columnheader">{t('response.head.name')}</span>
            {heads.map((head) => (
              <span key={head} role="columnheader">
                {t(`answers.head.${head}`)}
              </span>
            ))}
          </div>
          {rows.map(({ id, name, sub, said }) => (
            <div className="answers-row" role="row" key={id}>
              <div role="rowheader" className="answers-name">
                <b className="ell">{name}</b>
                {sub ? <span className="xs c3">{sub}</span> : null}
              </div>
              {heads.map((head) => (
                <div role="cell" key={head}>
                  <span className="answers-lab xs c3" aria-hidden="true">
                    {t(`answers.head.${head}`)}
                  </span>
                  {head === 'share' ? <ShareWords share={said.share} /> : <span className="num">{said[head]}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
      {how ? <p className="xs c3 answers-how">{how}</p> : null}
    </section>
  );
}
