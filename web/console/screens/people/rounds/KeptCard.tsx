// Who is kept for good: no later round asks them. The reason can be written, and everybody can be asked again.
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useKeepAlways, useKept } from '../../../data/rounds.ts';
import type { Kept } from '../../../data/rounds.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Face } from '../../../pieces/Face.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

const pageSize = 30;

/** The list of those who are kept for good, the latest first. */
export function KeptCard() {
  const t = useText();
  const { communityId } = useHere();
  const paging = usePaging('kept');
  const kept = useKept(communityId, { limit: pageSize, ...(paging.cursor ? { cursor: paging.cursor } : {}) });
  const [open, setOpen] = useState<Kept>();
  return (
    <section className="card narrow tblw kept-card" aria-label={t('care.keptList')}>
      <div className="ch">
        <h2>{t('care.keptList')}</h2>
      </div>
      <p className="s c3 round-hint">{t('care.keptHint')}</p>
      <Answer query={kept} rows={3}>
        {({ items, nextCursor }) =>
          items.length > 0 ? (
            <>
              <ul className="round-people">
                {items.map((one) => (
                  <Row key={one.identityId} one={one} onOpen={() => setOpen(one)} />
                ))}
              </ul>
              <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
            </>
          ) : (
            <EmptyState kind="nothing" title={t('care.keptNone')} text={t('care.keptNoneText')} />
          )
        }
      </Answer>
      {open && <ReasonDialog one={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function Row({ one, onOpen }: { one: Kept; onOpen: () => void }) {
  const t = useText();
  const when = useWhen();
  const { communityId, can } = useHere();
  const keep = useKeepAlways(communityId);
  const withUndo = useUndo();
  const { identityId, personId, name, pictureId, note, at } = one;
  return (
    <li>
      <Face name={name} seed={identityId} size={30} pictureId={pictureId} />
      <div className="grow">
        <b>{personId === null ? name : <Link to={`/c/${communityId}/people?open=${personId}`}>{name}</Link>}</b>
        <span className="xs c3 round-evidence">
          <span>{t('care.keptSince', { when: when.day(at) })}</span>
          <span className="c2">{note === '' ? t('care.keptNoReason') : note}</span>
        </span>
      </div>
      {can('care.manage') && (
        <>
          <Button size="small" onClick={onOpen}>
            {t(note === '' ? 'care.keptWrite' : 'care.keptRewrite')}
          </Button>
          <Button
            size="small"
            loading={keep.isPending}
            onClick={() =>
              void withUndo({
                key: identityId,
                work: () => keep.mutateAsync({ identityId, on: false }),
                done: t('care.keptNoMore', { name }),
                undo: () => keep.mutateAsync({ identityId, on: true, note }),
              })
            }
          >
            {t('care.keptBack')}
          </Button>
        </>
      )}
    </li>
  );
}

function ReasonDialog({ one, onClose }: { one: Kept; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const tellProblem = useTellProblem();
  const [form] = Form.useForm<{ note?: string }>();
  const keep = useKeepAlways(communityId);
  const submit = async ({ note = '' }: { note?: string }) => {
    try {
      await keep.mutateAsync({ identityId: one.identityId, on: true, note });
      onClose();
    } catch (problem) {
      tellProblem(problem, form);
    }
  };
  return (
    <Modal
      open
      title={t('care.keptWhy', { name: one.name })}
      okText={t('care.save')}
      cancelText={t('common.cancel')}
      confirmLoading={keep.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={{ note: one.note }} onFinish={(fields) => void submit(fields)}>
        <Form.Item name="note" label={t('care.keptReason')}>
          <Input maxLength={200} placeholder={t('care.keptExample')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
