// What holds for promotions in the community: how many a week by tier, the gap, quiet hours, credit, by what one is known, what members may.
import { App, Button, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { tiers } from '../../../data/groups.ts';
import { signKinds, useChangePromotionRules, useForgetLessons, usePromotionRules } from '../../../data/promotions.ts';
import type { PromotionRules, PromotionSettings } from '../../../data/promotions.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { AllScheduled } from '../../../pieces/promotions/ScheduledList.tsx';
import { QuietField } from '../../../pieces/promotions/QuietField.tsx';
import { useText } from '../../../text.ts';
import { MemberPromotions } from './MemberPromotions.tsx';
import { RulesHead } from '../RulesHead.tsx';
import { Count, Part, Row } from '../settings/SettingsPart.tsx';
import '../settings/settings.css';

/** What every card gets. */
export interface PromotionPart {
  value: PromotionSettings;
  set: (part: Partial<PromotionSettings>) => void;
  disabled: boolean;
}

/** The settings of promotions. */
export function Promotions() {
  const { communityId } = useHere();
  const rules = usePromotionRules(communityId);
  return (
    <>
      <RulesHead on="promotions" />
      <Answer query={rules}>{(found) => <Form key={JSON.stringify(found.settings)} found={found} />}</Answer>
    </>
  );
}

function Form({ found }: { found: PromotionRules }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const change = useChangePromotionRules(communityId);
  const tellProblem = useTellProblem();
  const [value, setValue] = useState(found.settings);
  const isChanged = JSON.stringify(value) !== JSON.stringify(found.settings);
  const part: PromotionPart = {
    value,
    set: (next) => setValue({ ...value, ...next }),
    disabled: !can('promotions.manage'),
  };
  const save = () =>
    change
      .mutateAsync(value)
      .then(() => message.success(t('promo.saved')))
      .catch(tellProblem);
  return (
    <div className="rules-settings">
      {part.disabled && <p className="note">{t('promo.readOnly')}</p>}
      <div className="settings-grid">
        <AllScheduled />
        <Budget {...part} />
        <Hours {...part} />
        <Signs {...part} found={found} />
        <MemberPromotions {...part} />
      </div>
      {isChanged && (
        <div className="card savebar row">
          <span className="grow s c2">{t('rules.unsaved')}</span>
          <Button onClick={() => setValue(found.settings)}>{t('rules.takeBackAll')}</Button>
          <Button type="primary" loading={change.isPending} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Budget({ value, set, disabled }: PromotionPart) {
  const t = useText();
  return (
    <Part title={t('promo.set.budget')} text={t('promo.set.budgetText')}>
      <Row name={t('promo.set.guard')} text={t(`promo.set.guardText.${value.guard}`)}>
        <Segmented
          size="small"
          aria-label={t('promo.set.guard')}
          disabled={disabled}
          value={value.guard}
          options={(['on', 'watch', 'off'] as const).map((one) => ({
            value: one,
            label: t(`promo.set.guards.${one}`),
          }))}
          onChange={(guard) => set({ guard })}
        />
      </Row>
      {tiers.map((tier) => (
        <Row key={tier} name={t(`tier.${tier}`)}>
          <Count
            label={t('promo.set.perWeekOf', { tier: t(`tier.${tier}`) })}
            value={value.perWeek[tier]}
            min={0}
            max={50}
            unit={t('promo.set.aWeek')}
            disabled={disabled}
            onChange={(count) => set({ perWeek: { ...value.perWeek, [tier]: count } })}
          />
        </Row>
      ))}
    </Part>
  );
}

function Hours({ value, set, disabled }: PromotionPart) {
  const t = useText();
  const hasFloor = value.creditFloor !== null;
  return (
    <Part title={t('promo.set.hours')} text={t('promo.set.hoursText')}>
      <Row name={t('promo.gap')} text={t('promo.set.gapText')}>
        <Count
          label={t('promo.gap')}
          value={value.gapHours}
          min={0}
          max={336}
          unit={t('promo.set.hoursUnit')}
          disabled={disabled}
          onChange={(gapHours) => set({ gapHours })}
        />
      </Row>
      <div className="setrow">
        <QuietField value={value.quiet} disabled={disabled} onChange={(quiet) => set({ quiet })} />
      </div>
      <Row name={t('promo.set.floor')} text={t(hasFloor ? 'promo.set.floorOn' : 'promo.set.floorOff')}>
        <span className="row wrap ends">
          <Segmented
            size="small"
            aria-label={t('promo.set.floor')}
            disabled={disabled}
            value={hasFloor ? 'on' : 'off'}
            options={(['off', 'on'] as const).map((one) => ({ value: one, label: t(`promo.set.floors.${one}`) }))}
            onChange={(one) => set({ creditFloor: one === 'on' ? -20 : null })}
          />
          {value.creditFloor !== null && (
            <InputNumber
              aria-label={t('promo.set.floorValue')}
              value={value.creditFloor}
              min={-1000}
              max={1000}
              precision={0}
              disabled={disabled}
              onChange={(floor) => floor !== null && set({ creditFloor: floor })}
            />
          )}
        </span>
      </Row>
    </Part>
  );
}

function Signs({ value, set, disabled, found }: PromotionPart & { found: PromotionRules }) {
  const t = useText();
  const { communityId, can } = useHere();
  const forget = useForgetLessons(communityId);
  const { modal } = App.useApp();
  const tellProblem = useTellProblem();
  const { signs } = value;
  const change = (part: Partial<typeof signs>) => set({ signs: { ...signs, ...part } });
  const counted = signKinds.filter((kind) => !signs.ignoredKinds.includes(kind));
  const ask = () =>
    void modal.confirm({
      title: t('promo.set.forgetAsk'),
      content: t('promo.set.forgetText'),
      okText: t('promo.set.forget'),
      onOk: () => forget.mutateAsync(undefined).catch(tellProblem),
    });
  return (
    <Part title={t('promo.set.signs')} text={t('promo.set.signsText')}>
      <label className="stacked">
        <span>{t('promo.set.kinds')}</span>
        <Select
          mode="multiple"
          disabled={disabled}
          value={counted}
          options={signKinds.map((kind) => ({ value: kind, label: t(`promo.sign.${kind}`) }))}
          onChange={(kinds) => change({ ignoredKinds: signKinds.filter((kind) => !kinds.includes(kind)) })}
        />
      </label>
      <HostField
        label={t('promo.set.shopHosts')}
        value={signs.shopHosts}
        disabled={disabled}
        onChange={(shopHosts) => change({ shopHosts })}
      />
      <HostField
        label={t('promo.set.ignoredHosts')}
        value={signs.ignoredHosts}
        disabled={disabled}
        onChange={(ignoredHosts) => change({ ignoredHosts })}
      />
      <details className="s c2">
        <summary>{t('promo.set.known')}</summary>
        {Object.entries(found.hosts).map(([kind, hosts]) => (
          <p key={kind} className="hosts">
            <b>{t(`promo.sign.${kind as (typeof signKinds)[number]}`)}</b> {hosts.join(' ')}
          </p>
        ))}
      </details>
      <Row name={t('promo.set.lessons', { count: found.lessons })} text={t('promo.set.lessonsText')}>
        {can('promotions.manage') && found.lessons > 0 && (
          <Button size="small" onClick={ask}>
            {t('promo.set.forget')}
          </Button>
        )}
      </Row>
    </Part>
  );
}

function HostField({ label, value, disabled, onChange }: HostFieldProps) {
  const t = useText();
  return (
    <label className="stacked">
      <span>{label}</span>
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        disabled={disabled}
        value={value}
        tokenSeparators={[' ', ',', '，', '、']}
        placeholder={t('promo.set.hostHint')}
        onChange={(hosts) => onChange(hosts.map((host) => host.trim().toLowerCase()).filter((host) => host !== ''))}
      />
    </label>
  );
}

interface HostFieldProps {
  label: string;
  value: string[];
  disabled: boolean;
  onChange: (value: string[]) => void;
}
