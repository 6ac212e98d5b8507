import { App, Button } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { useCallSeasonOff, useSeasons } from '../../../data/points.ts';
import type { Season } from '../../../data/points.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import { SeasonDrawer } from './SeasonDrawer.tsx';

/** Seasons: the one to come with its way back, and what was taken before. */
export function SeasonsCard() {
  const t = useText();
  const { communityId, can } = useHere();
  const paging = usePaging('');
  const seasons = useSeasons(communityId, { limit: 20, ...(paging.cursor ? { cursor: paging.cursor } : {}) });
  const [isPlanning, setPlanning] = useState(false);
  const hasComing = seasons.data?.items.some(({ state }) => state === 'planned' || state === 'running') ?? true;
  const add = can('points.manage') && (
    <Button type="primary" disabled={hasComing} icon={<Icon name="plus" size={14} />} onClick={() => setPlanning(true)}>
      {t('points.season.plan')}
    </Button>
  );
  return (
    <section className="card tblw" aria-label={t('points.seasons')}>
      <div className="ch pointshead">
        <h2>{t('points.seasons')}</h2>
        {seasons.data && seasons.data.items.length > 0 && <div className="pointstools">{add}</div>}
      </div>
      <Answer query={seasons} rows={4}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="seasonlines">
                {items.map((season) => (
                  <Line key={season.id} season={season} />
                ))}
              </ul>
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : (
            <EmptyState
              kind="nothing"
              title={t('points.season.none')}
              text={t('points.season.noneText')}
              action={add}
            />
          )
        }
      </Answer>
      {isPlanning && <SeasonDrawer onClose={() => setPlanning(false)} />}
    </section>
  );
}

const tagOf = { planned: 'tag a', running: 'tag a', done: 'tag j', called_off: 'tag' } as const;

function Line({ season }: { season: Season }) {
  const t = useText();
  const when = useWhen();
  const language = useLanguage();
  const { name, endsOn, state, toldAt, people, points, words } = season;
  const taken = { people: formatCount(people, language), points: formatCount(points, language) };
  return (
    <li>
      <div className="grow">
        <b>{name}</b> <span className={tagOf[state]}>{t(`points.season.state.${state}`)}</span>
        <p className="s c2">
          {t('points.season.until', { day: when.day(`${endsOn}T12:00:00`) })}
          {state === 'planned' && (
            <>
              {t('pulse.comma')}
              {toldAt ? t('points.season.told', { when: when.moment(toldAt) }) : t('points.season.notTold')}
            </>
          )}
          {(state === 'done' || state === 'running') && (
            <>
              {t('pulse.comma')}
              {t('points.season.taken', taken)}
            </>
          )}
        </p>
        {state === 'planned' && <p className="s c3 words">{words}</p>}
      </div>
      {state === 'planned' && <CallOff season={season} />}
    </li>
  );
}

function CallOff({ season: { id, name } }: { season: Season }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { modal } = App.useApp();
  const tellProblem = useTellProblem();
  const callOff = useCallSeasonOff(communityId);
  if (!can('points.manage')) return null;
  const ask = () =>
    modal.confirm({
      title: t('points.season.offAsk', { name }),
      content: t('points.season.offText'),
      okText: t('points.season.off'),
      cancelText: t('common.cancel'),
      onOk: () => callOff.mutateAsync(id).catch(tellProblem),
    });
  return (
    <Button size="small" onClick={() => void ask()}>
      {t('points.season.off')}
    </Button>
  );
}
