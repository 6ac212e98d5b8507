// Hand-over notes: what one leaves for whoever comes next, shown until they say that they have read it.
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useChangeDuty } from '../../data/duty.ts';
import type { DutyNote, DutyOperator, Roster } from '../../data/duty.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { useTellProblem } from '../problems.ts';
import { useWhen } from '../when.ts';
import { useNameOf } from './names.ts';
import './notes.css';

/** The notes of the last weeks, read and unread. */
export function NotesCard({ roster: { notes, operators } }: { roster: Roster }) {
  const t = useText();
  return (
    <section className="card" aria-label={t('duty.notes')}>
      <div className="ch">
        <h2>{t('duty.notes')}</h2>
        <WriteNote className="more" />
      </div>
      <div className="cb">
        {notes.length === 0 && <p className="s c3">{t('duty.noNotes')}</p>}
        <NoteList notes={notes} operators={operators} />
      </div>
    </section>
  );
}

/** Notes one below the other; who has to read one can say so. */
export function NoteList({ notes, operators }: { notes: readonly DutyNote[]; operators: readonly DutyOperator[] }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const nameOf = useNameOf(operators);
  const change = useChangeDuty(communityId);
  const tellProblem = useTellProblem();
  return (
    <ul className="duty-notes duty-lines">
      {notes.map((note) => (
        <li key={note.id} className="setrow" data-note={note.readAt === null ? 'unread' : 'read'}>
          <div className="grow">
            <p className="words">{note.text}</p>
            <div className="xs c2">
              {t('duty.noteBy', { name: nameOf(note.by), when: when.moment(note.at) })}
              {note.readBy !== null && note.readAt !== null
                ? ` · ${t('duty.noteRead', { name: nameOf(note.readBy), when: when.moment(note.readAt) })}`
                : !note.mayRead && ` · ${t('duty.noteWaits')}`}
            </div>
          </div>
          {note.mayRead && (
            <Button
              size="small"
              loading={change.isPending}
              onClick={() => void change.mutateAsync({ how: 'read', noteId: note.id }).catch(tellProblem)}
            >
              {t('duty.readIt')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The button that opens the field for a note. */
export function WriteNote({ className }: { className?: string }) {
  const t = useText();
  const { can } = useHere();
  const [writing, setWriting] = useState(false);
  if (!can('duty.keep')) return null;
  return (
    <>
      <Button size="small" className={className ?? ''} onClick={() => setWriting(true)}>
        {t('duty.writeNote')}
      </Button>
      {writing && <NoteDialog onClose={() => setWriting(false)} />}
    </>
  );
}

function NoteDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ text: string }>();
  const change = useChangeDuty(communityId);
  const tellProblem = useTellProblem();
  const finish = async ({ text }: { text: string }) => {
    try {
      await change.mutateAsync({ how: 'note', text });
      void message.success(t('duty.noteKept'));
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t('duty.writeNote')}
      okText={t('common.save')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={(answers) => void finish(answers)}>
        <Form.Item
          name="text"
          label={t('duty.noteFor')}
          rules={[{ required: true, whitespace: true, message: t('duty.needed') }]}
        >
          <Input.TextArea maxLength={1000} autoFocus autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
