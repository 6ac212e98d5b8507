import { Select } from 'antd';
import { useId } from 'react';
import { useEscalation, useSetEscalation } from '../../../data/escalation.ts';
import type { Escalation } from '../../../data/escalation.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

const giveMinutes = [0, 5, 10, 15, 30, 60];
const othersMinutes = [5, 10, 20, 30, 60, 120];
const upHours = [1, 4, 12, 24, 48, 72, 168];
/** No number can be chosen for it: not by itself. */
const never = -1;

/** What happens when nobody takes something, and after how long; each choice holds at once. */
export function EscalationCard() {
  const t = useText();
  const { communityId, can } = useHere();
  const escalation = useEscalation(communityId, { desk: can('desk.read'), team: can('team.read') });
  const change = useSetEscalation(communityId);
  const tellProblem = useTellProblem();
  const keep = (next: Partial<Escalation>) => void change.mutateAsync(next).catch(tellProblem);
  const sayMinutes = (minutes: number) =>
    minutes === 0 ? t('duty.escalation.atOnce') : t('duty.escalation.minutes', { count: minutes });
  const sayHours = (hours: number) =>
    hours % 24 === 0 ? t('duty.escalation.days', { count: hours / 24 }) : t('duty.escalation.hours', { count: hours });
  return (
    <section className="card" aria-label={t('duty.escalation.title')}>
      <div className="ch">
        <h2>{t('duty.escalation.title')}</h2>
      </div>
      <div className="cb">
        <p className="s c2">{t('duty.escalation.text')}</p>
        <Answer query={escalation} rows={3}>
          {({ dutyAfterMinutes, othersAfterMinutes, escalateHours }) => (
            <>
              {dutyAfterMinutes !== undefined && (
                <Choice
                  name="give"
                  value={dutyAfterMinutes ?? never}
                  steps={giveMinutes}
                  say={sayMinutes}
                  none={{ value: never, text: t('duty.escalation.never') }}
                  disabled={!can('desk.manage') || change.isPending}
                  onChange={(value) => keep({ dutyAfterMinutes: value === never ? null : value })}
                />
              )}
              {othersAfterMinutes !== undefined && (
                <Choice
                  name="others"
                  value={othersAfterMinutes}
                  steps={othersMinutes}
                  say={sayMinutes}
                  none={{ value: 0, text: t('duty.escalation.all') }}
                  disabled={!can('team.manage') || change.isPending}
                  onChange={(value) => keep({ othersAfterMinutes: value })}
                />
              )}
              {escalateHours !== undefined && (
                <Choice
                  name="up"
                  value={escalateHours}
                  steps={upHours}
                  say={sayHours}
                  none={{ value: 0, text: t('duty.escalation.manual') }}
                  disabled={!can('team.manage') || change.isPending}
                  onChange={(value) => keep({ escalateHours: value })}
                />
              )}
            </>
          )}
        </Answer>
      </div>
    </section>
  );
}

interface ChoiceProps {
  name: 'give' | 'others' | 'up';
  value: number;
  steps: readonly number[];
  say: (step: number) => string;
  none: { value: number; text: string };
  disabled: boolean;
  onChange: (value: number) => void;
}

function Choice({ name, value, steps, say, none, disabled, onChange }: ChoiceProps) {
  const t = useText();
  const id = useId();
  // What was set through the API may lie between the steps.
  const offered = [...new Set([...steps, value])].filter((step) => step !== none.value).sort((a, b) => a - b);
  const options = [
    ...offered.map((step) => ({ value: step, label: say(step) })),
    { value: none.value, label: none.text },
  ];
  return (
    <div className="setrow wrap">
      <div className="grow">
        <label htmlFor={id}>{t(`duty.escalation.${name}`)}</label>
        <div className="xs c2">{t(`duty.escalation.${name}Text`)}</div>
      </div>
      <Select
        id={id}
        aria-label={t(`duty.escalation.${name}`)}
        style={{ width: 150 }}
        value={value}
        disabled={disabled}
        options={options}
        onChange={onChange}
      />
    </div>
  );
}
