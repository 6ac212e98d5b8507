import type { RoundPerson } from '../../../data/rounds.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** What is known of somebody: since when, last word, last reading. Never a score. */
export function Evidence({ person: { joinedAt, lastOn, readAt, answeredAt, answeredHow } }: { person: RoundPerson }) {
  const t = useText();
  const when = useWhen();
  return (
    <span className="xs c3 round-evidence">
      <span>{t('care.joined', { when: when.day(joinedAt) })}</span>
      <span>
        {lastOn === null ? t('care.neverSpoke') : t('care.lastSpoke', { when: when.day(`${lastOn}T12:00:00`) })}
      </span>
      <span>{readAt === null ? t('care.neverRead') : t('care.lastRead', { when: when.moment(readAt) })}</span>
      {answeredAt !== null && answeredHow !== null && (
        <span>{t(`care.how.${answeredHow}`, { when: when.moment(answeredAt) })}</span>
      )}
    </span>
  );
}

/** Where somebody stands: spared, decided, planned, removed, back. */
export function Standing({ person }: { person: RoundPerson }) {
  const t = useText();
  const when = useWhen();
  const { spared, decision, removal, removeAt, removedAt, undoneAt, fits, answeredAt } = person;
  if (spared !== null) return <span className="tag">{t(`care.spared.${spared}`)}</span>;
  if (removal === 'planned')
    return <span className="tag a nw">{t('care.removal.planned', { when: when.moment(removeAt!) })}</span>;
  if (removal === 'undone')
    return <span className="tag j nw">{t('care.removal.undone', { when: when.moment(undoneAt!) })}</span>;
  if (removal === 'removed' || removal === 'handed')
    return <span className="tag r nw">{t(`care.removal.${removal}`, { when: when.moment(removedAt!) })}</span>;
  if (removal !== null) return <span className="tag j nw">{t(`care.removal.${removal}`)}</span>;
  if (answeredAt !== null) return fits ? <span className="tag j">{t('care.fits')}</span> : null;
  return decision === null ? null : (
    <span className={decision === 'remove' ? 'tag r' : 'tag'}>{t(`care.decided.${decision}`)}</span>
  );
}
