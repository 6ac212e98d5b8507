import { App, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import type { TermList } from '../../../data/rule-lists.ts';
import { useNoteTerms } from '../../../data/rule-terms.ts';
import type { Term } from '../../../data/rule-terms.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

/** Longest comment that a term takes. */
const longestComment = 200;

interface Answers {
  comment: string;
  until: 'same' | 'always' | 'day';
  day: Dayjs | null;
}

interface NoteDialogProps {
  list: TermList;
  terms: readonly Term[];
  onClose: () => void;
  onKept: () => void;
}

/** Why terms stand on a list, and until when; of several, what is not said stays as it is. */
export function NoteDialog({ list, terms, onClose, onKept }: NoteDialogProps) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const until = Form.useWatch('until', form);
  const note = useNoteTerms(communityId, list.id);
  const tellProblem = useTellProblem();
  const one = terms.length === 1 ? terms[0] : undefined;
  const finish = async (answers: Answers) => {
    const comment = answers.comment.trim();
    try {
      await note.mutateAsync({
        terms: terms.map(({ term }) => term),
        ...(one || comment !== '' ? { comment } : {}),
        ...(answers.until === 'same'
          ? {}
          : { expires: answers.until === 'always' ? null : answers.day!.format('YYYY-MM-DD') }),
      });
      void message.success(t('rules.noteKept'));
      onKept();
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={one ? t('rules.noteOf', { term: one.term }) : t('rules.noteOfMany', { count: terms.length })}
      okText={t('common.save')}
      confirmLoading={note.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={(answers) => void finish(answers)}
        initialValues={{
          comment: one?.comment ?? '',
          until: one ? (one.expires ? 'day' : 'always') : 'same',
          day: one?.expires ? dayjs(one.expires) : null,
        }}
      >
        <Form.Item name="comment" label={t('rules.comment')} extra={t('rules.commentText')}>
          <Input
            maxLength={longestComment}
            placeholder={t(one ? 'rules.commentExample' : 'rules.commentSame')}
            autoFocus
          />
        </Form.Item>
        <Form.Item name="until" label={t('rules.lastDay')}>
          <Radio.Group
            vertical
            options={[
              ...(one ? [] : [{ value: 'same', label: t('rules.lastDaySame') }]),
              { value: 'always', label: t('rules.lastDayNone') },
              { value: 'day', label: t('rules.lastDayOn') },
            ]}
          />
        </Form.Item>
        {until === 'day' && (
          <Form.Item name="day" rules={[{ required: true, message: t('rules.lastDayNeeded') }]}>
            <DatePicker
              aria-label={t('rules.lastDay')}
              presets={[30, 90, 365].map((days) => ({
                label: t('rules.inDays', { count: days }),
                value: dayjs().add(days, 'day'),
              }))}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
