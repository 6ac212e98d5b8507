// What is decided about a level by hand: to hold somebody on one, with a reason and an end, and that they have paid for one offline.
import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../../../kit/api.ts';
import { useLevelAct } from '../../data/person-levels.ts';
import type { LevelAct, PersonLadder } from '../../data/person-levels.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { DayField } from '../pickers.tsx';
import { useTellProblem } from '../problems.ts';

interface DialogProps {
  personId: string;
  ladder: PersonLadder;
  onClose: () => void;
}

interface LockFields {
  level: number;
  until?: string;
  reason: string;
}

/** Holds somebody on a level whatever the rules say. */
export function LockDialog({ personId, ladder, onClose }: DialogProps) {
  const t = useText();
  const [form] = Form.useForm<LockFields>();
  const { send, isBusy } = useSending(personId, onClose);
  const { ladderId, level, lock } = ladder;
  const submit = ({ level: number, until, reason }: LockFields) =>
    send({ act: 'lock', ladderId, level: number, until: until || null, reason: reason.trim() }, form);
  return (
    <Modal
      open
      title={t('personLevels.lock')}
      okText={t('personLevels.lockIt')}
      cancelText={t('common.cancel')}
      confirmLoading={isBusy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="s c2">{t('personLevels.lockText')}</p>
      <Form<LockFields>
        form={form}
        layout="vertical"
        initialValues={{ level: lock?.level ?? level, until: lock?.until ?? '', reason: lock?.reason ?? '' }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="level" label={t('personLevels.level')}>
          <Select options={ladder.levels.map(({ number, name }) => ({ value: number, label: name }))} />
        </Form.Item>
        <Form.Item name="until" label={t('personLevels.lastDay')} extra={t('personLevels.lastDayText')}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('points.reason')}
          rules={[{ required: true, whitespace: true, message: t('points.reasonMissing') }]}
        >
          <Input maxLength={120} placeholder={t('personLevels.reasonHint')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface PayFields {
  level: number;
  amount: number;
  note?: string;
}

/** Confirms a payment that came from outside. */
export function PayDialog({ personId, ladder, onClose }: DialogProps) {
  const t = useText();
  const [form] = Form.useForm<PayFields>();
  // The same payment however often the button is pressed.
  const [id] = useState(newKey);
  const { send, isBusy } = useSending(personId, onClose);
  const forSale = ladder.levels.flatMap((level) => (level.price ? [{ ...level, price: level.price }] : []));
  const priceOf = (number: number) => forSale.find((level) => level.number === number)!.price;
  const first = forSale[0]!;
  const submit = ({ level, amount, note = '' }: PayFields) =>
    send(
      { act: 'pay', ladderId: ladder.ladderId, id, level, amount: Math.round(amount * 100), note: note.trim() },
      form,
    );
  return (
    <Modal
      open
      title={t('personLevels.confirm')}
      okText={t('personLevels.confirmIt')}
      cancelText={t('common.cancel')}
      confirmLoading={isBusy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="s c2">{t('personLevels.confirmText')}</p>
      <Form<PayFields>
        form={form}
        layout="vertical"
        initialValues={{ level: first.number, amount: first.price.amount / 100 }}
        onValuesChange={({ level }) => {
          if (level !== undefined) form.setFieldValue('amount', priceOf(level).amount / 100);
        }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="level" label={t('personLevels.level')}>
          <Select
            options={forSale.map(({ number, name, price }) => ({
              value: number,
              label: t('personLevels.forDays', { name, days: price.days }),
            }))}
          />
        </Form.Item>
        <Form.Item name="amount" label={t('personLevels.amount', { currency: first.price.currency })}>
          <InputNumber min={0} max={1_000_000} precision={2} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="note" label={t('personLevels.note')}>
          <Input maxLength={120} placeholder={t('personLevels.noteHint')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function useSending(personId: string, onClose: () => void) {
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const act = useLevelAct(communityId, personId);
  const send = async (wish: LevelAct, form: Parameters<typeof tellProblem>[1]) => {
    try {
      await act.mutateAsync(wish);
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return { send, isBusy: act.isPending };
}
