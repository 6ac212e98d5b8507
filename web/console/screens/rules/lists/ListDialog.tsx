import { Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useKeepList } from '../../../data/rule-lists.ts';
import { useRuleText } from '../../../data/rules.ts';
import type { TermList } from '../../../data/rule-lists.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { ArmingDialog } from '../trying/ArmingDialog.tsx';
import { longestTerm, readPasted } from './pasted-terms.ts';
import type { Pasted } from './pasted-terms.ts';

const effects = ['hold', 'stop', 'watch'] as const;
const modes = ['on', 'dry', 'off'] as const;

interface Answers {
  name: string;
  effect: TermList['effect'];
  mode: TermList['mode'];
  rule: string;
  terms?: string;
}

/** A new list, or the head of one: its name, what follows, whether it acts, and which rule it speaks for. */
export function ListDialog({ list, onClose, onKept }: ListDialogProps) {
  const t = useText();
  const { communityId } = useHere();
  const [form] = Form.useForm<Answers>();
  const rules = useRuleText(communityId).data?.items ?? [];
  const keep = useKeepList(communityId);
  const tellProblem = useTellProblem();
  const [terms, setTerms] = useState('');
  const pasted = readPasted(terms);
  const [asked, setAsked] = useState<Answers>();
  const ask = (answers: Answers) =>
    list?.mode === 'dry' && answers.mode === 'on' ? setAsked(answers) : void finish(answers);
  const finish = async ({ name, effect, mode, rule }: Answers) => {
    try {
      const wish = { name: name.trim(), effect, mode, rule: rule || null };
      const kept = await keep.mutateAsync(list ? { ...wish, listId: list.id } : { ...wish, terms: pasted.terms });
      onKept?.(kept);
      onClose();
    } catch (problem) {
      setAsked(undefined);
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t(list ? 'rules.changeList' : 'rules.addList')}
      okText={t('common.save')}
      confirmLoading={keep.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={ask}
        initialValues={{
          name: list?.name ?? '',
          effect: list?.effect ?? 'hold',
          mode: list?.mode ?? 'on',
          rule: list?.rule ?? '',
        }}
      >
        <Form.Item
          name="name"
          label={t('rules.listName')}
          rules={[{ required: true, whitespace: true, message: t('rules.listNameNeeded') }]}
        >
          <Input maxLength={40} placeholder={t('rules.listNameExample')} autoFocus />
        </Form.Item>
        <Form.Item name="effect" label={t('rules.listEffect')}>
          <Radio.Group
            vertical
            options={effects.map((value) => ({ value, label: <Choice text={t(`rules.effectText.${value}`)} /> }))}
          />
        </Form.Item>
        <Form.Item name="mode" label={t('rules.listMode')}>
          <Radio.Group
            optionType="button"
            options={modes.map((value) => ({ value, label: t(`rules.mode.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="rule" label={t('rules.listRule')} extra={t('rules.listRuleText')}>
          <Select
            options={[
              { value: '', label: t('rules.listRuleUsual') },
              ...rules.map(({ key, name }, at) => ({ value: key, label: `${at + 1}. ${name}` })),
            ]}
          />
        </Form.Item>
        {!list && <FirstTerms terms={terms} pasted={pasted} onChange={setTerms} />}
      </Form>
      {list && asked && (
        <ArmingDialog
          subjects={[{ name: asked.name, of: { listId: list.id } }]}
          isBusy={keep.isPending}
          onGo={() => void finish(asked)}
          onStay={() => setAsked(undefined)}
        />
      )}
    </Modal>
  );
}

function FirstTerms({ terms, pasted, onChange }: FirstTermsProps) {
  const t = useText();
  return (
    <Form.Item
      label={t('rules.firstTerms')}
      htmlFor="list-terms"
      extra={
        pasted.tooLong.length > 0
          ? t('rules.tooLong', { count: pasted.tooLong.length, most: longestTerm })
          : pasted.terms.length > 0
            ? t('rules.pasteFound', { count: pasted.terms.length })
            : t('rules.pasteHow')
      }
    >
      <Input.TextArea
        id="list-terms"
        value={terms}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={({ target }) => onChange(target.value)}
      />
    </Form.Item>
  );
}

interface FirstTermsProps {
  terms: string;
  /** What was read of them. */
  pasted: Pasted;
  onChange: (terms: string) => void;
}

function Choice({ text }: { text: string }) {
  const [name, ...rest] = text.split('：');
  return (
    <>
      {name}
      {rest.length > 0 && <span className="s c3">　{rest.join('：')}</span>}
    </>
  );
}

interface ListDialogProps {
  list?: TermList;
  onClose: () => void;
  onKept?: (list: TermList) => void;
}
