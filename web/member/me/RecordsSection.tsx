import { useState, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import { leaveGroup, type GroupView } from '../group.ts';
import { Icon } from '../icons.tsx';
import { Link, navigate } from '../router.tsx';
import { eraseMe, exportUrl, type MyCommunity } from '../self.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';

/** My records are mine: take them along, leave, or be forgotten. */
export function RecordsSection({ community, view }: { community: MyCommunity; view: GroupView }): ReactElement {
  const t = useT();
  const [open, setOpen] = useState<'leave' | 'erase'>();
  const close = (): void => setOpen(undefined);
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:records.title')}</h2>
      </div>
      <ul className="card rows set go">
        <li className="whole">
          <a href={exportUrl(community.id)} download>
            <Icon name="download" size={22} />
            <span className="grow">
              <b>{t('member:records.export')}</b>
              <span className="xs c3">{t('member:records.exportText')}</span>
            </span>
            <Icon name="forward" size={20} />
          </a>
        </li>
        <li className="whole">
          <Link to={`/g/${view.group.id}/cases`}>
            <Icon name="shield" size={22} />
            <span className="grow">
              <b>{t('member:cases.title')}</b>
              <span className="xs c3">{t('member:cases.doorText')}</span>
            </span>
            <Icon name="forward" size={20} />
          </Link>
        </li>
        <li className="whole">
          <button type="button" onClick={() => setOpen('leave')}>
            <Icon name="leave" size={22} />
            <span className="grow">
              <b>{t('member:records.leave', { group: view.group.name })}</b>
              <span className="xs c3">{t('member:records.leaveText')}</span>
            </span>
            <Icon name="forward" size={20} />
          </button>
        </li>
        <li className="whole er">
          <button type="button" onClick={() => setOpen('erase')}>
            <Icon name="erase" size={22} />
            <span className="grow">
              <b>{t('member:records.erase')}</b>
              <span className="xs c3">{t('member:records.eraseText')}</span>
            </span>
            <Icon name="forward" size={20} />
          </button>
        </li>
      </ul>
      {open === 'leave' ? <LeaveSheet view={view} onClose={close} /> : null}
      {open === 'erase' ? <EraseSheet community={community} onClose={close} /> : null}
    </section>
  );
}

function LeaveSheet({ view, onClose }: { view: GroupView; onClose: () => void }): ReactElement {
  const t = useT();
  const [problem, setProblem] = useState('');
  const leave = async (): Promise<void> => {
    try {
      await leaveGroup(view.group.id);
      navigate('/m', { replace: true });
    } catch (thrown) {
      setProblem(problemText(thrown));
    }
  };
  return (
    <Sheet title={t('member:records.leave', { group: view.group.name })} onClose={onClose}>
      <p className="c2">{t('member:records.leaveAsk')}</p>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn sheet-btn" onClick={() => void leave()}>
        {t('member:records.leaveYes')}
      </button>
      <button type="button" className="btn line sheet-btn" onClick={onClose}>
        {t('member:records.stay')}
      </button>
    </Sheet>
  );
}

/** Cannot be undone, so the words are typed, after reading what goes and what stays. */
function EraseSheet({ community, onClose }: { community: MyCommunity; onClose: () => void }): ReactElement {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const [receipt, setReceipt] = useState('');
  const [isBusy, setBusy] = useState(false);
  const words = t('member:records.eraseWords');
  const isSame = typed.trim().toLowerCase() === words.toLowerCase();
  const erase = async (): Promise<void> => {
    setBusy(true);
    try {
      setReceipt((await eraseMe(community.id, words)).receipt);
    } catch (thrown) {
      setProblem(problemText(thrown));
      setBusy(false);
    }
  };
  if (receipt) {
    return (
      <Sheet title={t('member:records.erasedTitle')} onClose={() => navigate('/m', { replace: true })}>
        <p className="c2">{t('member:records.erasedText')}</p>
        <p className="link-text">{receipt}</p>
        <button type="button" className="btn sheet-btn" onClick={() => navigate('/m', { replace: true })}>
          {t('member:records.bye')}
        </button>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('member:records.erase')} onClose={onClose}>
      <ul className="what-goes">
        {(['goesName', 'goesWords', 'goesPhones', 'staysOthers'] as const).map((key) => (
          <li key={key}>{t(`member:records.${key}`, { community: community.name })}</li>
        ))}
      </ul>
      <label className="field">
        <span>{t('member:records.typeWords', { words })}</span>
        <input
          className="input"
          value={typed}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn sheet-btn" disabled={!isSame || isBusy} onClick={() => void erase()}>
        {t('member:records.eraseYes')}
      </button>
      <button type="button" className="btn line sheet-btn" onClick={onClose}>
        {t('member:records.keep')}
      </button>
    </Sheet>
  );
}
