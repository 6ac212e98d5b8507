import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useAssumptionChanges, useAssumptions } from '../../data/purpose.ts';
import type { Assumption } from '../../data/purpose.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';

const tones = { untested: '', confirmed: 'j', refuted: 'r' } as const;

/** What the team believes, and whether it has been tested. */
export function Assumptions() {
  const t = useText();
  const { communityId, can } = useHere();
  const assumptions = useAssumptions(communityId);
  const { add } = useAssumptionChanges(communityId);
  const tellProblem = useTellProblem();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Assumption>();
  const may = can('communities.manage');
  const write = () => {
    if (text.trim() === '') return;
    add
      .mutateAsync(text.trim())
      .then(() => setText(''))
      .catch(tellProblem);
  };
  return (
    <section className="card" aria-label={t('assumption.title')}>
      <div className="ch">
        <h2>{t('assumption.title')}</h2>
        <span className="cnt">{t('assumption.sub')}</span>
      </div>
      <div className="cb">
        <Answer query={assumptions} rows={2}>
          {({ items }) =>
            items.length > 0 ? (
              <ul className="people-list">
                {items.map((assumption) => (
                  <li key={assumption.id}>
                    <div className="grow">
                      <div className="words">{assumption.statement}</div>
                      {assumption.evidence && <div className="xs c3 words">{assumption.evidence}</div>}
                    </div>
                    <button
                      type="button"
                      className={`tag ${tones[assumption.status]}`}
                      disabled={!may}
                      onClick={() => setOpen(assumption)}
                    >
                      {t(`assumption.${assumption.status}`)}
                    </button>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="s c3">{t('assumption.none')}</p>
            )
          }
        </Answer>
        {may && (
          <div className="row" style={{ marginTop: 12 }}>
            <Input
              value={text}
              maxLength={300}
              placeholder={t('assumption.example')}
              aria-label={t('assumption.add')}
              onChange={({ target }) => setText(target.value)}
              onPressEnter={write}
            />
            <Button onClick={write} loading={add.isPending}>
              {t('assumption.add')}
            </Button>
          </div>
        )}
      </div>
      {open && <Decide assumption={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function Decide({ assumption, onClose }: { assumption: Assumption; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { change, remove } = useAssumptionChanges(communityId);
  const tellProblem = useTellProblem();
  const [status, setStatus] = useState(assumption.status);
  const [evidence, setEvidence] = useState(assumption.evidence);
  const { id } = assumption;
  const save = () =>
    void change.mutateAsync({ id, status, evidence: evidence.trim() }).then(onClose).catch(tellProblem);
  const strike = () => void remove.mutateAsync(id).then(onClose).catch(tellProblem);
  return (
    <Modal
      open
      title={t('assumption.decide')}
      onCancel={onClose}
      footer={
        <>
          <Button danger type="text" style={{ float: 'left' }} onClick={strike}>
            {t('common.delete')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={change.isPending} onClick={save}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <p className="words" style={{ marginBottom: 12 }}>
        {assumption.statement}
      </p>
      <Radio.Group
        value={status}
        optionType="button"
        options={(['untested', 'confirmed', 'refuted'] as const).map((value) => ({
          value,
          label: t(`assumption.${value}`),
        }))}
        onChange={({ target }) => setStatus(target.value as Assumption['status'])}
      />
      <Input.TextArea
        style={{ marginTop: 12 }}
        value={evidence}
        maxLength={2000}
        autoSize={{ minRows: 3 }}
        placeholder={t('assumption.evidence')}
        aria-label={t('assumption.evidence')}
        onChange={({ target }) => setEvidence(target.value)}
      />
    </Modal>
  );
}
