// Thanking somebody with points: whom, how many, a line of thanks, and once more the whole before anything moves.
import { useState, type FormEvent, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { newKey } from '../../kit/api.ts';
import { Avatar } from '../Avatar.tsx';
import { ListWait } from '../ListWait.tsx';
import { findPeople, type FoundPerson } from '../people/people.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { giveAtMessage, givePoints, type MessagePlace, type OwnPoints } from './points.ts';

/** Whom points are given to. */
export type Receiver = Pick<FoundPerson, 'identityId' | 'name' | 'pictureId'>;

interface GiftSheetProps {
  communityId: string;
  points: OwnPoints;
  /** Whom, where that is said already. */
  to?: Receiver;
  /** The message that it is for; `to` wrote it. */
  at?: MessagePlace | undefined;
  onClose: () => void;
  onGiven: (name: string, amount: number) => void;
}

/** Gives points to another member, in three steps. */
export function GiftSheet({ communityId, points, to: first, at, onClose, onGiven }: GiftSheetProps): ReactElement {
  const t = useT();
  // The same gift however often the button is pressed.
  const [id] = useState(newKey);
  const [to, setTo] = useState(first);
  const [wish, setWish] = useState<{ amount: number; note: string }>();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  if (!to)
    return (
      <Sheet title={t('member:points.toWhom')} onClose={onClose}>
        <PickReceiver communityId={communityId} onPick={setTo} />
      </Sheet>
    );
  const title = t('member:points.giveTo', { name: to.name });
  if (!wish)
    return (
      <Sheet title={title} onClose={onClose}>
        <GiftForm points={points} onWish={setWish} />
      </Sheet>
    );
  const give = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      await (at ? giveAtMessage(at, { id, ...wish }) : givePoints(communityId, { id, toId: to.identityId, ...wish }));
      onGiven(to.name, wish.amount);
    } catch (thrown) {
      setProblem(problemText(thrown));
      setBusy(false);
    }
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <p className="sure">
        {t('member:points.sure', { name: to.name, amount: wish.amount, left: points.balance - wish.amount })}
      </p>
      {wish.note ? <p className="s c2">{t('member:points.withWords', { note: wish.note })}</p> : null}
      <p className="xs c3">{t('member:points.stays')}</p>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn sheet-btn" disabled={isBusy} onClick={() => void give()}>
        {t('member:points.giveYes', { amount: wish.amount })}
      </button>
      <button type="button" className="btn line sheet-btn" onClick={() => setWish(undefined)}>
        {t('member:points.change')}
      </button>
    </Sheet>
  );
}

function PickReceiver({ communityId, onPick }: { communityId: string; onPick: (to: Receiver) => void }): ReactElement {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const found = useLoad(`receivers ${communityId} ${q}`, () => findPeople(communityId, q ? { q } : {}));
  return (
    <>
      <form
        className="row points-find"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setQ(typed.trim());
        }}
      >
        <input
          className="input grow"
          type="search"
          value={typed}
          enterKeyHint="search"
          placeholder={t('member:points.findName')}
          aria-label={t('member:points.findName')}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="btn line sm">
          {t('member:board.look')}
        </button>
      </form>
      <ListWait loaded={found} height={180} />
      {found.data?.items.length === 0 ? <p className="s c2 tell">{t('member:points.nobody')}</p> : null}
      <ul className="rows receivers">
        {found.data?.items.slice(0, 12).map((one) => (
          <li key={one.identityId}>
            <button type="button" onClick={() => onPick(one)}>
              <Avatar face={{ ...one, id: one.identityId }} size={40} />
              <b className="grow ell">{one.name}</b>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function GiftForm({
  points,
  onWish,
}: {
  points: OwnPoints;
  onWish: (wish: { amount: number; note: string }) => void;
}): ReactElement {
  const t = useT();
  const most = Math.min(points.gifts.most, points.gifts.leftToday, points.balance);
  const [amount, setAmount] = useState(String(Math.min(5, most)));
  const [note, setNote] = useState('');
  const figure = Number(amount);
  const isFine = Number.isInteger(figure) && figure >= 1 && figure <= most;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isFine) onWish({ amount: figure, note: note.trim() });
  };
  return (
    <form className="card-form" onSubmit={submit}>
      <label className="field">
        <span>{t('member:points.amount', { most })}</span>
        <input
          className="input"
          name="amount"
          inputMode="numeric"
          value={amount}
          aria-invalid={!isFine}
          onChange={(event) => setAmount(event.target.value)}
        />
      </label>
      <div role="alert">
        {isFine || amount === '' ? null : <p className="wrong">{t('member:points.amountWrong', { most })}</p>}
      </div>
      <label className="field">
        <span>{t('member:points.note')}</span>
        <input
          className="input"
          name="note"
          value={note}
          maxLength={60}
          placeholder={t('member:points.noteHint')}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="submit" className="btn" disabled={!isFine}>
        {t('member:points.next')}
      </button>
    </form>
  );
}
