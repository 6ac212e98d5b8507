import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useStartTraining, useTrainings } from '../../../data/leading.ts';
import { useTeam } from '../../../data/team.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

/** New stewards and how far they are with what they learn in their first ten days. */
export function TrainingCard() {
  const t = useText();
  const { communityId } = useHere();
  const trainings = useTrainings(communityId);
  return (
    <section className="card" aria-label={t('leading.training')}>
      <div className="ch">
        <h2>{t('leading.training')}</h2>
      </div>
      <div className="cb">
        <p className="s c2">{t('leading.trainingText')}</p>
        <Answer query={trainings} rows={2}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState kind="nothing" title={t('leading.noTraining')} text={t('leading.noTrainingText')} />
            ) : (
              <ul className="people-list">
                {items.map(({ userId, name, done, of, next }) => (
                  <li key={userId}>
                    <Face name={name} seed={userId} size={28} />
                    <span className="grow">
                      {name}
                      <span className="xs c2"> {t('leading.progress', { done, of })}</span>
                      <span className="xs c3">
                        {' · '}
                        {next === null ? t('leading.finished') : t('leading.next', { title: next })}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Answer>
        <Begin />
      </div>
    </section>
  );
}

function Begin() {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const tellProblem = useTellProblem();
  const start = useStartTraining(communityId);
  const team = useTeam(communityId);
  const [userId, setUserId] = useState<string>();
  // Who only looks on has no tasks.
  const able = (team.data?.items ?? []).filter(({ roles }) => roles.some((role) => role !== 'viewer'));
  return (
    <div className="row wrap leading-begin">
      <Select
        aria-label={t('leading.who')}
        placeholder={t('leading.who')}
        style={{ width: 200 }}
        value={userId ?? null}
        options={able.map((one) => ({ value: one.userId, label: one.name }))}
        onChange={setUserId}
      />
      <Button
        disabled={userId === undefined}
        loading={start.isPending}
        onClick={() =>
          void start.mutateAsync(userId!).then(() => {
            setUserId(undefined);
            void message.success(t('leading.begun'));
          }, tellProblem)
        }
      >
        {t('leading.begin')}
      </Button>
    </div>
  );
}
