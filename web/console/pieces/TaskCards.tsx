// Things that a human carries over because the carrier cannot: the text ready to copy, where to press, and whether it was
// done. Pictures can be opened and saved.
import { App, Button, Checkbox, Input, Popconfirm } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon } from '../../kit/antd/Icon.tsx';
import { useEscalate, useFinishTask, useTasks } from '../data/tasks.ts';
import type { Task } from '../data/tasks.ts';
import { useHere } from '../data/session.ts';
import { useTeam } from '../data/team.ts';
import { useText } from '../text.ts';
import { copyText } from './copy.ts';
import { useTellProblem } from './problems.ts';
import { useTaskPlace } from './task-place.ts';
import { useWhen } from './when.ts';

/** Open tasks of one group, or nothing at all when there are none. */
export function TaskCards({ groupId }: { groupId: string }) {
  const { communityId } = useHere();
  const tasks = useTasks(communityId, { state: 'open', groupId });
  if (!tasks.data || tasks.data.items.length === 0) return null;
  return (
    <div className="taskcards">
      {tasks.data.items.map((task) => (
        <TaskCard key={task.id} task={task} />
      ))}
    </div>
  );
}

interface CardProps {
  task: Task;
  /** Where the keys stand. */
  isAt?: boolean;
  /** Present where many can be chosen. */
  chosen?: { is: boolean; toggle: () => void } | undefined;
}

/** One task with all that is needed to do it. */
export function TaskCard({ task, isAt = false, chosen }: CardProps) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const finish = useFinishTask(communityId);
  const tellProblem = useTellProblem();
  const place = useTaskPlace()(task);
  const leadsAway = !place.to.includes('/tasks#');
  const late = task.state === 'open' && task.dueAt !== null && !when.isAhead(task.dueAt);
  const team = useTeam(communityId).data?.items ?? [];
  const whose = team.find(({ userId }) => userId === task.assigneeId)?.name;
  const isPut = task.state === 'open' && task.snoozedUntil !== null && when.isAhead(task.snoozedUntil);
  const copy = async () => {
    const done = await copyText(task.text);
    void (done ? message.success(t('tasks.copied')) : message.warning(t('link.copyByHand')));
  };
  const end = (how: 'done' | 'skip') =>
    finish
      .mutateAsync({ taskId: task.id, how })
      .then(() =>
        message.success(t(how === 'skip' ? 'tasks.wasSkipped' : leadsAway ? 'tasks.wasSettled' : 'tasks.wasDone')),
      )
      .catch(tellProblem);
  const { hash } = useLocation();
  const isMeant = hash === `#${task.id}`;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isMeant) card.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  return (
    <article
      ref={card}
      className={['card taskcard', isMeant ? 'meant' : '', isAt ? 'at' : ''].join(' ').trim()}
      data-task={task.id}
      aria-label={task.title}
      aria-current={isMeant ? 'true' : undefined}
    >
      <div className="row">
        {chosen && (
          <Checkbox
            checked={chosen.is}
            onChange={chosen.toggle}
            aria-label={t('tasks.choose', { title: task.title })}
          />
        )}
        <b className="grow">{task.title}</b>
        {whose && <span className="tag">{whose}</span>}
        {task.escalatedAt && <span className="tag a">{t('tasks.escalated')}</span>}
        {isPut && <span className="tag">{t('inbox.laterUntil', { when: when.moment(task.snoozedUntil!) })}</span>}
        {task.dueAt && (
          <span className={late ? 'tag r' : 'tag'}>
            {t(late ? 'tasks.late' : 'tasks.due', { when: when.moment(task.dueAt) })}
          </span>
        )}
        {task.state !== 'open' && <span className="tag j">{t(`tasks.state.${task.state}`)}</span>}
      </div>
      {task.escalationWord !== '' && (
        <p className="s amber">{t('tasks.escalationWord', { word: task.escalationWord })}</p>
      )}
      {task.text !== '' && <pre className="tasktext words">{task.text}</pre>}
      {task.pictureIds.length > 0 && (
        <div className="row wrap">
          {task.pictureIds.map((id) => (
            <a key={id} href={`/api/files/${id}?size=full`} target="_blank" rel="noreferrer">
              <img className="taskpicture" src={`/api/files/${id}?size=thumb`} alt={t('tasks.picture')} />
            </a>
          ))}
        </div>
      )}
      {task.steps.length > 0 && (
        <ol className="tasksteps s c2">
          {task.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {task.state === 'open' && can('tasks.do') && (
        <div className="row wrap">
          {leadsAway && (
            <Link className="btn" to={place.to}>
              {t(place.go)}
            </Link>
          )}
          {task.text !== '' && !leadsAway && (
            <Button icon={<Icon name="copy" />} onClick={() => void copy()}>
              {t('tasks.copy')}
            </Button>
          )}
          <Button icon={<Icon name="check" />} onClick={() => void end('done')} loading={finish.isPending}>
            {t(leadsAway || task.kind === 'team.todo' ? 'tasks.settle' : 'tasks.done')}
          </Button>
          <Popconfirm
            title={t('tasks.skipAsk')}
            description={leadsAway ? undefined : t('tasks.skipText')}
            okText={t('tasks.skip')}
            onConfirm={() => end('skip')}
          >
            <Button type="text">{t('tasks.skip')}</Button>
          </Popconfirm>
          <Escalate task={task} />
        </div>
      )}
    </article>
  );
}

/** Sends the task up with a word why. */
function Escalate({ task }: { task: Task }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const escalate = useEscalate(communityId);
  const tellProblem = useTellProblem();
  const [word, setWord] = useState('');
  const send = () =>
    escalate
      .mutateAsync({ taskId: task.id, word: word.trim() })
      .then(() => message.success(t('tasks.wasEscalated')))
      .catch(tellProblem);
  return (
    <Popconfirm
      title={t('tasks.escalateAsk')}
      description={
        <Input
          value={word}
          maxLength={200}
          aria-label={t('tasks.escalateWord')}
          placeholder={t('tasks.escalateWord')}
          onChange={({ target }) => setWord(target.value)}
        />
      }
      okText={t('tasks.escalate')}
      okButtonProps={{ disabled: word.trim() === '' }}
      onConfirm={send}
    >
      <Button type="text">{t('tasks.escalate')}</Button>
    </Popconfirm>
  );
}
