import { useText } from '../../../text.ts';
import { Count, Row } from './SettingsPart.tsx';
import type { PartProps } from './SettingsPart.tsx';

/** From how many on it is a repetition, and a wave of joins. */
export function CheckLimits({ value, set, disabled }: PartProps) {
  const t = useText();
  const { repeats, raid } = value;
  const change = (part: Partial<typeof repeats>) => set({ repeats: { ...repeats, ...part } });
  const changeRaid = (part: Partial<typeof raid>) => set({ raid: { ...raid, ...part } });
  return (
    <>
      <Row name={t('rules.set.repeats')} text={t('rules.set.repeatsText')}>
        <span className="row wrap ends">
          <Count
            label={t('rules.set.repeatsTimes')}
            value={repeats.times}
            min={2}
            max={20}
            unit={t('rules.unit.times')}
            disabled={disabled}
            onChange={(times) => change({ times })}
          />
          <Count
            label={t('rules.set.repeatsMinutes')}
            value={repeats.minutes}
            min={1}
            max={1440}
            unit={t('rules.unit.minutes')}
            disabled={disabled}
            onChange={(minutes) => change({ minutes })}
          />
        </span>
      </Row>
      <Row name={t('rules.set.repeatsPeople')} text={t('rules.set.repeatsPeopleText')}>
        <Count
          label={t('rules.set.repeatsPeople')}
          value={repeats.people}
          min={2}
          max={50}
          unit={t('rules.unit.people')}
          disabled={disabled}
          onChange={(people) => change({ people })}
        />
      </Row>
      <Row name={t('rules.set.raid')} text={t('rules.set.raidText')}>
        <span className="row wrap ends">
          <Count
            label={t('rules.set.raidPeople')}
            value={raid.people}
            min={3}
            max={500}
            unit={t('rules.unit.people')}
            disabled={disabled}
            onChange={(people) => changeRaid({ people })}
          />
          <Count
            label={t('rules.set.raidMinutes')}
            value={raid.minutes}
            min={1}
            max={120}
            unit={t('rules.unit.minutes')}
            disabled={disabled}
            onChange={(minutes) => changeRaid({ minutes })}
          />
        </span>
      </Row>
    </>
  );
}
