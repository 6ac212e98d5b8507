import { Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Here } from '../data/session.ts';
import { HereContext } from '../data/session.ts';
import { useTasks } from '../data/tasks.ts';
import { Answer } from '../pieces/Answer.tsx';
import { useTaskPlace } from '../pieces/task-place.ts';
import { useDoneToday } from '../pieces/useDoneToday.ts';
import { useWhen } from '../pieces/when.ts';
import { useText } from '../text.ts';

const shown = 6;

/** The task centre: how far the day's work is, and the next few things. */
export function TaskCentre({ here }: { here: Here }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { communityId } = here;
  const tasks = useTasks(communityId, { state: 'open' });
  const done = useDoneToday(communityId);
  const left = tasks.data?.items.length ?? 0;
  const more = tasks.data?.nextCursor ? '+' : '';
  const words = !tasks.data
    ? t('centre.title')
    : left > 0
      ? t('centre.left', { count: `${left}${more}` })
      : t('centre.clear');
  const label = t('centre.label', { left: words, done });
  if (!here.can('tasks.read')) return null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      classNames={{ root: 'bubble' }}
      content={
        <HereContext.Provider value={here}>
          <Next here={here} onGo={() => setOpen(false)} />
        </HereContext.Provider>
      }
    >
      <button type="button" className="tb centre" aria-label={label} aria-expanded={open}>
        <Ring share={left + done === 0 ? 0 : done / (left + done)} />
        <span>{words}</span>
      </button>
    </Popover>
  );
}

function Ring({ share }: { share: number }) {
  const round = 2 * Math.PI * 7;
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r="7" fill="none" stroke="var(--line-2)" strokeWidth="2" />
      <circle
        cx="9"
        cy="9"
        r="7"
        fill="none"
        stroke="var(--gold)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray={`${share * round} ${round}`}
        transform="rotate(-90 9 9)"
      />
    </svg>
  );
}

function Next({ here, onGo }: { here: Here; onGo: () => void }) {
  const t = useText();
  const when = useWhen();
  const placeOf = useTaskPlace();
  const tasks = useTasks(here.communityId, { state: 'open' });
  return (
    <section aria-label={t('centre.title')}>
      <h2 className="h2">{t('centre.title')}</h2>
      <Answer query={tasks} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="c2 s bubble-none">{t('centre.none')}</p>
          ) : (
            <ul className="bubble-list">
              {items.slice(0, shown).map((task) => {
                const late = task.dueAt !== null && !when.isAhead(task.dueAt);
                return (
                  <li key={task.id}>
                    <Link to={placeOf(task).to} onClick={onGo}>
                      <span className="grow">{task.title}</span>
                      {task.dueAt && (
                        <time className={late ? 'xs amber nw' : 'xs c3 nw'}>{when.moment(task.dueAt)}</time>
                      )}
                    </Link>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Answer>
      <Link className="link s bubble-all" to={`/c/${here.communityId}/tasks`} onClick={onGo}>
        {t('centre.all')}
      </Link>
    </section>
  );
}
