// Whom the team writes to: what came of it, and why they went silent, in their own words.
import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { causes, outcomes, useContacts, useFading, useNoteOutcome } from '../../../data/care.ts';
import type { Contact } from '../../../data/care.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** Contacts, newest first. */
export function ContactsCard() {
  const t = useText();
  const { communityId } = useHere();
  const paging = usePaging('');
  const contacts = useContacts(communityId, { limit: 30, ...(paging.cursor ? { cursor: paging.cursor } : {}) });
  const [open, setOpen] = useState<Contact>();
  return (
    <section className="card tblw" aria-label={t('care.contacts')}>
      <div className="ch">
        <h2>{t('care.contacts')}</h2>
      </div>
      <Causes />
      <Answer query={contacts} rows={4}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="round-people">
                {items.map((contact) => (
                  <Line key={contact.id} contact={contact} onOpen={() => setOpen(contact)} />
                ))}
              </ul>
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : (
            <EmptyState kind="nothing" title={t('care.contactsNone')} text={t('care.contactsNoneText')} />
          )
        }
      </Answer>
      {open && <OutcomeDialog contact={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

/** What those who answered have said, in numbers. */
function Causes() {
  const t = useText();
  const { communityId } = useHere();
  const said = useFading(communityId).data?.causes ?? [];
  if (said.length === 0) return null;
  const words = said.flatMap(({ cause, count }) => {
    const known = causes.find((one) => one === cause);
    return known ? [`${t(`care.cause.${known}`)} ${count}`] : [];
  });
  return <p className="s c2 round-hint">{t('care.causes', { words: words.join(' · ') })}</p>;
}

function Line({ contact, onOpen }: { contact: Contact; onOpen: () => void }) {
  const t = useText();
  const when = useWhen();
  const { can } = useHere();
  const { identityId, name, pictureId, assignedAt, outcome, cause, note, returned, arm } = contact;
  return (
    <li>
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <b>{name}</b>
        <span className="xs c3 round-evidence">
          <span>{when.day(assignedAt)}</span>
          {arm === 'direct' && <span>{t('care.direct')}</span>}
          {outcome !== null && <span>{t(`care.outcome.${outcome}`)}</span>}
          {cause !== null && <span>{t(`care.cause.${cause}`)}</span>}
          {note !== '' && <span className="c2">{note}</span>}
        </span>
      </div>
      {returned !== null && (
        <span className={returned ? 'tag j' : 'tag'}>{t(returned ? 'care.returned' : 'care.notReturned')}</span>
      )}
      {can('care.manage') && (
        <Button size="small" onClick={onOpen}>
          {t(outcome === null ? 'care.noteIt' : 'care.noteAgain')}
        </Button>
      )}
    </li>
  );
}

interface Fields {
  outcome: (typeof outcomes)[number];
  cause?: (typeof causes)[number];
  note?: string;
}

function OutcomeDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const [form] = Form.useForm<Fields>();
  const save = useNoteOutcome(communityId);
  const submit = async ({ outcome, cause, note = '' }: Fields) => {
    try {
      await save.mutateAsync({ contactId: contact.id, outcome, cause: cause ?? null, note });
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t('care.noteTitle', { name: contact.name })}
      okText={t('care.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="s c2">{t('care.script')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ outcome: contact.outcome ?? 'talked', cause: contact.cause ?? undefined, note: contact.note }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="outcome" label={t('care.outcomeIs')}>
          <Radio.Group options={outcomes.map((value) => ({ value, label: t(`care.outcome.${value}`) }))} />
        </Form.Item>
        <Form.Item name="cause" label={t('care.causeIs')}>
          <Select allowClear options={causes.map((value) => ({ value, label: t(`care.cause.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('care.noteIs')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
