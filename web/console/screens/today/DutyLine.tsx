import { Link } from 'react-router';
import { formatClock, formatMoment } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { useDutyNow } from '../../data/duty.ts';
import type { DutyNow } from '../../data/duty.ts';
import { useHere } from '../../data/session.ts';
import { useNameOf } from '../../pieces/duty/names.ts';
import { NoteList, WriteNote } from '../../pieces/duty/Notes.tsx';
import { useText } from '../../text.ts';

/** Who is on duty now and who comes next, with the notes that wait to be read; nothing where the team has no roster. */
export function DutyLine({ zone }: { zone: string }) {
  const { communityId, can } = useHere();
  const { data } = useDutyNow(communityId, can('duty.read'));
  if (!data || (!data.planned && data.notes.length === 0)) return null;
  return <Line duty={data} zone={zone} />;
}

function Line({ duty: { on, next, notes, operators }, zone }: { duty: DutyNow; zone: string }) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const nameOf = useNameOf(operators);
  const present = on.map(({ userId, until }) =>
    t('duty.until', { name: nameOf(userId), when: formatClock(until, { language, zone }) }),
  );
  return (
    <section className="card duty-line" aria-label={t('duty.onDuty')}>
      <div className="ch">
        <h2>
          <Link to={`/c/${communityId}/settings/duty`}>{t('duty.onDuty')}</Link>
        </h2>
        <span className="grow s">
          <b>{present.length > 0 ? present.join(t('duty.and')) : t('duty.nobodyNow')}</b>
          {next && (
            <span className="c2">
              {' '}
              {t('duty.next', {
                when: formatMoment(next.start, { language, zone }),
                names: next.userIds.map(nameOf).join(t('duty.and')),
              })}
            </span>
          )}
        </span>
        <WriteNote className="more" />
      </div>
      {notes.length > 0 && (
        <div className="cb">
          <NoteList notes={notes} operators={operators} />
        </div>
      )}
    </section>
  );
}
