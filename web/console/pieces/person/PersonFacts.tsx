import { Link } from 'react-router';
import type { PersonDetail } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import type { ConsoleKey } from '../../text.ts';
import { Face } from '../Face.tsx';
import { useCarrierName } from '../GroupTags.tsx';
import { RoleTag } from '../MemberList.tsx';
import { useGroupNames } from '../useGroupNames.ts';
import { useWhen } from '../when.ts';

const cardFields = ['profession', 'city', 'industry', 'offers', 'needs'] as const;

/** What somebody wrote about themselves; nothing when the card is empty. */
export function CardFacts({ person }: { person: PersonDetail }) {
  const t = useText();
  const card = cardFields.flatMap((field) => (person.card[field] ? [{ field, ...person.card[field] }] : []));
  if (card.length === 0) return null;
  return (
    <section>
      <h3 className="lab">{t('people.card')}</h3>
      <dl className="facts">
        {card.map(({ field, text }) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{t(`people.cardField.${field}`)}</dt>
            <dd className="words">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The accounts of one human. */
export function Identities({ person }: { person: PersonDetail }) {
  const t = useText();
  const carrierName = useCarrierName();
  return (
    <section>
      <h3 className="lab">{t('people.identities')}</h3>
      <ul className="people-list">
        {person.identities.map((identity) => (
          <li key={identity.id}>
            <Face name={identity.name} seed={identity.id} size={26} pictureId={identity.pictureId} />
            <span className="grow ell">{identity.name}</span>
            <span className="xs c3">{carrierName(identity.carrier)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In which groups somebody is and was. */
export function Stays({ person, most = Number.POSITIVE_INFINITY }: { person: PersonDetail; most?: number }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const nameOf = useGroupNames(communityId);
  const stays = person.memberships.toSorted(
    (one, other) => Number(one.leftAt !== null) - Number(other.leftAt !== null),
  );
  return (
    <section>
      <h3 className="lab">{t('people.stays')}</h3>
      <ul className="people-list">
        {stays.slice(0, most).map((stay) => (
          <li key={stay.id}>
            <div className="grow">
              <div className="row">
                <Link className="link ell" to={`/c/${communityId}/inbox/${stay.groupId}`}>
                  {nameOf(stay.groupId)}
                </Link>
                <RoleTag role={stay.role} />
              </div>
              <div className="xs c3">
                {t('people.stayFrom', { when: when.moment(stay.joinedAt), source: stay.source })}
                {stay.leftAt &&
                  ` · ${t('people.stayTo', { when: when.moment(stay.leftAt), how: t(leftKey(stay.leftHow)) })}`}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {stays.length > most && <p className="xs c3">{t('people.moreStays', { count: stays.length - most })}</p>}
    </section>
  );
}

/** The words for how somebody left. */
export function leftKey(how: unknown): ConsoleKey {
  return how === 'kicked' || how === 'banned' || how === 'erased' || how === 'dissolved'
    ? `people.left.${how}`
    : 'people.left.left';
}
