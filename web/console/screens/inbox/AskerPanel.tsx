import { Link } from 'react-router';
import type { Question } from '../../data/inbox.ts';
import { usePerson } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { Face } from '../../pieces/Face.tsx';
import { CardFacts, Stays } from '../../pieces/person/PersonFacts.tsx';
import { Timeline } from '../../pieces/person/Timeline.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';

/** Who asks: card, stays and the last things that happened, beside the question. */
export function AskerPanel({ question }: { question: Question }) {
  const t = useText();
  const { askedBy } = question;
  return (
    <aside className="asker" aria-label={t('inbox.asker')}>
      <div className="row asker-head">
        <Face name={askedBy.name} seed={askedBy.identityId} size={48} pictureId={askedBy.pictureId} />
        <h2 className="h2 grow ell">{askedBy.kind === 'tombstone' ? t('talk.gone') : askedBy.name}</h2>
      </div>
      {askedBy.personId ? (
        <Known personId={askedBy.personId} key={askedBy.personId} />
      ) : (
        <p className="s c3">{t('inbox.askerGone')}</p>
      )}
    </aside>
  );
}

function Known({ personId }: { personId: string }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const person = usePerson(communityId, personId);
  return (
    <Answer query={person} rows={4}>
      {(found) => (
        <div className="person">
          <p className="xs c3">{t('people.since', { when: when.day(found.createdAt) })}</p>
          <CardFacts person={found} />
          <Stays person={found} most={3} />
          <section>
            <h3 className="lab">{t('people.timeline')}</h3>
            <Timeline personId={personId} most={6} />
          </section>
          <Link className="link s" to={`/c/${communityId}/people?open=${personId}`}>
            {t('inbox.wholePerson')}
          </Link>
        </div>
      )}
    </Answer>
  );
}
