// My points in one community: what is there, every line of what moved, how more are earned, thanking somebody with some, the board.
import { useEffect, useState, type ReactElement } from 'react';
import { formatDate, formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { getGroup } from '../group.ts';
import { ProblemPage, Waiting } from '../Notice.tsx';
import { Toast, useToast } from '../Toast.tsx';
import { TopBar } from '../TopBar.tsx';
import { useT, type MemberKey } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { PointsBoardSection } from './PointsBoardSection.tsx';
import { GiftSheet } from './GiftSheet.tsx';
import { useNoGiftReason } from './no-gift.ts';
import { getOwnPoints, type OwnPoints, type PointsLine } from './points.ts';
import './points.css';

interface Loaded {
  communityId: string;
  points: OwnPoints;
}

/** `/g/:groupId/points` */
export function PointsPage({ groupId }: { groupId: string }): ReactElement {
  const loaded = useLoad(`points ${groupId}`, async (): Promise<Loaded> => {
    const { communityId } = await getGroup(groupId);
    return { communityId, points: await getOwnPoints(communityId, { limit: 20 }) };
  });
  if (loaded.error && !loaded.data) return <ProblemPage error={loaded.error} retry={loaded.reload} />;
  if (!loaded.data) return <Waiting />;
  const { data, reload, set } = loaded;
  return <Own groupId={groupId} {...data} onPoints={(points) => set({ ...data, points })} onReload={reload} />;
}

interface OwnProps extends Loaded {
  groupId: string;
  onPoints: (points: OwnPoints) => void;
  onReload: () => void;
}

function Own({ groupId, communityId, points, onPoints, onReload }: OwnProps): ReactElement {
  const t = useT();
  const toast = useToast();
  const [isGiving, setGiving] = useState(false);
  useEffect(() => {
    document.title = t('member:points.title');
  }, [t]);
  return (
    <>
      <TopBar title={t('member:points.title')} back={`/g/${groupId}/me`} />
      <main className="wrap points">
        <article className="card have">
          <p className="s c2">{t('member:points.have')}</p>
          <h1 className="num">{points.balance}</h1>
          <Giving points={points} onGive={() => setGiving(true)} />
        </article>
        <Season points={points} />
        <HowEarned points={points} />
        <Statement communityId={communityId} points={points} onPoints={onPoints} onSaid={toast.show} />
        <PointsBoardSection communityId={communityId} onSaid={toast.show} />
      </main>
      {isGiving ? (
        <GiftSheet
          communityId={communityId}
          points={points}
          onClose={() => setGiving(false)}
          onGiven={(name, amount) => {
            setGiving(false);
            toast.show(t('member:points.given', { name, amount }));
            onReload();
          }}
        />
      ) : null}
      <Toast text={toast.text} />
    </>
  );
}

function Giving({ points, onGive }: { points: OwnPoints; onGive: () => void }): ReactElement | null {
  const t = useT();
  const reason = useNoGiftReason(points);
  const { on, most, leftToday } = points.gifts;
  if (!on) return null;
  const left = Math.min(leftToday, points.balance);
  return (
    <>
      <button type="button" className="btn" disabled={reason !== null} onClick={onGive}>
        {t('member:points.give')}
      </button>
      <p className="xs c3">{reason ?? t('member:points.limits', { most: Math.min(most, left), left })}</p>
    </>
  );
}

/** When everybody begins anew, where that is planned. */
function Season({ points: { season } }: { points: OwnPoints }): ReactElement | null {
  const t = useT();
  const language = useLanguage();
  if (!season) return null;
  const day = formatDate(`${season.endsOn}T12:00:00`, { language });
  return (
    <p className="card s season" role="note">
      {t('member:points.season', { name: season.name, day })}
    </p>
  );
}

function HowEarned({ points: { rules } }: { points: OwnPoints }): ReactElement | null {
  const t = useT();
  if (rules.length === 0) return null;
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:points.how')}</h2>
      </div>
      <ul className="card rows set">
        {rules.map(({ key, label, sentence, perDay }) => (
          <li key={key}>
            <div className="grow">
              <b>{label}</b>
              <span className="xs c3">{sentence}</span>
            </div>
            {perDay === null ? null : <span className="xs c3 num">{t('member:points.perDay', { count: perDay })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StatementProps {
  communityId: string;
  points: OwnPoints;
  onPoints: (points: OwnPoints) => void;
  onSaid: (text: string) => void;
}

function Statement({ communityId, points, onPoints, onSaid }: StatementProps): ReactElement {
  const t = useT();
  const [isBusy, setBusy] = useState(false);
  const { items, nextCursor } = points;
  const readOn = async (cursor: string): Promise<void> => {
    setBusy(true);
    try {
      const next = await getOwnPoints(communityId, { cursor, limit: 20 });
      onPoints({ ...points, items: [...items, ...next.items], nextCursor: next.nextCursor });
    } catch (thrown) {
      onSaid(problemText(thrown));
    }
    setBusy(false);
  };
  return (
    <section className="sec" aria-label={t('member:points.statement')}>
      <div className="sec-h">
        <h2>{t('member:points.statement')}</h2>
      </div>
      {items.length === 0 ? <p className="card empty s c2 tell">{t('member:points.none')}</p> : null}
      {items.length > 0 ? (
        <ul className="card rows statement">
          {items.map((line) => (
            <Line key={line.seq} line={line} />
          ))}
        </ul>
      ) : null}
      {nextCursor ? (
        <button type="button" className="btn line" disabled={isBusy} onClick={() => void readOn(nextCursor)}>
          {t('member:points.more')}
        </button>
      ) : null}
    </section>
  );
}

function Line({ line }: { line: PointsLine }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { amount, at, balance, reversedBy } = line;
  return (
    <li className={reversedBy ? 'taken' : undefined}>
      <div className="grow">
        <b>{useLineWords(line)}</b>
        <span className="xs c3 num">
          {formatMoment(at, { language })} · {t('member:points.after', { balance })}
          {reversedBy ? ` · ${t('member:points.taken')}` : ''}
        </span>
      </div>
      <span className={amount > 0 ? 'num of came' : 'num of'}>
        {amount > 0 ? '+' : '−'}
        {Math.abs(amount)}
      </span>
    </li>
  );
}

/** What a line was for, as one would say it. */
function useLineWords({ gift, memo, label, reverses, amount }: PointsLine): string {
  const t = useT();
  if (gift && !reverses) {
    const name = gift.name || t('member:report.gone');
    const words = t(giftWords(gift), { name });
    return gift.note ? t('member:points.withNote', { words, note: gift.note }) : words;
  }
  return memo || label || t(amount > 0 ? 'member:points.came' : 'member:points.went');
}

function giftWords({ isMine, messageId }: NonNullable<PointsLine['gift']>): MemberKey {
  if (messageId === null) return isMine ? 'member:points.gaveTo' : 'member:points.gotFrom';
  return isMine ? 'member:points.gaveToFor' : 'member:points.gotFromFor';
}
