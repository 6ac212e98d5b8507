import { App, Dropdown } from 'antd';
import { useHere } from '../../data/session.ts';
import { useHandOver, useLoad } from '../../data/tasks.ts';
import type { Load } from '../../data/tasks.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

/** Who carries how much: for whoever runs the team everybody, else only oneself. Numbers of work, no ranking. */
export function LoadCard() {
  const t = useText();
  const { communityId } = useHere();
  const load = useLoad(communityId);
  return (
    <section className="card load" aria-label={t('tasks.load.title')}>
      <h2 className="h2">{t('tasks.load.title')}</h2>
      <p className="s c3">{t('tasks.load.text')}</p>
      <Answer query={load} rows={2}>
        {(all) => (
          <table>
            <thead>
              <tr>
                <th>{t('tasks.load.who')}</th>
                <th>{t('tasks.load.open')}</th>
                <th>{t('tasks.load.late')}</th>
                <th>{t('tasks.load.done')}</th>
                <th>{t('tasks.load.median')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Row key={one.userId} load={one} all={all} />
              ))}
            </tbody>
          </table>
        )}
      </Answer>
    </section>
  );
}

function Row({ load, all }: { load: Load; all: readonly Load[] }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const handOver = useHandOver(communityId);
  const tellProblem = useTellProblem();
  const { userId, name, open, late, done, medianHours } = load;
  const give = (key: string) =>
    void handOver
      .mutateAsync({ userId, toId: key === 'nobody' ? null : key })
      .then(({ tasks }) => message.success(t('tasks.load.given', { count: tasks })))
      .catch(tellProblem);
  return (
    <tr>
      <td>{name}</td>
      <td>{open}</td>
      <td className={late > 0 ? 'amber' : undefined}>{late}</td>
      <td>{done}</td>
      <td>{medianHours === null ? '—' : t('tasks.load.hours', { count: Math.max(1, Math.round(medianHours)) })}</td>
      <td>
        {can('tasks.do') && open > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                ...all
                  .filter((other) => other.userId !== userId)
                  .map((other) => ({ key: other.userId, label: other.name })),
                { key: 'nobody', label: t('inbox.giveBack') },
              ],
              onClick: ({ key }) => give(key),
            }}
          >
            <button type="button" className="link s">
              {t('tasks.load.give')}
            </button>
          </Dropdown>
        )}
      </td>
    </tr>
  );
}
