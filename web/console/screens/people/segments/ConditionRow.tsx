// One condition as a row: what is asked, in which window, how, and with which values. Everything by keyboard, wraps on a phone.
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useGroups } from '../../../data/groups.ts';
import type { Condition, KnownFact } from '../../../data/segments.ts';
import { useHere } from '../../../data/session.ts';
import { useText } from '../../../text.ts';
import type { ConsoleKey } from '../../../text.ts';
import { askOtherwise, beginCondition, needs } from './draft.ts';
import { InviterPick } from './InviterPick.tsx';

const sections = ['about', 'behaviour', 'places', 'fields'] as const;

interface RowProps {
  /** Place in the list, for who listens instead of looking. */
  position: number;
  condition: Condition;
  facts: readonly KnownFact[];
  onChange: (condition: Condition) => void;
  onGone: () => void;
}

/** A row of the builder. */
export function ConditionRow({ position, condition, facts, onChange, onGone }: RowProps) {
  const t = useText();
  const fact = facts.find(({ key }) => key === condition.fact);
  const label = (what: string) => `${t('segments.condition', { position })} ${what}`;
  return (
    <div className="cond" role="group" aria-label={t('segments.condition', { position })}>
      <Select
        aria-label={label(t('segments.what'))}
        className="cond-fact"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={fact ? fact.key : undefined}
        placeholder={t('segments.factGone')}
        options={sections
          .map((section) => ({
            label: t(`segments.section.${section}`),
            options: facts
              .filter((one) => one.section === section)
              .map((one) => ({ value: one.key, label: one.label })),
          }))
          .filter(({ options }) => options.length > 0)}
        onChange={(key) => onChange(beginCondition(facts.find((one) => one.key === key)!))}
      />
      {fact?.windows && (
        <Select
          aria-label={label(t('segments.window'))}
          popupMatchSelectWidth={false}
          value={condition.days}
          options={fact.windows.map((days) => ({ value: days, label: t('segments.days', { count: days }) }))}
          onChange={(days) => onChange({ ...condition, days })}
        />
      )}
      {fact && (
        <>
          <Select
            aria-label={label(t('segments.how'))}
            popupMatchSelectWidth={false}
            value={`${condition.not ? 'not ' : ''}${condition.op}`}
            options={fact.ops.flatMap((op) => [
              { value: op, label: t(opKey(op, fact.kind, false)) },
              { value: `not ${op}`, label: t(opKey(op, fact.kind, true)) },
            ])}
            onChange={(value) => {
              const not = value.startsWith('not ');
              const { not: _before, ...rest } = askOtherwise(condition, value.replace('not ', ''));
              onChange(not ? { ...rest, not } : rest);
            }}
          />
          <Values condition={condition} fact={fact} label={label(t('segments.value'))} onChange={onChange} />
        </>
      )}
      <Button
        type="text"
        className="cond-x"
        icon={<Icon name="close" size={15} />}
        aria-label={t('segments.dropCondition', { position })}
        onClick={onGone}
      />
    </div>
  );
}

const kindly = new Set(['tags', 'groups', 'day']);

/** The words of a way of asking; days, tags and groups have their own. */
function opKey(op: string, kind: KnownFact['kind'], not: boolean): ConsoleKey {
  const own = kindly.has(kind) && ['one_of', 'all_of', 'known'].includes(op) && kind === 'tags' ? 'tags_' : '';
  return `segments.op.${own}${op}.${not ? 'no' : 'yes'}` as ConsoleKey;
}

interface ValuesProps {
  condition: Condition;
  fact: KnownFact;
  label: string;
  onChange: (condition: Condition) => void;
}

function Values({ condition, fact, label, onChange }: ValuesProps) {
  const { op } = condition;
  if (needs.number.has(op)) return <Numbers condition={condition} fact={fact} label={label} onChange={onChange} />;
  if (needs.options.has(op)) {
    if (fact.kind === 'groups') return <Groups condition={condition} fact={fact} label={label} onChange={onChange} />;
    if (fact.kind === 'inviter')
      return (
        <InviterPick
          label={label}
          value={condition.options ?? []}
          onChange={(options) => onChange({ ...condition, options })}
        />
      );
    return (
      <Select
        mode="multiple"
        className="cond-wide"
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        value={condition.options ?? []}
        options={fact.options ?? []}
        onChange={(options) => onChange({ ...condition, options })}
      />
    );
  }
  if (needs.text.has(op))
    return (
      <Input
        className="cond-wide"
        aria-label={label}
        maxLength={100}
        value={condition.text ?? ''}
        onChange={({ target }) => onChange({ ...condition, text: target.value })}
      />
    );
  if (op === 'dates') return <Dates condition={condition} label={label} onChange={onChange} />;
  return null;
}

function Numbers({ condition, fact, label, onChange }: ValuesProps) {
  const t = useText();
  const { number, to, ...rest } = condition;
  const isDays = condition.op === 'within' || condition.op === 'before';
  const set = (next: number | null, last: number | undefined) =>
    onChange({ ...rest, ...(next === null ? {} : { number: next }), ...(last === undefined ? {} : { to: last }) });
  return (
    <>
      <InputNumber
        className="cond-number"
        aria-label={label}
        value={number ?? null}
        {...(isDays ? { min: 1, max: 36_500, precision: 0 } : fact.section === 'fields' ? {} : { min: 0 })}
        onChange={(next) => set(next, to)}
      />
      {isDays && <span className="c2">{t('segments.dayUnit')}</span>}
      {condition.op === 'between' && (
        <>
          <span className="c2">–</span>
          <InputNumber
            className="cond-number"
            aria-label={`${label} 2`}
            value={to ?? null}
            onChange={(last) => set(number ?? null, last ?? undefined)}
          />
        </>
      )}
    </>
  );
}

function Groups({ condition, label, onChange }: ValuesProps) {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200 });
  const { roles, ...rest } = condition;
  return (
    <>
      <Select
        mode="multiple"
        className="cond-wide"
        aria-label={label}
        showSearch={{ optionFilterProp: 'label' }}
        value={condition.options ?? []}
        options={groups.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        onChange={(options) => onChange({ ...condition, options })}
      />
      <Select<'any' | 'host' | 'member'>
        aria-label={`${label} ${t('segments.role.label')}`}
        popupMatchSelectWidth={false}
        value={roles === undefined ? 'any' : roles.includes('member') ? 'member' : 'host'}
        options={(['any', 'member', 'host'] as const).map((value) => ({ value, label: t(`segments.role.${value}`) }))}
        onChange={(role) => {
          if (role === 'any') onChange(rest);
          else onChange({ ...rest, roles: role === 'member' ? ['member'] : ['steward', 'admin', 'owner'] });
        }}
      />
    </>
  );
}

function Dates({ condition, label, onChange }: Omit<ValuesProps, 'fact'>) {
  const { from, until, ...rest } = condition;
  return (
    <DatePicker.RangePicker
      aria-label={label}
      value={[from ? dayjs(from) : null, until ? dayjs(until) : null]}
      allowEmpty={[true, true]}
      onChange={(range) => {
        const [first, last] = [range?.[0]?.format('YYYY-MM-DD'), range?.[1]?.format('YYYY-MM-DD')];
        onChange({ ...rest, ...(first ? { from: first } : {}), ...(last ? { until: last } : {}) });
      }}
    />
  );
}
