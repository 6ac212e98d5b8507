import { Segmented } from 'antd';
import { useText } from '../../../text.ts';
import { Count, Part, Row } from './SettingsPart.tsx';
import type { PartProps } from './SettingsPart.tsx';

/** What members report: how much, what they are thanked with, and whether enough of them take a message away. */
export function ReportSettings({ value, set, disabled }: PartProps) {
  const t = useText();
  const { reports } = value;
  const change = (part: Partial<typeof reports>) => set({ reports: { ...reports, ...part } });
  return (
    <Part title={t('rules.reports.set.title')} text={t('rules.reports.set.text')}>
      <Row name={t('rules.reports.set.perDay')} text={t('rules.reports.set.perDayText')}>
        <Count
          label={t('rules.reports.set.perDay')}
          value={reports.perDay}
          min={1}
          max={100}
          unit={t('rules.reports.set.unit.times')}
          disabled={disabled}
          onChange={(perDay) => change({ perDay })}
        />
      </Row>
      <Row name={t('rules.reports.set.points')} text={t('rules.reports.set.pointsText')}>
        <Count
          label={t('rules.reports.set.points')}
          value={reports.points}
          min={0}
          max={1000}
          unit={t('rules.reports.set.unit.points')}
          disabled={disabled}
          onChange={(points) => change({ points })}
        />
      </Row>
      <Row name={t('rules.reports.set.hide')} text={t('rules.reports.set.hideText')}>
        <Segmented
          size="small"
          aria-label={t('rules.reports.set.hide')}
          disabled={disabled}
          value={reports.hide}
          options={(['on', 'off'] as const).map((hide) => ({ value: hide, label: t(`rules.reports.set.${hide}`) }))}
          onChange={(hide) => change({ hide })}
        />
      </Row>
      {reports.hide === 'on' && (
        <Row name={t('rules.reports.set.hideWeight')} text={t('rules.reports.set.hideWeightText')}>
          <Count
            label={t('rules.reports.set.hideWeight')}
            value={reports.hideWeight}
            min={1}
            max={20}
            unit={t('rules.reports.set.unit.voices')}
            disabled={disabled}
            onChange={(hideWeight) => change({ hideWeight })}
          />
        </Row>
      )}
    </Part>
  );
}
