// What may be done with an open question besides answering it; each has a key and a way back.
import { Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useMakeTask, useMoveQuestion } from '../../data/inbox.ts';
import type { Question, QuestionMove } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import { useFinishTask } from '../../data/tasks.ts';
import { useTeam } from '../../data/team.ts';
import { useUndo } from '../../pieces/useUndo.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { snoozeChoices } from './snooze.ts';

/** The buttons of a question. */
export function Moves({ question, onDone }: { question: Question; onDone: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const move = useMoveQuestion(communityId);
  const undoable = useUndo();
  const act = async (wish: QuestionMove, done: string, more: { undo?: QuestionMove; isDone?: boolean } = {}) => {
    const { id: questionId } = question;
    const { undo } = more;
    const isDone = await undoable({
      key: 'inbox',
      work: () => move.mutateAsync({ questionId, ...wish }),
      done,
      ...(undo ? { undo: () => move.mutateAsync({ questionId, ...undo }) } : {}),
    });
    if (isDone && more.isDone) onDone();
  };
  if (question.state !== 'open')
    return (
      <Button loading={move.isPending} onClick={() => void act({ how: 'reopen' }, t('inbox.reopened'))}>
        {t('inbox.reopen')}
      </Button>
    );
  const close = (reason: 'settled' | 'no_question') =>
    void act({ how: 'close', reason }, t('inbox.wasClosed'), { undo: { how: 'reopen' }, isDone: true });
  return (
    <div className="row moves">
      <Assign question={question} act={act} />
      <Snooze question={question} act={act} />
      <MakeTask question={question} />
      <Button data-key="no_question" onClick={() => close('no_question')}>
        {t('inbox.close.no_question')}
      </Button>
      <Button data-key="settled" icon={<Icon name="check" />} onClick={() => close('settled')}>
        {t('inbox.closeIt')}
      </Button>
    </div>
  );
}

interface MoveProps {
  question: Question;
  act: (wish: QuestionMove, done: string, more?: { undo?: QuestionMove; isDone?: boolean }) => Promise<void>;
}

function Assign({ question, act }: MoveProps) {
  const t = useText();
  const { communityId, me } = useHere();
  const team = useTeam(communityId);
  const { assigneeId } = question;
  const members = team.data?.items.filter(({ role }) => role !== 'viewer') ?? [];
  // Oneself stands first: two keys take a question.
  const ordered = [...members].sort((one, other) => rank(one.userId) - rank(other.userId));
  const whose = members.find(({ userId }) => userId === assigneeId)?.name;
  const menu: MenuProps = {
    items: [
      ...ordered.map(({ userId, name }) => ({
        key: userId,
        label: userId === me.user.id ? t('inbox.takeIt') : name,
      })),
      ...(assigneeId ? [{ type: 'divider' as const }, { key: 'nobody', label: t('inbox.giveBack') }] : []),
    ],
    selectedKeys: assigneeId ? [assigneeId] : [],
    onClick: ({ key }) =>
      void act({ how: 'assign', assigneeId: key === 'nobody' ? null : key }, t('inbox.assigned'), {
        undo: { how: 'assign', assigneeId },
      }),
  };
  return (
    <Dropdown menu={menu} trigger={['click']} placement="bottomRight" autoFocus>
      <Button data-key="assign" icon={<Icon name="people" />}>
        <span className="ell">{whose ?? t('inbox.assign')}</span>
      </Button>
    </Dropdown>
  );

  function rank(userId: string): number {
    return userId === me.user.id ? 0 : 1;
  }
}

function Snooze({ question, act }: MoveProps) {
  const t = useText();
  const when = useWhen();
  const { snoozedUntil } = question;
  const [choices, setChoices] = useState<ReturnType<typeof snoozeChoices>>([]);
  const isPut = snoozedUntil !== null && when.isAhead(snoozedUntil);
  const menu: MenuProps = {
    items: [
      ...choices.map(({ key, at }) => ({ key: at.toISOString(), label: t(`inbox.snooze.${key}`) })),
      ...(isPut ? [{ type: 'divider' as const }, { key: 'now', label: t('inbox.snooze.now') }] : []),
    ],
    onClick: ({ key }) => {
      if (key === 'now') return void act({ how: 'snooze', until: null }, t('inbox.isBack'));
      void act({ how: 'snooze', until: key }, t('inbox.wasSnoozed', { when: when.moment(key) }), {
        undo: { how: 'snooze', until: null },
        isDone: true,
      });
    },
  };
  return (
    <Dropdown
      menu={menu}
      trigger={['click']}
      placement="bottomRight"
      autoFocus
      onOpenChange={(open) => open && setChoices(snoozeChoices(new Date()))}
    >
      <Button
        data-key="snooze"
        icon={<Icon name="clock" />}
        title={t(isPut ? 'inbox.isSnoozed' : 'inbox.snooze.it')}
        aria-label={t(isPut ? 'inbox.isSnoozed' : 'inbox.snooze.it')}
      />
    </Dropdown>
  );
}

function MakeTask({ question }: { question: Question }) {
  const t = useText();
  const { communityId } = useHere();
  const make = useMakeTask(communityId);
  const finish = useFinishTask(communityId);
  const undoable = useUndo();
  const note = () => {
    const made = { taskId: '' };
    void undoable({
      key: 'inbox',
      work: async () => Object.assign(made, await make.mutateAsync(question)),
      done: t('inbox.noted'),
      undo: () => finish.mutateAsync({ taskId: made.taskId, how: 'skip' }),
    });
  };
  return (
    <Button
      data-key="task"
      icon={<Icon name="task" />}
      onClick={note}
      loading={make.isPending}
      title={t('inbox.makeTask')}
      aria-label={t('inbox.makeTask')}
    />
  );
}
