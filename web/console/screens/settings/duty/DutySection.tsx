// The duty roster: who is on in the next days, where nobody is, who is away, and the notes. One column a day on a desk, one list on a phone.
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useRoster } from '../../../data/duty.ts';
import type { Roster } from '../../../data/duty.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { NotesCard } from '../../../pieces/duty/Notes.tsx';
import { useText } from '../../../text.ts';
import { DayDialog } from './DayDialog.tsx';
import { EscalationCard } from './EscalationCard.tsx';
import { LeaveCard } from './LeaveCard.tsx';
import { PatternDialog } from './PatternDialog.tsx';
import { Problems } from './Problems.tsx';
import { WeekView } from './WeekView.tsx';
import './duty.css';

/** Who looks after the groups when. */
export function DutySection() {
  const { communityId } = useHere();
  const roster = useRoster(communityId);
  return <Answer query={roster}>{(found) => <Opened roster={found} />}</Answer>;
}

function Opened({ roster }: { roster: Roster }) {
  const t = useText();
  const { can } = useHere();
  const [week, setWeek] = useState(0);
  const [planning, setPlanning] = useState(false);
  const [day, setDay] = useState<string>();
  const manages = can('duty.manage');
  const isEmpty = roster.version === 0 && roster.days.length === 0;
  const plan = (
    <Button type="primary" onClick={() => setPlanning(true)}>
      {t(isEmpty ? 'duty.begin' : 'duty.change')}
    </Button>
  );
  return (
    <>
      <section className="card" aria-label={t('settings.duty')}>
        <div className="ch">
          <h2>{t('settings.duty')}</h2>
          <span className="cnt">{t('duty.zone', { zone: roster.zone })}</span>
          {manages && !isEmpty && <span className="more">{plan}</span>}
        </div>
        {isEmpty ? (
          <EmptyState
            kind="nothing"
            title={t('duty.none')}
            text={t(manages ? 'duty.noneText' : 'duty.noneAsk')}
            action={manages ? plan : undefined}
          />
        ) : (
          <>
            <div className="cb">
              <Segmented
                aria-label={t('duty.span')}
                value={week}
                options={[
                  { value: 0, label: t('duty.thisWeek') },
                  { value: 7, label: t('duty.nextWeek') },
                ]}
                onChange={setWeek}
              />
            </div>
            <WeekView roster={roster} after={week} onDay={manages ? setDay : undefined} />
            <Problems roster={roster} />
          </>
        )}
      </section>
      <LeaveCard roster={roster} />
      <NotesCard roster={roster} />
      <EscalationCard />
      {planning && <PatternDialog roster={roster} onClose={() => setPlanning(false)} />}
      {day !== undefined && <DayDialog key={day} day={day} roster={roster} onClose={() => setDay(undefined)} />}
    </>
  );
}
