import { Link } from 'react-router';
import type { Question } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import type { Today } from '../../data/today.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useWaited } from '../../pieces/waiting.ts';
import { useText } from '../../text.ts';

const most = 6;

/** Who waits for an answer, the longest promise first. */
export function QuestionCard({ today }: { today: Today }) {
  const t = useText();
  const { communityId } = useHere();
  const { open, overdue, answered, medianMinutes, items } = today.questions;
  const inbox = `/c/${communityId}/inbox`;
  return (
    <section className="card" aria-label={t('today.questions')}>
      <div className="ch">
        <h2>{t('today.questions')}</h2>
        <span className="cnt">
          {open > 0 && t(overdue > 0 ? 'today.questionsLate' : 'today.questionsLine', { count: open, late: overdue })}
        </span>
        <Link className="more s c2" to={`${inbox}?filter=open`}>
          {t('today.toInbox')}
        </Link>
      </div>
      {items.length === 0 ? (
        <EmptyState
          kind="nothing"
          title={t(answered > 0 ? 'today.allAnswered' : 'today.noQuestions')}
          text={answered > 0 ? answeredLine() : t('today.noQuestionsText')}
        />
      ) : (
        <ul className="ql">
          {items.slice(0, most).map((question) => (
            <Line key={question.id} question={question} groupName={today.groupNames[question.groupId] ?? ''} />
          ))}
        </ul>
      )}
      {items.length > 0 && answered > 0 && <p className="xs c3 cardfoot">{answeredLine()}</p>}
    </section>
  );

  function answeredLine(): string {
    return medianMinutes === null
      ? t('today.answered', { count: answered })
      : t('today.answeredIn', { count: answered, minutes: Math.max(1, Math.round(medianMinutes)) });
  }
}

function Line({ question, groupName }: { question: Question; groupName: string }) {
  const waited = useWaited();
  const { communityId } = useHere();
  const { id, askedBy, excerpt, at, overdue } = question;
  return (
    <li>
      <Link to={`/c/${communityId}/inbox?filter=open&q=${id}`}>
        <Face name={askedBy.name} seed={askedBy.identityId} size={30} pictureId={askedBy.pictureId} />
        <div className="grow">
          <div className="ell">{excerpt}</div>
          <div className="xs c3 ell">
            {askedBy.name} · {groupName}
          </div>
        </div>
        <span className={overdue ? 'wt late' : 'wt'}>{waited(at)}</span>
      </Link>
    </li>
  );
}
