// One question: its line out of the flat talk, what may be done with it, and the answer from here. At the right who asks.
import { Link } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useGroup } from '../../data/groups.ts';
import { useQuestion } from '../../data/inbox.ts';
import type { Question } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import { useTeam } from '../../data/team.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useWaited } from '../../pieces/waiting.ts';
import { useText } from '../../text.ts';
import { AnswerField } from './AnswerField.tsx';
import { AskerPanel } from './AskerPanel.tsx';
import { Moves } from './Moves.tsx';
import { Thread } from './Thread.tsx';

interface QuestionViewProps {
  questionId: string;
  isWide: boolean;
  /** Answered or laid aside: on to the next. */
  onDone: () => void;
  onBack: () => void;
}

/** One question with its thread. */
export function QuestionView({ questionId, isWide, onDone, onBack }: QuestionViewProps) {
  const t = useText();
  const { communityId } = useHere();
  const question = useQuestion(communityId, questionId);
  return (
    <>
      <section className="room" aria-label={t('inbox.question')}>
        <Answer query={question}>
          {(found) => (
            <>
              <Head question={found} onDone={onDone} onBack={onBack} />
              <Thread question={found} />
              <AnswerField question={found} onDone={onDone} key={found.id} />
            </>
          )}
        </Answer>
      </section>
      {isWide && question.data && <AskerPanel question={question.data} />}
    </>
  );
}

function Head({ question, onDone, onBack }: { question: Question } & Pick<QuestionViewProps, 'onDone' | 'onBack'>) {
  const t = useText();
  const waited = useWaited();
  const { communityId, can } = useHere();
  const group = useGroup(communityId, question.groupId);
  const { askedBy, excerpt, at, state, overdue, messageId, groupId, askerSays, givenAt } = question;
  const team = useTeam(communityId);
  const holder = state === 'open' ? team.data?.items.find(({ userId }) => userId === question.assigneeId) : undefined;
  return (
    <header className="room-head">
      <button type="button" className="tb back" onClick={onBack} aria-label={t('inbox.back')}>
        <Icon name="back" size={20} />
      </button>
      <div className="grow">
        <h2 className="h2 ell">{excerpt}</h2>
        <div className="xs c3 ell">
          {askedBy.name} ·{' '}
          <Link className="link" to={`/c/${communityId}/groups/${groupId}?at=${messageId}`}>
            {group.data?.name ?? t('inbox.group')}
          </Link>
          {state === 'open' && (
            <span className={overdue ? 'amber' : undefined}> · {t('inbox.waited', { waited: waited(at) })}</span>
          )}
          {givenAt !== null && holder && <span> · {t('inbox.givenTo', { name: holder.name })}</span>}
          {askerSays && <span> · {t(`answers.verdict.${askerSays}`)}</span>}
        </div>
      </div>
      {can('desk.work') && <Moves question={question} onDone={onDone} />}
    </header>
  );
}
