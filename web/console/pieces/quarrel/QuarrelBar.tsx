import { useQuarrel } from '../../data/quarrels.ts';
import { useHere } from '../../data/session.ts';
import { useAlarms } from '../../data/today.ts';
import { useText } from '../../text.ts';
import { QuarrelAnswers } from './QuarrelAnswers.tsx';
import './quarrel.css';

/** In the talk: that these two are at it, and what may be done, while the alarm is open; nothing otherwise. */
export function QuarrelBar({ groupId }: { groupId: string }) {
  const { communityId } = useHere();
  const alarms = useAlarms(communityId, { state: 'open', kind: 'quarrel', groupId, limit: 1 });
  const alarm = alarms.data?.items[0];
  return alarm && alarm.groupId === groupId ? <Bar alarmId={alarm.id} /> : null;
}

function Bar({ alarmId }: { alarmId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const { data: quarrel } = useQuarrel(communityId, alarmId);
  if (!quarrel) return null;
  const [one, other] = quarrel.people;
  const names = { one: one?.name ?? '', other: other?.name ?? '' };
  return (
    <section className="quarrel-bar" aria-label={t('quarrel.barLabel')}>
      <b className="s">{t('quarrel.bar', { ...names, angry: quarrel.angry })}</b>
      <QuarrelAnswers quarrel={quarrel} />
    </section>
  );
}
