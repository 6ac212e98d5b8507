import { Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { formatClock, formatDay } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import type { ApiError } from '../../../kit/problem.ts';
import { useFinishTask } from '../../data/tasks.ts';
import type { Task } from '../../data/tasks.ts';
import { useHere } from '../../data/session.ts';
import type { Today } from '../../data/today.ts';
import { ProblemState } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useOffer } from '../../pieces/useOffer.tsx';
import { useTaskPlace } from '../../pieces/task-place.ts';
import { useDoneToday } from '../../pieces/useDoneToday.ts';
import { useNow } from '../../pieces/waiting.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import type { OwnTasks } from './first.ts';

const most = 7;
const undoMs = 5000;

/** What has to be done, soonest first; ticked off in place, with five seconds to think again. */
export function TaskCard({ today, own, failed }: TaskCardProps) {
  const t = useText();
  const { communityId } = useHere();
  const done = useDoneToday(communityId);
  const tick = useTick();
  const others = today.questions.open + today.alarms.open;
  const calm = done > 0 ? 'tasksDone' : others > 0 ? 'noOtherTasks' : 'noTasks';
  const items = own.items.filter(({ id }) => !tick.ticked.has(id));
  return (
    <section className="card" aria-label={t('today.tasks')}>
      <div className="ch">
        <h2>{t('today.tasks')}</h2>
        {done + own.count > 0 && (
          <span className="cnt">{t('today.tasksLine', { done, count: `${own.count}${own.isMore ? '+' : ''}` })}</span>
        )}
        {done + own.count > 0 && (
          <span className="pb" aria-hidden="true">
            <i style={{ width: `${Math.round((100 * done) / (done + own.count))}%` }} />
          </span>
        )}
      </div>
      {own.isLoading && failed && <ProblemState problem={failed.problem} onRetry={failed.onRetry} />}
      {own.isLoading && !failed && <Skeleton active title={false} className="loading" />}
      {!own.isLoading && items.length === 0 && (
        <EmptyState kind="nothing" title={t(`today.${calm}`)} text={t(`today.${calm}Text`)} />
      )}
      <ul className="tl">
        {items.slice(0, most).map((task) => (
          <TaskLine key={task.id} task={task} groupName={groupNameOf(today, task)} onTick={() => tick.tick(task)} />
        ))}
      </ul>
      {items.length > most && (
        <Link className="link s tl-more" to={`/c/${communityId}/tasks`}>
          {t('today.moreTasks', { count: items.length - most })}
        </Link>
      )}
    </section>
  );
}

interface TaskCardProps {
  today: Today;
  own: OwnTasks;
  /** Why the tasks did not come. */
  failed: { problem: ApiError; onRetry: () => void } | undefined;
}

function groupNameOf(today: Today, { groupId }: Task): string {
  if (!groupId) return '';
  return today.groupNames[groupId] ?? today.groups.items.find((pulse) => pulse.groupId === groupId)?.name ?? '';
}

function TaskLine({ task, groupName, onTick }: { task: Task; groupName: string; onTick: () => void }) {
  const t = useText();
  const language = useLanguage();
  const { isAhead } = useWhen();
  const { can } = useHere();
  const place = useTaskPlace()(task);
  const late = task.dueAt !== null && !isAhead(task.dueAt);
  const line = [groupName, task.text.split('\n')[0]].filter(Boolean).join(' · ');
  return (
    <li className={late ? 'hot' : undefined}>
      {can('tasks.do') && (
        <button type="button" className="chk" onClick={onTick} aria-label={t('today.tick', { title: task.title })}>
          <Icon name="check" size={11} />
        </button>
      )}
      <DueTime at={task.dueAt} language={language} />
      <div className="grow">
        <div className="ell">{task.title}</div>
        {line && <div className="xs c3 ell">{line}</div>}
      </div>
      <Link className="btn sm" to={place.to} aria-label={t('today.goLabel', { go: t(place.go), title: task.title })}>
        {t(place.go)}
      </Link>
    </li>
  );
}

function DueTime({ at, language }: { at: string | null; language: string }) {
  const t = useText();
  const now = useNow();
  if (!at) return <span className="due c3">{t('today.anyTime')}</span>;
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return (
    <time className="due" dateTime={at}>
      {isToday ? formatClock(at, { language }) : formatDay(at, { language })}
    </time>
  );
}

/** Ticking off: the line goes at once, the server is told after the time to think again. */
function useTick() {
  const t = useText();
  const { communityId } = useHere();
  const { offer } = useOffer();
  const finish = useFinishTask(communityId);
  const tellProblem = useTellProblem();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const put = (id: string, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  const send = useRef((_id: string) => {});
  useEffect(() => {
    send.current = (id) => {
      waiting.current.delete(id);
      finish.mutateAsync({ taskId: id, how: 'done' }).catch((problem: unknown) => {
        put(id, false);
        tellProblem(problem);
      });
    };
  });
  useEffect(
    () => () => {
      // Leaving the screen means it: what still waits is told now.
      for (const [id, timer] of waiting.current) {
        clearTimeout(timer);
        send.current(id);
      }
    },
    [],
  );
  const tick = (task: Task) => {
    put(task.id, true);
    waiting.current.set(
      task.id,
      setTimeout(() => send.current(task.id), undoMs),
    );
    const undo = () => {
      clearTimeout(waiting.current.get(task.id));
      waiting.current.delete(task.id);
      put(task.id, false);
    };
    offer({ name: task.id, done: t('today.ticked'), label: t('today.undo'), act: undo, seconds: undoMs / 1000 });
  };
  return { ticked, tick };
}
