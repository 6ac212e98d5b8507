import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAddTerms } from '../../../data/rule-lists.ts';
import type { TermList } from '../../../data/rule-lists.ts';
import { useHere } from '../../../data/session.ts';
import { wordsOf } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { longestTerm, readPasted } from './pasted-terms.ts';

const mostShown = 30;

/** Many terms at once: what was read out of the paste is shown before anything is kept. */
export function PasteDialog({ list, onClose }: { list: TermList; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const add = useAddTerms(communityId, list.id);
  const [text, setText] = useState('');
  const { terms, tooLong } = readPasted(text);
  const finish = async () => {
    try {
      const { added, known } = await add.mutateAsync(terms);
      void message.success(t('rules.termsAdded', { added, known }));
      onClose();
    } catch {
      // Told beside the field.
    }
  };
  return (
    <Modal
      open
      title={t('rules.pasteInto', { name: list.name })}
      okText={terms.length > 0 ? t('rules.addCount', { count: terms.length }) : t('rules.add')}
      okButtonProps={{ disabled: terms.length === 0 }}
      confirmLoading={add.isPending}
      onOk={() => void finish()}
      onCancel={onClose}
    >
      <p className="s c2" style={{ marginBottom: 8 }}>
        {t('rules.pasteHow')}
      </p>
      <Input.TextArea
        value={text}
        autoSize={{ minRows: 6, maxRows: 12 }}
        aria-label={t('rules.paste')}
        placeholder={t('rules.pasteExample')}
        onChange={({ target }) => setText(target.value)}
        autoFocus
      />
      {terms.length > 0 && (
        <p className="row wrap pasted">
          {terms.slice(0, mostShown).map((term) => (
            <span key={term} className="tag">
              {term}
            </span>
          ))}
          {terms.length > mostShown && (
            <span className="xs c3">{t('rules.andMore', { count: terms.length - mostShown })}</span>
          )}
        </p>
      )}
      {tooLong.length > 0 && (
        <p className="s amber">{t('rules.tooLong', { count: tooLong.length, most: longestTerm })}</p>
      )}
      {add.error && (
        <p className="s red" role="alert">
          {wordsOf(add.error, t)}
        </p>
      )}
    </Modal>
  );
}
