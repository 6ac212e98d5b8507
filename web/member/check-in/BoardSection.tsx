import { useState, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { Avatar } from '../Avatar.tsx';
import { ListWait } from '../ListWait.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { getBoard, setHidden, type BoardLine, type CheckIn, type Scope } from './check-ins.ts';

const scopes: readonly Scope[] = ['week', 'all'];
/** So many lines say who leads; the rest is there for whoever wants it. */
const few = 5;

/** Who has checked in most in this group. I am always in sight, to myself; whoever wants to may stay off it for the others. */
export function BoardSection(props: {
  groupId: string;
  checkIn: CheckIn;
  onHidden: () => void;
  onSaid: (text: string) => void;
}): ReactElement {
  const t = useT();
  const [scope, setScope] = useState<Scope>('week');
  const { groupId, checkIn } = props;
  const { programId, me } = checkIn;
  const board = useLoad(`board ${programId} ${scope} ${me.days} ${me.hidden} ${checkIn.doneToday}`, () =>
    getBoard({ groupId, programId }, scope),
  );
  // While it is counted again, the last board of this scope stays.
  const [kept, setKept] = useState<{ scope: Scope; programId: string; data: NonNullable<typeof board.data> }>();
  if (board.data && kept?.data !== board.data) setKept({ scope, programId, data: board.data });
  const shown = board.data ?? (kept?.scope === scope && kept.programId === programId ? kept.data : undefined);
  const hide = async (): Promise<void> => {
    try {
      await setHidden(groupId, !me.hidden);
      props.onHidden();
    } catch (thrown) {
      props.onSaid(problemText(thrown));
    }
  };
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:checkIn.board')}</h2>
        <span className="xs c3 num">{shown ? t('member:checkIn.boardTotal', { count: shown.total }) : ''}</span>
      </div>
      <div className="scopes" role="group" aria-label={t('member:checkIn.board')}>
        {scopes.map((one) => (
          <button key={one} type="button" aria-pressed={scope === one} onClick={() => setScope(one)}>
            {t(`member:checkIn.scope.${one}`)}
          </button>
        ))}
      </div>
      {shown ? <Lines key={scope} {...shown} /> : <ListWait loaded={board} height={180} />}
      <div className="row hide">
        <div className="grow">
          <b id="hide-me">{t('member:checkIn.hide')}</b>
          <span className="xs c2">{t('member:checkIn.hideText')}</span>
        </div>
        <button
          type="button"
          className="sw"
          role="switch"
          aria-checked={me.hidden}
          aria-labelledby="hide-me"
          onClick={() => void hide()}
        />
      </div>
    </section>
  );
}

function Lines({ items, me }: { items: BoardLine[]; me: BoardLine }): ReactElement {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || items.length <= few + 1 ? items : items.slice(0, few);
  const isOn = shown.some(({ identityId }) => identityId === me.identityId);
  if (items.length === 0 && me.days === 0) return <p className="card empty s c2">{t('member:checkIn.boardEmpty')}</p>;
  return (
    <>
      <ol className="card rows board">
        {shown.map((line) => (
          <Line key={line.identityId} line={line} isMe={line.identityId === me.identityId} />
        ))}
        {isOn ? null : <Line line={me} isMe />}
      </ol>
      {shown.length < items.length ? (
        <button type="button" className="btn line board-all" onClick={() => setWhole(true)}>
          {t('member:checkIn.boardAll')}
        </button>
      ) : null}
    </>
  );
}

function Line({ line, isMe }: { line: BoardLine; isMe: boolean }): ReactElement {
  const t = useT();
  const { rank, name, days, streak, doneToday } = line;
  const state = t(doneToday ? 'member:checkIn.lineDone' : 'member:checkIn.lineOpen');
  return (
    <li className={isMe ? 'mine' : undefined}>
      <b className={rank <= 3 && days > 0 ? 'num rank top3' : 'num rank'}>{days > 0 ? rank : '–'}</b>
      <Avatar face={{ ...line, id: line.identityId }} size={40} />
      <div className="grow">
        <b className="ell">{isMe ? t('member:chat.you') : name}</b>
        <p className={isMe ? 'xs c2' : 'xs c3'}>
          {isMe && line.hidden
            ? t('member:checkIn.lineHidden')
            : streak > 1
              ? t('member:checkIn.lineStreak', { state, count: streak })
              : state}
        </p>
      </div>
      <span className="num of">{t('member:checkIn.days', { count: days })}</span>
    </li>
  );
}
