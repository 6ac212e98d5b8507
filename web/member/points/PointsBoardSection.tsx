import type { ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { ListWait } from '../ListWait.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { getPointsBoard, hideFromBoard } from './points.ts';

/** Who earned most in four weeks, where the community shows it; my own place is for me alone, and I may stay off it. */
export function PointsBoardSection({
  communityId,
  onSaid,
}: {
  communityId: string;
  onSaid: (text: string) => void;
}): ReactElement | null {
  const t = useT();
  const loaded = useLoad(`points board ${communityId}`, () => getPointsBoard(communityId));
  const board = loaded.data;
  if (board && !board.on) return null;
  const hide = async (hidden: boolean): Promise<void> => {
    try {
      await hideFromBoard(communityId, hidden);
      loaded.reload();
    } catch (thrown) {
      onSaid(problemText(thrown));
    }
  };
  return (
    <section className="sec" aria-label={t('member:points.board')}>
      <div className="sec-h">
        <h2>{t('member:points.board')}</h2>
        <span className="xs c3 num">
          {board?.own ? t('member:points.place', { place: board.own.place, points: board.own.points }) : ''}
        </span>
      </div>
      <ListWait loaded={loaded} height={180} />
      {board && board.top.length === 0 ? <p className="card empty s c2 tell">{t('member:points.boardEmpty')}</p> : null}
      {board && board.top.length > 0 ? (
        <ol className="card rows statement">
          {board.top.map(({ identityId, name, points }, at) => (
            <li key={identityId}>
              <b className="num rank">{at + 1}</b>
              <b className="grow ell">{name}</b>
              <span className="num of">{t('member:points.points', { count: points })}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {board ? (
        <div className="row hide">
          <div className="grow">
            <b id="hide-points">{t('member:points.hide')}</b>
            <span className="xs c2">{t('member:points.hideText')}</span>
          </div>
          <button
            type="button"
            className="sw"
            role="switch"
            aria-checked={board.hidden}
            aria-labelledby="hide-points"
            onClick={() => void hide(!board.hidden)}
          />
        </div>
      ) : null}
    </section>
  );
}
