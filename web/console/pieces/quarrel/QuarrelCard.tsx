// What stands behind an alarm about a quarrel: who with whom, their words, what was done; and what may be done now.
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useQuarrel } from '../../data/quarrels.ts';
import type { Quarrel } from '../../data/quarrels.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { ProblemState } from '../Answer.tsx';
import { Face } from '../Face.tsx';
import { useWhen } from '../when.ts';
import { QuarrelAnswers } from './QuarrelAnswers.tsx';
import './quarrel.css';

/** So many words are seen before somebody asks for all. */
const shown = 4;

/** The quarrel behind an alarm; the two are named for the team only. */
export function QuarrelCard({ alarmId }: { alarmId: string }) {
  const { communityId } = useHere();
  const query = useQuarrel(communityId, alarmId);
  if (query.error && !query.data) return <ProblemState problem={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active title={false} paragraph={{ rows: 3 }} className="quarrel-wait" />;
  return (
    <div className="quarrel">
      <People quarrel={query.data} />
      <Words quarrel={query.data} />
      <Done quarrel={query.data} />
      <QuarrelAnswers quarrel={query.data} />
    </div>
  );
}

function People({ quarrel: { people } }: { quarrel: Quarrel }) {
  const t = useText();
  return (
    <div className="quarrel-two" role="group" aria-label={t('quarrel.people')}>
      {people.map(({ identityId, name, pictureId }) => (
        <span key={identityId}>
          <Face name={name} seed={identityId} size={22} pictureId={pictureId} />
          <b className="ell">{name}</b>
        </span>
      ))}
    </div>
  );
}

function Words({ quarrel: { messages } }: { quarrel: Quarrel }) {
  const t = useText();
  const [isAll, setAll] = useState(false);
  const seen = isAll ? messages : messages.slice(-shown);
  return (
    <>
      {messages.length > seen.length && (
        <button type="button" className="link xs quarrel-more" onClick={() => setAll(true)}>
          {t('quarrel.earlier', { count: messages.length - seen.length })}
        </button>
      )}
      <ol className="quarrel-words" aria-label={t('quarrel.words')}>
        {seen.map(({ id, name, excerpt, isRecalled, isAngry }) => (
          <li key={id} className={isAngry ? 'hot' : undefined}>
            <span className="c2 who">{name}</span>
            <span className="words">{isRecalled ? t('quarrel.recalled') : excerpt}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Done({ quarrel: { answers } }: { quarrel: Quarrel }) {
  const t = useText();
  const when = useWhen();
  if (answers.length === 0) return null;
  return (
    <ul className="quarrel-done xs c2" aria-label={t('quarrel.doneLabel')}>
      {answers.map(({ id, kind, at, by, about, endedAt, endedBy }) => (
        <li key={id}>
          {t(`quarrel.done.${kind}`, { when: when.moment(at), by: by ?? t('quarrel.somebody'), about: about ?? '' })}
          {endedAt !== null &&
            (endedBy === null
              ? t('quarrel.endedByTime', { when: when.moment(endedAt) })
              : t('quarrel.endedBy', { when: when.moment(endedAt), by: endedBy }))}
        </li>
      ))}
    </ul>
  );
}
