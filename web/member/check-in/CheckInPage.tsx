// The check-in of a group: the streak as the largest thing on the page, the month, the cards, who else came, and one button.
// What others do arrives live; what I do is shown from the answer at once.
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { formatCount } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { getGroup, type GroupView } from '../group.ts';
import { Icon } from '../icons.tsx';
import { memberLive } from '../live.ts';
import { ProblemPage, StatePage, Waiting } from '../Notice.tsx';
import { goBack, Link } from '../router.tsx';
import { Toast, useToast } from '../Toast.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { BoardSection } from './BoardSection.tsx';
import { CardRow } from './CardRow.tsx';
import { listCheckIns, nextMilestone, pressCheckIn, type CheckIn } from './check-ins.ts';
import { dayName } from './month.ts';
import { MonthCard } from './MonthCard.tsx';
import './check-in.css';

interface Loaded {
  view: GroupView;
  checkIns: CheckIn[];
}

/** `/g/:groupId/check-in` */
export function CheckInPage({ groupId }: { groupId: string }): ReactElement {
  const t = useT();
  const loaded = useLoad<Loaded>(`check-ins ${groupId}`, async () => {
    const [view, checkIns] = await Promise.all([getGroup(groupId), listCheckIns(groupId)]);
    return { view, checkIns };
  });
  const { data, reload, set } = loaded;
  const [programId, setProgramId] = useState<string>();
  useEffect(() => {
    document.title = t('member:checkIn.title');
  }, [t]);
  useCheckInFrames(groupId, data, { reload, set });
  if (loaded.error && !data) return <ProblemPage error={loaded.error} retry={reload} />;
  if (!data) return <Waiting />;
  const { checkIns } = data;
  const checkIn = checkIns.find((one) => one.programId === programId) ?? checkIns[0];
  if (!checkIn)
    return (
      <StatePage title={t('member:checkIn.none')} text={t('member:checkIn.noneText')}>
        <Link className="btn line" to={`/g/${groupId}/home`}>
          {t('member:checkIn.toHome')}
        </Link>
      </StatePage>
    );
  const put = (next: CheckIn): void =>
    set({ ...data, checkIns: checkIns.map((one) => (one.programId === next.programId ? next : one)) });
  return (
    <>
      {checkIns.length > 1 ? (
        <nav className="programs" aria-label={t('member:checkIn.programs')}>
          {checkIns.map((one) => (
            <button
              key={one.programId}
              type="button"
              aria-pressed={one === checkIn}
              onClick={() => setProgramId(one.programId)}
            >
              {one.name}
            </button>
          ))}
        </nav>
      ) : null}
      <Program key={checkIn.programId} groupId={groupId} checkIn={checkIn} onChange={put} onReload={reload} />
    </>
  );
}

/** Follows what happens in the group: my own check-in from another place, others' as a number. */
function useCheckInFrames(
  groupId: string,
  data: Loaded | undefined,
  { reload, set }: { reload: () => void; set: (data: Loaded) => void },
): void {
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  });
  useEffect(() => {
    let isFirst = true;
    return memberLive().listen({
      channel: 'group',
      id: groupId,
      onReady: () => {
        if (!isFirst) reload();
        isFirst = false;
      },
      onFrames: (frames) => {
        const now = latest.current;
        if (!now) return;
        const mine = now.view.membership.identityId;
        if (
          frames.some((frame) => frame.type === 'check_ins' || (frame.type === 'check_in' && frame.identityId === mine))
        )
          return reload();
        const others = frames.filter((frame) => frame.type === 'check_in' && frame.how !== 'make_up');
        if (others.length === 0) return;
        const moved = (one: CheckIn): number =>
          others.reduce(
            (sum, frame) =>
              frame.programId === one.programId && frame.day === one.today.day ? sum + (frame.on ? 1 : -1) : sum,
            0,
          );
        const checkIns = now.checkIns.map((one) => ({ ...one, doneToday: Math.max(0, one.doneToday + moved(one)) }));
        latest.current = { ...now, checkIns };
        set(latest.current);
      },
    });
  }, [groupId, reload, set]);
}

