// What is done with the tasks that were chosen, or with the one where one stands. What can't be undone by the server waits some
// seconds before it is sent.
import { App, Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useHere } from '../../data/session.ts';
import { useChangeTasks } from '../../data/tasks.ts';
import type { Task, TaskAct } from '../../data/tasks.ts';
import { useTeam } from '../../data/team.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useOffer } from '../../pieces/useOffer.tsx';
import { useText } from '../../text.ts';
import { snoozeChoices } from '../inbox/snooze.ts';

interface BarProps {
  tasks: readonly Task[];
  /** How many were chosen; 0 = the one where one stands. */
  count: number;
  onAll: () => void;
  onDone: () => void;
}

/** The bar over the list. */
export function BatchBar({ tasks, count, onAll, onDone }: BarProps) {
  const t = useText();
  const { communityId, me } = useHere();
  const team = useTeam(communityId);
  const act = useBatch(tasks, onDone);
  const [choices, setChoices] = useState<ReturnType<typeof snoozeChoices>>([]);
  const members = team.data?.items.filter(({ role }) => role !== 'viewer') ?? [];
  const none = tasks.length === 0;
  const people: MenuProps = {
    items: [
      ...members.map(({ userId, name }) => ({ key: userId, label: userId === me.user.id ? t('inbox.takeIt') : name })),
      { type: 'divider' },
      { key: 'nobody', label: t('inbox.giveBack') },
    ],
    onClick: ({ key }) => act({ how: 'assign', assigneeId: key === 'nobody' ? null : key }, t('inbox.assigned')),
  };
  const times: MenuProps = {
    items: [
      ...choices.map(({ key, at }) => ({ key: at.toISOString(), label: t(`inbox.snooze.${key}`) })),
      { type: 'divider' },
      { key: 'now', label: t('inbox.snooze.now') },
    ],
    onClick: ({ key }) => act({ how: 'snooze', until: key === 'now' ? null : key }, t('tasks.wasSnoozed')),
  };
  return (
    <div className="batchbar row wrap" role="toolbar" aria-label={t('tasks.batch')}>
      <span className={`s c2 grow ${count > 0 ? '' : 'keyhint'}`}>
        {count > 0 ? t('tasks.chosen', { count }) : t('tasks.keys')}
      </span>
      {count > 0 ? (
        <Button type="text" onClick={onDone}>
          {t('tasks.chooseNone')}
        </Button>
      ) : (
        <Button type="text" onClick={onAll}>
          {t('tasks.chooseAll')}
        </Button>
      )}
      <Button
        data-key="claim"
        disabled={none}
        onClick={() => act({ how: 'assign', assigneeId: me.user.id }, t('tasks.claimed'))}
      >
        {t('inbox.takeIt')}
      </Button>
      <Dropdown menu={people} trigger={['click']} disabled={none} autoFocus>
        <Button data-key="assign" icon={<Icon name="people" />}>
          {t('inbox.assign')}
        </Button>
      </Dropdown>
      <Dropdown
        menu={times}
        trigger={['click']}
        disabled={none}
        autoFocus
        onOpenChange={(open) => open && setChoices(snoozeChoices(new Date()))}
      >
        <Button data-key="snooze" icon={<Icon name="clock" />}>
          {t('inbox.snooze.it')}
        </Button>
      </Dropdown>
      <Button
        data-key="done"
        icon={<Icon name="check" />}
        disabled={none}
        onClick={() => act({ how: 'done' }, t('tasks.allDone', { count: tasks.length }))}
      >
        {t('tasks.settle')}
      </Button>
      <Button
        type="text"
        disabled={none}
        onClick={() => act({ how: 'skip' }, t('tasks.allSkipped', { count: tasks.length }))}
      >
        {t('tasks.skip')}
      </Button>
    </div>
  );
}

const thinkMs = 5000;

/** Does it, and offers to take it back: what was assigned or put off goes back to how it was, the rest is not sent yet. */
function useBatch(tasks: readonly Task[], onDone: () => void): (act: TaskAct, done: string) => void {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const { offer } = useOffer();
  const change = useChangeTasks(communityId);
  const tellProblem = useTellProblem();
  const send = async (act: TaskAct, ids: readonly string[]) => {
    const { refused } = await change.mutateAsync({ taskIds: [...ids], act });
    if (refused.length > 0) void message.warning(t('tasks.refused', { count: refused.length }));
  };
  const tell = (done: string, undo: () => void) =>
    offer({ name: 'tasks', done, label: t('common.undo'), act: undo, seconds: thinkMs / 1000 });
  return (act, done) => {
    const before = [...tasks];
    const ids = before.map(({ id }) => id);
    onDone();
    if (act.how === 'done' || act.how === 'skip') {
      const timer = setTimeout(() => void send(act, ids).catch(tellProblem), thinkMs);
      return tell(done, () => {
        clearTimeout(timer);
        void message.success(t('common.undone'));
      });
    }
    const undo = async () => {
      for (const task of before) {
        if (act.how === 'snooze') await send({ how: 'snooze', until: task.snoozedUntil }, [task.id]);
        await send({ how: 'assign', assigneeId: task.assigneeId }, [task.id]);
      }
      void message.success(t('common.undone'));
    };
    const run = async () => {
      try {
        await send(act, ids);
        tell(done, () => void undo().catch(tellProblem));
      } catch (problem) {
        tellProblem(problem);
      }
    };
    void run();
  };
}
