import { Button, Form, Input, Select } from 'antd';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useLanguage } from '../../../../kit/i18n.ts';
import type { DutyOperator } from '../../../data/duty.ts';
import { useText } from '../../../text.ts';
import { weekdayName } from './days.ts';

/** Rows of shifts in a form: on which weekdays, from when to when, who. */
export function ShiftFields({ operators, byWeek }: { operators: DutyOperator[]; byWeek: boolean }) {
  const t = useText();
  const needed = [{ required: true, message: t('duty.needed') }];
  return (
    <Form.List name="rows">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="duty-row" role="group" aria-label={t('duty.shift', { number: name + 1 })}>
              {byWeek && <Weekdays name={name} />}
              <Form.Item name={[name, 'from']} label={t('duty.from')} rules={needed}>
                <Input type="time" />
              </Form.Item>
              <Form.Item name={[name, 'to']} label={t('duty.to')} rules={needed}>
                <Input type="time" />
              </Form.Item>
              <Form.Item name={[name, 'operatorIds']} label={t('duty.who')} rules={needed} className="who">
                <OperatorSelect operators={operators} mode="multiple" />
              </Form.Item>
              <Button aria-label={t('duty.removeShift', { number: name + 1 })} onClick={() => remove(name)}>
                {t('common.delete')}
              </Button>
            </div>
          ))}
          <Button
            icon={<Icon name="plus" />}
            onClick={() =>
              add({ weekdays: byWeek ? [1, 2, 3, 4, 5] : [], from: '09:00', to: '18:00', operatorIds: [] })
            }
          >
            {t('duty.addShift')}
          </Button>
          <p className="xs c3 duty-hint">{t('duty.overMidnight')}</p>
        </>
      )}
    </Form.List>
  );
}

function Weekdays({ name }: { name: number }) {
  const t = useText();
  const language = useLanguage();
  return (
    <Form.Item
      name={[name, 'weekdays']}
      label={t('duty.weekdays')}
      rules={[{ required: true, message: t('duty.needed') }]}
      className="weekdays"
    >
      <Select
        mode="multiple"
        options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayName(value, language) }))}
      />
    </Form.Item>
  );
}

/** A choice among those who can be on duty. */
export function OperatorSelect({ operators, ...rest }: { operators: DutyOperator[] } & Parameters<typeof Select>[0]) {
  const options = operators.filter(({ onTeam }) => onTeam).map(({ userId, name }) => ({ value: userId, label: name }));
  return <Select optionFilterProp="label" showSearch options={options} {...rest} />;
}
