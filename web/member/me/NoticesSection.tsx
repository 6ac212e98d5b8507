import { useState, type ReactElement } from 'react';
import { problemText } from '../../kit/texts.ts';
import {
  getWish,
  readPushState,
  setLevel,
  setQuiet,
  turnPushOff,
  turnPushOn,
  type Level,
  type PushState,
  type Wish,
} from '../push.ts';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';

const levels: readonly Level[] = ['calls', 'all', 'none'];

/** Being told on this phone: the switch, what to hear of this group, and when not. */
export function NoticesSection({
  groupId,
  communityId,
  onSaid,
}: {
  groupId: string;
  communityId: string;
  onSaid: (text: string) => void;
}): ReactElement {
  const t = useT();
  const state = useLoad('push', readPushState);
  const wish = useLoad(`wish ${groupId}`, () => getWish(groupId));
  const [busy, setBusy] = useState(false);
  /** Shows the new wish at once, and the old one again when it could not be kept. */
  const keep = async (next: Wish, send: () => Promise<void>): Promise<void> => {
    const before = wish.data!;
    wish.set(next);
    try {
      await send();
    } catch (thrown) {
      wish.set(before);
      onSaid(problemText(thrown));
    }
  };
  const turn = async (on: boolean): Promise<void> => {
    setBusy(true);
    try {
      if (on) state.set(await turnPushOn());
      else {
        await turnPushOff();
        state.set('off');
      }
    } catch (thrown) {
      onSaid(problemText(thrown));
    } finally {
      setBusy(false);
    }
  };
  const chosen = wish.data;
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('member:notices.title')}</h2>
      </div>
      <div className="card rows set">
        <PushSwitch state={state.data} busy={busy} onTurn={(on) => void turn(on)} />
        {chosen ? (
          <>
            <div className="pick" role="radiogroup" aria-label={t('member:notices.what')}>
              {levels.map((level) => (
                <button
                  type="button"
                  key={level}
                  role="radio"
                  aria-checked={chosen.level === level}
                  onClick={() => void keep({ ...chosen, level }, () => setLevel(groupId, level))}
                >
                  {t(`member:notices.level.${level}`)}
                </button>
              ))}
            </div>
            <div className="line quiet">
              <span className="grow">{t('member:notices.quiet')}</span>
              {(['from', 'to'] as const).map((edge) => (
                <input
                  key={edge}
                  type="time"
                  aria-label={t(`member:notices.${edge}`)}
                  value={clockOf(chosen.quiet[edge])}
                  onChange={({ target }) => {
                    const minutes = minutesOf(target.value);
                    if (minutes === undefined) return;
                    const quiet = { ...chosen.quiet, [edge]: minutes };
                    void keep({ ...chosen, quiet }, () => setQuiet(communityId, quiet));
                  }}
                />
              ))}
            </div>
          </>
        ) : null}
      </div>
    </section>
  );
}

interface PushSwitchProps {
  state: PushState | undefined;
  busy: boolean;
  onTurn: (on: boolean) => void;
}

function PushSwitch({ state, busy, onTurn }: PushSwitchProps): ReactElement {
  const t = useT();
  const can = state === 'on' || state === 'off';
  return (
    <div className="line">
      <div className="grow" id="push">
        <b>{t('member:notices.push')}</b>
        <p className="xs c3">{t(`member:notices.state.${state ?? 'off'}`)}</p>
      </div>
      <button
        type="button"
        role="switch"
        className="sw"
        aria-checked={state === 'on'}
        aria-labelledby="push"
        disabled={!can || busy}
        onClick={() => onTurn(state !== 'on')}
      />
    </div>
  );
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes since midnight of `HH:MM`; undefined while a field is being emptied. */
function minutesOf(clock: string): number | undefined {
  const [hour, minute] = clock.split(':').map(Number);
  return hour === undefined || minute === undefined || Number.isNaN(hour + minute) ? undefined : hour * 60 + minute;
}