function Program(props: {
  groupId: string;
  checkIn: CheckIn;
  onChange: (checkIn: CheckIn) => void;
  onReload: () => void;
}): ReactElement {
  const t = useT();
  const language = useLanguage();
  const toast = useToast();
  const [isSending, setSending] = useState(false);
  const { groupId, checkIn } = props;
  const press = async (): Promise<void> => {
    setSending(true);
    try {
      const { points, checkIn: next } = await pressCheckIn({ groupId, programId: checkIn.programId });
      props.onChange(next);
      const count = next.me.streak;
      toast.show(points > 0 ? t('member:checkIn.saidPoints', { count, points }) : t('member:checkIn.said', { count }));
    } catch (thrown) {
      toast.show(problemText(thrown));
      props.onReload();
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="check-in">
      <Head groupId={groupId} checkIn={checkIn} />
      <main className="wrap">
        <MonthCard groupId={groupId} checkIn={checkIn} />
        <CardRow
          groupId={groupId}
          checkIn={checkIn}
          onUsed={(day) => {
            props.onReload();
            toast.show(t('member:checkIn.filled', { day: dayName(day, language) }));
          }}
        />
        <BoardSection groupId={groupId} checkIn={checkIn} onHidden={props.onReload} onSaid={toast.show} />
      </main>
      <footer className="dock">
        <button
          type="button"
          className="btn"
          disabled={checkIn.today.state !== 'open' || isSending}
          onClick={() => void press()}
        >
          <Icon name={checkIn.today.state === 'done' ? 'check' : 'flame'} size={22} />
          {isSending ? t('member:checkIn.sending') : <ButtonWords checkIn={checkIn} />}
        </button>
        {checkIn.today.state === 'open' && checkIn.words[0] ? (
          <p className="xs c3">{t('member:checkIn.wordHint', { word: checkIn.words[0] })}</p>
        ) : null}
      </footer>
      <Toast text={toast.text} />
    </div>
  );
}

function ButtonWords({ checkIn }: { checkIn: CheckIn }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { today, points, window, startsOn } = checkIn;
  const day = dayName(startsOn, language);
  const words = {
    open: points > 0 ? t('member:checkIn.pressPoints', { points }) : t('member:checkIn.press'),
    done: t('member:checkIn.doneToday'),
    early: t('member:checkIn.early', { time: window.from }),
    late: t('member:checkIn.late', { time: window.to }),
    upcoming: t('member:checkIn.upcoming', { day }),
    paused: t('member:checkIn.paused'),
    ended: t('member:checkIn.ended'),
  };
  return <>{words[today.state]}</>;
}

function Head({ groupId, checkIn }: { groupId: string; checkIn: CheckIn }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { name, me, doneToday } = checkIn;
  const goal = nextMilestone(me.streak);
  return (
    <header className="fair low streak">
      <button type="button" className="hit" aria-label={t('member:back')} onClick={() => goBack(`/g/${groupId}/home`)}>
        <Icon name="back" />
      </button>
      <p className="s">
        {name} · <span className="num">{t('member:checkIn.cameToday', { count: doneToday })}</span>
      </p>
      {me.streak > 0 ? (
        <h1 className="song">
          <span className="big num">{formatCount(me.streak, language)}</span>
          {t('member:checkIn.unbroken', { count: me.streak })}
        </h1>
      ) : (
        <h1 className="song fresh">{t(me.days > 0 ? 'member:checkIn.again' : 'member:checkIn.first')}</h1>
      )}
      <div className="track" aria-hidden="true">
        <i style={{ width: `${Math.min(100, (me.streak / goal) * 100)}%` }} />
      </div>
      <p className="row xs">
        <span className="grow">{t('member:checkIn.toGoal', { count: goal - me.streak, goal })}</span>
        {me.days > 0 ? (
          <span className="num">
            {t('member:checkIn.soFar', { days: me.days, longest: me.longest, points: me.points })}
          </span>
        ) : null}
      </p>
      <i className="eave" />
    </header>
  );
}
