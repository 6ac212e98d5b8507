import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../../../kit/format.ts';
import { useLanguage } from '../../../../kit/i18n.ts';
import { readPrivate } from '../../../data/guests.ts';
import type { Guest, GuestStory } from '../../../data/guests.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** What is known of a guest; what is private stands there when somebody asks for it, and the log keeps who has. */
export function GuestFacts({ story: { guest, member } }: { story: GuestStory }) {
  const t = useText();
  const { communityId } = useHere();
  const { intro, promises, source, sourceNote } = guest;
  return (
    <dl className="guest-facts">
      {intro && <Fact name={t('guests.intro')}>{intro}</Fact>}
      {guest.platforms.length > 0 && (
        <Fact name={t('guests.platforms')}>
          <Platforms guest={guest} />
        </Fact>
      )}
      {promises && <Fact name={t('guests.promises')}>{promises}</Fact>}
      <Fact name={t('guests.private')}>
        <Private guest={guest} />
      </Fact>
      <Fact name={t('guests.sourceIs')}>
        <span className={source === 'introduced' ? 'late' : undefined}>{t(`guests.source.${source}`)}</span>
        {sourceNote && <span className="c3"> · {sourceNote}</span>}
      </Fact>
      {member && (
        <Fact name={t('guests.member')}>
          <Link to={`/c/${communityId}/people?q=${encodeURIComponent(member.name)}`}>{member.name}</Link>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="lab">{name}</dt>
      <dd className="s words">{children}</dd>
    </div>
  );
}

function Platforms({ guest }: { guest: Guest }) {
  const t = useText();
  const language = useLanguage();
  const when = useWhen();
  return (
    <ul>
      {guest.platforms.map(({ place, name, followers, asOf }) => (
        <li key={`${place} ${name}`}>
          {place} {name}
          {followers !== null && (
            <span className="c3">
              {' '}
              {t('guests.followers', { count: formatCount(followers, language) })}
              {asOf !== null && ` · ${t('guests.asOf', { when: when.day(`${asOf}T12:00:00`) })}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Private({ guest }: { guest: Guest }) {
  const t = useText();
  const { communityId, can } = useHere();
  const tellProblem = useTellProblem();
  const [shown, setShown] = useState<{ contact: string; fee: string }>();
  if (!guest.hasPrivate) return <span className="c3">{t('guests.privateNone')}</span>;
  if (!can('guests.private')) return <span className="c3">{t('guests.privateHidden')}</span>;
  if (!shown)
    return (
      <Button size="small" onClick={() => void readPrivate(communityId, guest.id).then(setShown, tellProblem)}>
        {t('guests.privateShow')}
      </Button>
    );
  return (
    <>
      {shown.contact && <p className="words">{shown.contact}</p>}
      {shown.fee && <p className="words">{t('guests.feeLine', { fee: shown.fee })}</p>}
      <p className="xs c3">{t('guests.privateLogged')}</p>
    </>
  );
}
