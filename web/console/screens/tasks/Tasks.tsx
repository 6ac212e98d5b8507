import { Segmented } from 'antd';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { TaskList } from '../../pieces/TaskCards.tsx';
import { useText } from '../../text.ts';
import { TalkNav } from '../talk/GroupRail.tsx';

const states = ['open', 'done', 'skipped'] as const;

/** What must be carried over by hand, over all groups. */
export function Tasks() {
  const t = useText();
  const filters = useFilters();
  const state = states.find((one) => one === filters.read('state')) ?? 'open';
  return (
    <>
      <PageHead title={t('tasks.title')} sub={t('tasks.sub')} nav={<TalkNav on="tasks" />} />
      <div className="fb">
        <Segmented
          aria-label={t('tasks.which')}
          value={state}
          options={states.map((value) => ({ value, label: t(`tasks.state.${value}`) }))}
          onChange={(value) => filters.set({ state: value === 'open' ? undefined : value })}
        />
      </div>
      <div className="narrow">
        <TaskList state={state} />
      </div>
    </>
  );
}
