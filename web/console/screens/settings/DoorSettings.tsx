import { Switch } from 'antd';
import { useId } from 'react';
import { useChangePeopleSettings, usePeopleSettings } from '../../data/people-settings.ts';
import type { PeopleSettings } from '../../data/people-settings.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

/** Who may invite, and what newcomers have to prove; each switch holds at once. */
export function DoorSettings() {
  const t = useText();
  const { communityId, can } = useHere();
  const settings = usePeopleSettings(communityId);
  const change = useChangePeopleSettings(communityId);
  const tellProblem = useTellProblem();
  const may = can('people.manage');
  const keep = (next: PeopleSettings) => void change.mutateAsync(next).catch(tellProblem);
  return (
    <section className="card cb narrow door-settings" aria-label={t('settings.people')}>
      <h2 className="h2">{t('settings.people')}</h2>
      <Answer query={settings} rows={2}>
        {(now) => (
          <>
            <Choice
              title={t('settings.invite')}
              hint={t('settings.inviteHint')}
              on={now.membersMayInvite}
              disabled={!may || change.isPending}
              onChange={(membersMayInvite) => keep({ ...now, membersMayInvite })}
            />
            <Choice
              title={t('settings.proof')}
              hint={t('settings.proofHint')}
              on={now.emailProof === 'required'}
              disabled={!may || change.isPending}
              onChange={(on) => keep({ ...now, emailProof: on ? 'required' : 'off' })}
            />
          </>
        )}
      </Answer>
    </section>
  );
}

interface ChoiceProps {
  title: string;
  hint: string;
  on: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
}

function Choice({ title, hint, on, disabled, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="setrow">
      <div className="grow">
        <label htmlFor={id}>{title}</label>
        <div className="s">{hint}</div>
      </div>
      <Switch id={id} checked={on} disabled={disabled} onChange={onChange} />
    </div>
  );
}
