// What holds in a group, and changing it. Where the carrier cannot do it itself, the change becomes a task for a human,
// and the row says so before it is pressed.
import { App, Button, Input, InputNumber, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useAbilities, useAct } from '../../data/acts.ts';
import type { Act } from '../../data/acts.ts';
import { tiers, useChangeGroup } from '../../data/groups.ts';
import type { Group, Tier } from '../../data/groups.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { useTellProblem } from '../problems.ts';
import { Lifecycle } from './Lifecycle.tsx';
import { Notice } from './Notice.tsx';

const slowChoices = [0, 5, 10, 30, 60, 300];

/** Settings of one group. */
export function GroupSettings({ group }: { group: Group }) {
  const t = useText();
  const { can } = useHere();
  const shut = group.lifecycle === 'dissolved';
  const moderates = can('carriers.act') && !shut;
  const manages = can('groups.manage') && !shut;
  const carry = useCarryOut(group);
  return (
    <>
      <NameRow group={group} may={manages} carry={carry} />
      <SwitchRow
        group={group}
        op="lockName"
        on={group.nameLocked}
        may={moderates}
        text={t('settings.lockName')}
        hint={t('settings.lockNameHint')}
        onChange={(on) => carry({ op: 'lockName', on })}
      />
      <SwitchRow
        group={group}
        op="muteAll"
        on={group.mutedAll}
        may={moderates}
        text={t('settings.muteAll')}
        hint={t('settings.muteAllHint')}
        onChange={(on) => carry({ op: 'muteAll', on })}
      />
      <SettingRow text={t('settings.slow')} hint={t('settings.slowHint')} group={group} op="slowMode">
        {(id) => (
          <Select
            id={id}
            value={group.slowModeSeconds}
            disabled={!moderates}
            style={{ width: 110 }}
            options={slowChoices.map((seconds) => ({
              value: seconds,
              label: seconds === 0 ? t('settings.slowOff') : t('settings.seconds', { count: seconds }),
            }))}
            onChange={(seconds) => void carry({ op: 'slowMode', seconds })}
          />
        )}
      </SettingRow>
      <SwitchRow
        group={group}
        op="allowPrivateAdd"
        on={group.privateAdding}
        may={moderates}
        text={t('settings.private')}
        hint={t('settings.privateHint')}
        onChange={(on) => carry({ op: 'allowPrivateAdd', on })}
      />
      <ManagedRows group={group} may={manages} />
      <Notice group={group} may={moderates} carry={carry} />
      <Lifecycle group={group} may={can('groups.manage')} />
    </>
  );
}

/** Carries an act out and tells how it went: done, or waiting as a task for a human. */
export function useCarryOut(group: Pick<Group, 'id'>): (act: Act) => Promise<boolean> {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const act = useAct(communityId, group.id);
  const tellProblem = useTellProblem();
  return async (what) => {
    try {
      const result = await act.mutateAsync(what);
      void (result.how === 'human' ? message.info(t('act.human')) : message.success(t('act.done')));
      return true;
    } catch (error) {
      tellProblem(error);
      return false;
    }
  };
}

function NameRow({ group, may, carry }: { group: Group; may: boolean; carry: (act: Act) => Promise<boolean> }) {
  const t = useText();
  const id = useId();
  const [name, setName] = useState(group.name);
  const changed = name.trim() !== '' && name.trim() !== group.name;
  return (
    <div className="setrow">
      <div className="grow">
        <label htmlFor={id}>{t('settings.name')}</label>
        <div className="row" style={{ marginTop: 4 }}>
          <Input id={id} value={name} maxLength={40} disabled={!may} onChange={({ target }) => setName(target.value)} />
          {changed && (
            <Button onClick={() => void carry({ op: 'setName', name: name.trim() })}>{t('common.save')}</Button>
          )}
        </div>
      </div>
    </div>
  );
}

function SwitchRow({ group, op, on, may, text, hint, onChange }: SwitchRowProps) {
  const [busy, setBusy] = useState(false);
  const press = async (next: boolean) => {
    setBusy(true);
    await onChange(next);
    setBusy(false);
  };
  return (
    <SettingRow text={text} hint={hint} group={group} op={op}>
      {(id) => <Switch id={id} checked={on} disabled={!may} loading={busy} onChange={(next) => void press(next)} />}
    </SettingRow>
  );
}

interface SwitchRowProps {
  group: Group;
  op: Act['op'];
  on: boolean;
  may: boolean;
  text: string;
  hint: string;
  onChange: (on: boolean) => Promise<unknown>;
}

function SettingRow({
  text,
  hint,
  group,
  op,
  children,
}: {
  text: string;
  hint: string;
  group?: Group;
  op?: Act['op'];
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="setrow">
      <div className="grow">
        <label htmlFor={id}>{text}</label> {group && op && <AbilityMark group={group} op={op} />}
        <div className="s">{hint}</div>
      </div>
      {children(id)}
    </div>
  );
}

function AbilityMark({ group, op }: { group: Group; op: Act['op'] }) {
  const t = useText();
  const { communityId } = useHere();
  const abilities = useAbilities(communityId, group.id);
  const ability = abilities.data?.[op];
  if (ability === 'human') return <span className="tag g">{t('act.byHuman')}</span>;
  if (ability === 'unsupported') return <span className="tag">{t('act.unsupported')}</span>;
  return null;
}

function ManagedRows({ group, may }: { group: Group; may: boolean }) {
  const t = useText();
  const { communityId } = useHere();
  const change = useChangeGroup(communityId, group.id);
  const tellProblem = useTellProblem();
  const [capacity, setCapacity] = useState<number | null>(group.capacity);
  const save = (part: Parameters<typeof change.mutateAsync>[0]) => change.mutateAsync(part).catch(tellProblem);
  return (
    <>
      <SettingRow text={t('found.approval')} hint={t('found.approvalHint')}>
        {(id) => (
          <Switch id={id} checked={group.approval} disabled={!may} onChange={(approval) => void save({ approval })} />
        )}
      </SettingRow>
      <SettingRow text={t('found.capacity')} hint={t('found.capacityHint')}>
        {(id) => (
          <div className="row">
            <InputNumber
              id={id}
              value={capacity}
              min={Math.max(2, group.members)}
              max={100000}
              precision={0}
              disabled={!may}
              style={{ width: 88 }}
              onChange={setCapacity}
            />
            {capacity !== null && capacity !== group.capacity && (
              <Button onClick={() => void save({ capacity })}>{t('common.save')}</Button>
            )}
          </div>
        )}
      </SettingRow>
      <SettingRow text={t('groups.tier')} hint={t(`tier.${group.tier}Text`)}>
        {(id) => (
          <Select
            id={id}
            value={group.tier}
            disabled={!may}
            style={{ width: 110 }}
            options={tiers.map((tier) => ({ value: tier, label: t(`tier.${tier}`) }))}
            onChange={(tier: Tier) => void save({ tier })}
          />
        )}
      </SettingRow>
    </>
  );
}
