// How the program looks after the rules: which checks act, how sure they must be, who counts as known, how long words are kept.
// The ladder of what follows has a file of its own.
import { App, Button, Slider } from 'antd';
import { useState } from 'react';
import { checks, trusts, useChangeRulesSettings, useRulesSettings } from '../../../data/rules.ts';
import type { RulesSettings as Settings } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { ArmingDialog } from '../trying/ArmingDialog.tsx';
import { OpenLook, useLook } from '../trying/LookBack.tsx';
import { Checks } from './Checks.tsx';
import { LadderSettings } from './LadderSettings.tsx';
import { ReportSettings } from './ReportSettings.tsx';
import { RulesHead } from '../RulesHead.tsx';
import { Count, Part, Row } from './SettingsPart.tsx';
import type { PartProps } from './SettingsPart.tsx';
import './settings.css';

/** The settings of rules. */
export function RulesSettings() {
  const { communityId } = useHere();
  const settings = useRulesSettings(communityId);
  return (
    <>
      <RulesHead on="settings" />
      <Answer query={settings}>{(found) => <Form key={JSON.stringify(found)} found={found} />}</Answer>
    </>
  );
}

function Form({ found }: { found: Settings }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const change = useChangeRulesSettings(communityId);
  const tellProblem = useTellProblem();
  const look = useLook();
  const [value, setValue] = useState(found);
  const isChanged = JSON.stringify(value) !== JSON.stringify(found);
  const part: PartProps = {
    value,
    set: (next) => setValue({ ...value, ...next }),
    disabled: !can('rules.manage'),
  };
  const [isAsked, setAsked] = useState(false);
  const armed = checks.filter((check) => found.checks[check] === 'dry' && value.checks[check] === 'on');
  const save = () =>
    change
      .mutateAsync(value)
      .then(() => message.success(t('rules.saved')))
      .catch(tellProblem);
  return (
    <div className="rules-settings">
      {part.disabled && <p className="note">{t('rules.settingsReadOnly')}</p>}
      <div className="settings-grid">
        <Checks {...part} />
        <Sureness {...part} />
        <LadderSettings {...part} />
        <ReportSettings {...part} />
        <Known {...part} />
        <Keeping {...part} />
      </div>
      {isChanged && (
        <div className="card savebar row wrap">
          <span className="grow s c2">{t('rules.unsaved')}</span>
          <Button onClick={() => setValue(found)}>{t('rules.takeBackAll')}</Button>
          <Button loading={look.isAsking} onClick={() => void look.begin({ kind: 'settings', settings: value })}>
            {t('rules.look.trySettings')}
          </Button>
          <Button
            type="primary"
            loading={change.isPending}
            onClick={() => (armed.length > 0 ? setAsked(true) : void save())}
          >
            {t('common.save')}
          </Button>
        </div>
      )}
      {isAsked && (
        <ArmingDialog
          subjects={armed.map((check) => ({ name: t(`rules.check.${check}`), of: { check } }))}
          isBusy={change.isPending}
          onGo={() => void save().finally(() => setAsked(false))}
          onStay={() => setAsked(false)}
        />
      )}
      <OpenLook about={isChanged ? { kind: 'settings', settings: value } : undefined} />
    </div>
  );
}

/** The better somebody is known, the surer it must be: a slider pushes the others along. */
function Sureness({ value, set, disabled }: PartProps) {
  const t = useText();
  const { thresholds } = value;
  const move = (which: (typeof trusts)[number], to: number) => {
    const at = trusts.indexOf(which);
    const next = Object.fromEntries(
      trusts.map((one, index) => [
        one,
        index === at ? to : index < at ? Math.min(thresholds[one], to) : Math.max(thresholds[one], to),
      ]),
    ) as Settings['thresholds'];
    set({ thresholds: next });
  };
  return (
    <Part title={t('rules.set.sure')} text={t('rules.set.sureText')}>
      {trusts.map((trust) => (
        <Row key={trust} name={t(`rules.trust.${trust}`)} text={t(`rules.set.sureOf.${trust}`)}>
          <span className="row sure">
            <Slider
              className="grow"
              min={0.3}
              max={1}
              step={0.05}
              disabled={disabled}
              value={thresholds[trust]}
              tooltip={{ open: false }}
              ariaLabelForHandle={t('rules.set.sureLabel', { trust: t(`rules.trust.${trust}`) })}
              onChange={(to) => move(trust, to)}
            />
            <b>{thresholds[trust].toFixed(2)}</b>
          </span>
        </Row>
      ))}
    </Part>
  );
}

function Known({ value, set, disabled }: PartProps) {
  const t = useText();
  const { trust } = value;
  const row = (name: 'member' | 'core') => (
    <Row name={t(`rules.trust.${name}`)} text={t(`rules.set.knownOf.${name}`)}>
      <span className="row wrap ends">
        <Count
          label={t('rules.set.knownDays', { trust: t(`rules.trust.${name}`) })}
          value={trust[`${name}Days`]}
          min={name === 'core' ? 1 : 0}
          max={name === 'core' ? 3650 : 365}
          unit={t('rules.unit.days')}
          disabled={disabled}
          onChange={(days) => set({ trust: { ...trust, [`${name}Days`]: days } })}
        />
        <Count
          label={t('rules.set.knownMessages', { trust: t(`rules.trust.${name}`) })}
          value={trust[`${name}Messages`]}
          min={name === 'core' ? 1 : 0}
          max={name === 'core' ? 100_000 : 1000}
          unit={t('rules.unit.messages')}
          disabled={disabled}
          onChange={(messages) => set({ trust: { ...trust, [`${name}Messages`]: messages } })}
        />
      </span>
    </Row>
  );
  return (
    <Part title={t('rules.set.known')} text={t('rules.set.knownText')}>
      {row('member')}
      {row('core')}
    </Part>
  );
}

function Keeping({ value, set, disabled }: PartProps) {
  const t = useText();
  return (
    <Part title={t('rules.set.keeping')} text={t('rules.set.keepingText')}>
      <Row name={t('rules.set.appealDays')} text={t('rules.set.appealDaysText')}>
        <Count
          label={t('rules.set.appealDays')}
          value={value.appealDays}
          min={1}
          max={90}
          unit={t('rules.unit.days')}
          disabled={disabled}
          onChange={(appealDays) => set({ appealDays })}
        />
      </Row>
      <Row name={t('rules.set.keepDays')} text={t('rules.set.keepDaysText')}>
        <Count
          label={t('rules.set.keepDays')}
          value={value.keepWordsDays}
          min={7}
          max={730}
          unit={t('rules.unit.days')}
          disabled={disabled}
          onChange={(keepWordsDays) => set({ keepWordsDays })}
        />
      </Row>
    </Part>
  );
}
