import { InputNumber, Segmented, Select } from 'antd';
import { steps, useRuleText } from '../../../data/rules.ts';
import type { RulesSettings } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { useText } from '../../../text.ts';
import { Count, Part, Row } from './SettingsPart.tsx';
import type { PartProps } from './SettingsPart.tsx';

/** What follows when somebody is stopped again and again. */
export function LadderSettings({ value, set, disabled }: PartProps) {
  const t = useText();
  const { ladder } = value;
  const change = (part: Partial<RulesSettings['ladder']>) => set({ ladder: { ...ladder, ...part } });
  const stepOptions = steps.map((step) => ({ value: step, label: t(`rules.step.${step}`) }));
  return (
    <Part title={t('rules.set.ladder')} text={t('rules.set.ladderText')}>
      <Row name={t('rules.set.ladderMode')} text={t(`rules.set.ladderModeText.${ladder.mode}`)}>
        <Segmented
          size="small"
          aria-label={t('rules.set.ladderMode')}
          disabled={disabled}
          value={ladder.mode}
          options={(['on', 'dry'] as const).map((mode) => ({ value: mode, label: t(`rules.mode.${mode}`) }))}
          onChange={(mode) => change({ mode })}
        />
      </Row>
      <Row name={t('rules.set.ladderStart')} text={t('rules.set.ladderStartText')}>
        <Select
          aria-label={t('rules.set.ladderStart')}
          disabled={disabled}
          value={ladder.start}
          options={stepOptions}
          onChange={(start) => change({ start })}
        />
      </Row>
      <Row name={t('rules.set.ladderDays')} text={t('rules.set.ladderDaysText')}>
        <Count
          label={t('rules.set.ladderDays')}
          value={ladder.days}
          min={1}
          max={365}
          unit={t('rules.unit.days')}
          disabled={disabled}
          onChange={(days) => change({ days })}
        />
      </Row>
      <Row name={t('rules.set.mute')} text={t('rules.set.muteText')}>
        <Count
          label={t('rules.set.mute')}
          value={ladder.muteMinutes}
          min={1}
          max={43_200}
          unit={t('rules.unit.minutes')}
          disabled={disabled}
          onChange={(muteMinutes) => change({ muteMinutes })}
        />
      </Row>
      <OwnLadders value={value} set={set} disabled={disabled} />
    </Part>
  );
}

/** Rules whose ladder begins elsewhere. */
function OwnLadders({ value, set, disabled }: PartProps) {
  const t = useText();
  const { communityId } = useHere();
  const items = useRuleText(communityId).data?.items ?? [];
  const { ladder } = value;
  if (items.length === 0) return null;
  const change = (key: string, part: { start?: (typeof steps)[number] | undefined; days?: number | undefined }) => {
    const { [key]: own, ...others } = ladder.rules;
    const { start, days } = { ...own, ...part };
    const next = { ...(start === undefined ? {} : { start }), ...(days === undefined ? {} : { days }) };
    set({ ladder: { ...ladder, rules: Object.keys(next).length > 0 ? { ...others, [key]: next } : others } });
  };
  return (
    <details className="own-ladders" open={items.some(({ key }) => ladder.rules[key] !== undefined)}>
      <summary className="s">{t('rules.set.ownLadders')}</summary>
      <p className="s c3">{t('rules.set.ownLaddersText')}</p>
      {items.map(({ key, name }, at) => (
        <Row key={key} name={`${at + 1}. ${name}`}>
          <span className="row wrap ends">
            <Select
              aria-label={t('rules.set.startOf', { name })}
              disabled={disabled}
              value={ladder.rules[key]?.start ?? ''}
              options={[
                { value: '', label: t('rules.set.asOthers') },
                ...steps.map((step) => ({ value: step, label: t(`rules.step.${step}`) })),
              ]}
              onChange={(start) => change(key, { start: steps.find((step) => step === start) })}
            />
            <span className="row count">
              <InputNumber
                aria-label={t('rules.set.daysOf', { name })}
                placeholder={String(ladder.days)}
                value={ladder.rules[key]?.days ?? null}
                min={1}
                max={365}
                precision={0}
                disabled={disabled}
                onChange={(days) => change(key, { days: days ?? undefined })}
              />
              <span className="s c3 nw">{t('rules.unit.days')}</span>
            </span>
          </span>
        </Row>
      ))}
    </details>
  );
}
