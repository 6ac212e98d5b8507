import { App, Button, Select } from 'antd';
import { useForgetLessons, useQuarrelRecord, useQuarrelSettings } from '../../data/quarrels.ts';
import type { QuarrelRecord as Record } from '../../data/quarrels.ts';
import { useHere } from '../../data/session.ts';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import '../../pieces/quarrel/quarrel.css';

const budgets = [0, 1, 2, 3, 7] as const;
const seconds = [10, 30, 60, 120, 300] as const;
const minutes = [10, 30, 60, 120] as const;

/** The usual choices, and what was set otherwise than here. */
function withOwn(usual: readonly number[], own: number): number[] {
  return [...new Set([...usual, own])].sort((one, other) => one - other);
}

/** How often alarms about quarrels were right, in words with their number; how many there may be; what groups were taught. */
export function QuarrelRecord() {
  const { communityId } = useHere();
  const record = useQuarrelRecord(communityId).data;
  return record ? <Shown record={record} /> : null;
}

function Shown({ record }: { record: Record }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const settings = useQuarrelSettings(communityId);
  const forget = useForgetLessons(communityId);
  const tellProblem = useTellProblem();
  const { alarms, real, none, unsaid, taught } = record;
  const change = (part: Partial<Record['settings']>) =>
    settings
      .mutateAsync({ ...record.settings, ...part })
      .then(() => message.success(t('quarrel.budgetSaved')))
      .catch(tellProblem);
  const choose = { size: 'small', disabled: !can('rules.manage'), loading: settings.isPending } as const;
  const reset = (groupId: string) =>
    forget
      .mutateAsync(groupId)
      .then(() => message.success(t('quarrel.forgotten')))
      .catch(tellProblem);
  return (
    <section className="card narrow" aria-label={t('quarrel.recordTitle')}>
      <div className="ch">
        <h2>{t('quarrel.recordTitle')}</h2>
      </div>
      <div className="quarrel-record">
        <span className="grow s c2">
          {alarms === 0 ? t('quarrel.recordNone') : t('quarrel.record', { alarms, real, none, unsaid })}
        </span>
        <Select<number>
          {...choose}
          aria-label={t('quarrel.budget')}
          value={record.settings.perWeek}
          options={budgets.map((value) => ({
            value,
            label: t(value === 0 ? 'quarrel.budgetOff' : 'quarrel.budgetLine', { count: value }),
          }))}
          onChange={(perWeek) => void change({ perWeek })}
        />
      </div>
      <div className="quarrel-record">
        <span className="grow s c2">{t('quarrel.slowOffer')}</span>
        <span className="row wrap">
          <Select<number>
            {...choose}
            aria-label={t('quarrel.slowSeconds')}
            value={record.settings.slowSeconds}
            options={withOwn(seconds, record.settings.slowSeconds).map((value) => ({
              value,
              label: t('quarrel.secondsLine', { count: value }),
            }))}
            onChange={(slowSeconds) => void change({ slowSeconds })}
          />
          <Select<number>
            {...choose}
            aria-label={t('quarrel.slowMinutes')}
            value={record.settings.slowMinutes}
            options={withOwn(minutes, record.settings.slowMinutes).map((value) => ({
              value,
              label: t('quarrel.minutesLine', { count: value }),
            }))}
            onChange={(slowMinutes) => void change({ slowMinutes })}
          />
        </span>
      </div>
      {taught.length > 0 && (
        <ul className="quarrel-taught s c2">
          {taught.map(({ groupId, group, lessons }) => (
            <li key={groupId}>
              <span className="grow">{t('quarrel.taught', { group, count: lessons })}</span>
              {can('carriers.act') && (
                <Button size="small" type="text" loading={forget.isPending} onClick={() => void reset(groupId)}>
                  {t('quarrel.forget')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
