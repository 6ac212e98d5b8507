// Everything that a human has to do, whatever it came from: whose it is, what is late, what was put off; one by one or many at once.
import { useRef, useState } from 'react';
import { useHere } from '../../data/session.ts';
import { useTaskPages } from '../../data/tasks.ts';
import type { TaskFilter } from '../../data/tasks.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { MoreButton } from '../../pieces/MoreButton.tsx';
import { PageHead } from '../../pieces/PageHead.tsx';
import { SearchField } from '../../pieces/SearchField.tsx';
import { TaskCard } from '../../pieces/TaskCards.tsx';
import { useText } from '../../text.ts';
import { TalkNav } from '../talk/GroupRail.tsx';
import { BatchBar } from './BatchBar.tsx';
import { LoadCard } from './LoadCard.tsx';
import { useTaskKeys } from './useTaskKeys.ts';
import './tasks.css';

const views = ['all', 'mine', 'nobody', 'late', 'later', 'done', 'skipped'] as const;
type View = (typeof views)[number];

/** What each view asks for. */
const filters: Record<View, TaskFilter> = {
  all: { state: 'open', snoozed: 'without' },
  mine: { state: 'open', assignee: 'me', snoozed: 'without' },
  nobody: { state: 'open', assignee: 'nobody' },
  late: { state: 'open', due: 'overdue' },
  later: { state: 'open', snoozed: 'only' },
  done: { state: 'done' },
  skipped: { state: 'skipped' },
};

/** The task centre. */
export function Tasks() {
  const t = useText();
  const { communityId, can } = useHere();
  const address = useFilters();
  const view = views.find((one) => one === address.read('view')) ?? 'all';
  const q = address.read('q') ?? '';
  const query = useTaskPages(communityId, { ...filters[view], ...(q ? { q } : {}) });
  const tasks = query.data?.flatMap(({ items }) => items) ?? [];
  const isOpen = filters[view].state === 'open' && can('tasks.do');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = tasks.filter(({ id }) => chosen.has(id));
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const box = useRef<HTMLDivElement>(null);
  const at = useTaskKeys({ tasks, box, toggle: isOpen ? toggle : undefined });
  return (
    <>
      <PageHead title={t('tasks.title')} sub={t('tasks.sub')} nav={<TalkNav on="tasks" />} />
      <div className="fb taskfilters">
        <div className="seg" role="group" aria-label={t('tasks.which')}>
          {views.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === view}
              className={one === view ? 'on' : undefined}
              onClick={() => {
                setChosen(new Set());
                address.set({ view: one === 'all' ? undefined : one });
              }}
            >
              {t(`tasks.view.${one}`)}
            </button>
          ))}
        </div>
        <SearchField value={q} label={t('tasks.find')} onSearch={(next) => address.set({ q: next })} />
      </div>
      <div className="narrow" ref={box}>
        {isOpen && (
          <BatchBar
            tasks={picked.length > 0 ? picked : tasks.filter(({ id }) => id === at)}
            count={picked.length}
            onAll={() => setChosen(new Set(tasks.map(({ id }) => id)))}
            onDone={() => setChosen(new Set())}
          />
        )}
        <Answer query={query} rows={5}>
          {() =>
            tasks.length > 0 ? (
              <div className="taskcards">
                {tasks.map((task) => (
                  <TaskCard
                    key={task.id}
                    task={task}
                    isAt={task.id === at}
                    chosen={isOpen ? { is: chosen.has(task.id), toggle: () => toggle(task.id) } : undefined}
                  />
                ))}
                <MoreButton query={query} />
              </div>
            ) : (
              <div className="card">
                <EmptyState
                  kind={q === '' && view === 'all' ? 'nothing' : 'noMatch'}
                  title={t(q === '' ? `tasks.noneIn.${view}` : 'tasks.noneFound')}
                  text={q === '' && view === 'all' ? t('tasks.noneText') : undefined}
                />
              </div>
            )
          }
        </Answer>
        <LoadCard />
      </div>
    </>
  );
}
