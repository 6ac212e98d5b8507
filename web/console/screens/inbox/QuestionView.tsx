// One question: its line out of the flat talk, what may be done with it, and the answer from here. At the right who asks.
import { App, Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { Link } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useGroup } from '../../data/groups.ts';
import { useMoveQuestion, useQuestion } from '../../data/inbox.ts';
import type { Question, QuestionMove } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import { useTeam } from '../../data/team.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useWaited } from '../../pieces/waiting.ts';
import { useText } from '../../text.ts';
import { AnswerField } from './AnswerField.tsx';
import { AskerPanel } from './AskerPanel.tsx';
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
  const { askedBy, excerpt, at, state, overdue, messageId, groupId } = question;
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
        </div>
      </div>
      {can('desk.work') && <Moves question={question} onDone={onDone} />}
    </header>
  );
}

function Moves({ question, onDone }: { question: Question; onDone: () => void }) {
  const t = useText();
  const { communityId, me } = useHere();
  const { message } = App.useApp();
  const team = useTeam(communityId);
  const move = useMoveQuestion(communityId);
  const tellProblem = useTellProblem();
  const { id, state, assigneeId } = question;
  const members = team.data?.items.filter(({ role }) => role !== 'viewer') ?? [];
  const send = (wish: QuestionMove, words: string, isDone: boolean) =>
    void move
      .mutateAsync({ questionId: id, ...wish })
      .then(() => {
        void message.success(words);
        if (isDone) onDone();
      })
      .catch(tellProblem);
  if (state !== 'open')
    return (
      <Button loading={move.isPending} onClick={() => send({ how: 'reopen' }, t('inbox.reopened'), false)}>
        {t('inbox.reopen')}
      </Button>
    );
  const whose = members.find(({ userId }) => userId === assigneeId)?.name;
  const assign: MenuProps = {
    items: [
      ...members.map(({ userId, name }) => ({
        key: userId,
        label: userId === me.user.id ? t('inbox.takeIt') : name,
      })),
      ...(assigneeId ? [{ type: 'divider' as const }, { key: 'nobody', label: t('inbox.giveBack') }] : []),
    ],
    selectedKeys: assigneeId ? [assigneeId] : [],
    onClick: ({ key }) =>
      send({ how: 'assign', assigneeId: key === 'nobody' ? null : key }, t('inbox.assigned'), false),
  };
  const close: MenuProps = {
    items: [
      { key: 'settled', label: t('inbox.close.settled') },
      { key: 'no_question', label: t('inbox.close.no_question') },
    ],
    onClick: ({ key }) =>
      send({ how: 'close', reason: key === 'settled' ? 'settled' : 'no_question' }, t('inbox.wasClosed'), true),
  };
  return (
    <div className="row moves">
      <Dropdown menu={assign} trigger={['click']} placement="bottomRight">
        <Button data-key="assign" icon={<Icon name="people" />}>
          <span className="ell">{whose ?? t('inbox.assign')}</span>
        </Button>
      </Dropdown>
      <Dropdown menu={close} trigger={['click']} placement="bottomRight">
        <Button data-key="close" icon={<Icon name="check" />}>
          {t('inbox.closeIt')}
        </Button>
      </Dropdown>
    </div>
  );
}
