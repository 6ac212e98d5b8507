import { Link } from 'react-router';
import { formatCount, formatDay } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import type { Person } from '../../../data/people.ts';
import { useHere } from '../../../data/session.ts';
import { Face } from '../../../pieces/Face.tsx';
import { useCarrierName } from '../../../pieces/GroupTags.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** Two people line by line, so that one sees what fits and what does not. */
export function SideBySide({ people }: { people: readonly [Person, Person] }) {
  const t = useText();
  const when = useWhen();
  const language = useLanguage();
  const carrierName = useCarrierName();
  const { communityId } = useHere();
  const lines: [string, (person: Person) => string][] = [
    [t('merging.accounts'), ({ carriers }) => carriers.map(carrierName).join(t('pulse.comma'))],
    [
      t('people.where'),
      ({ stays }) => stays.map(({ groupName }) => groupName).join(t('pulse.comma')) || t('people.nowhere'),
    ],
    [t('people.came'), ({ joinedAt, createdAt }) => when.day(joinedAt ?? createdAt)],
    [
      t('people.source'),
      ({ source, inviterName }) => (inviterName ? t('people.broughtBy', { name: inviterName }) : (source ?? '—')),
    ],
    [
      t('people.lastSpoke'),
      ({ lastActiveOn }) =>
        lastActiveOn ? formatDay(`${lastActiveOn}T12:00:00`, { language }) : t('people.neverSpoke'),
    ],
    [t('people.messages28'), ({ messages28 }) => formatCount(messages28, language)],
  ];
  return (
    <div className="sides">
      {people.map((person, at) => (
        <div key={person.personId} className="half">
          <Link className="row halfhead" to={`/c/${communityId}/people?open=${person.personId}`}>
            <Face name={person.name} seed={person.identityId} size={32} pictureId={person.pictureId} />
            <b className="ell">{person.name}</b>
            {at === 0 && <span className="tag i">{t('merging.stays')}</span>}
          </Link>
          <dl className="facts">
            {lines.map(([label, read]) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd className="words">{read(person)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
