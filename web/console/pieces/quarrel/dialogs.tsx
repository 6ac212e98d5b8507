import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Quarrel } from '../../data/quarrels.ts';
import { useText } from '../../text.ts';

const longest = 1000;

/** A calming word with the official voice: one of three tones, changed as one likes, seen before it is said. */
export function NoteDialog({ quarrel, isBusy, onSay, onClose }: NoteDialogProps) {
  const t = useText();
  const [tone, setTone] = useState(quarrel.notes[0]?.tone);
  const [text, setText] = useState(quarrel.notes[0]?.text ?? '');
  const choose = (next: typeof tone) => {
    setTone(next);
    setText(quarrel.notes.find((one) => one.tone === next)?.text ?? '');
  };
  return (
    <Modal
      open
      title={t('quarrel.noteTitle')}
      okText={t('quarrel.noteSay')}
      okButtonProps={{ disabled: text.trim() === '' }}
      confirmLoading={isBusy}
      onOk={() => onSay(text.trim())}
      onCancel={onClose}
    >
      <p className="c2 s">{t('quarrel.noteText')}</p>
      <Form layout="vertical">
        <Form.Item label={t('quarrel.tone')}>
          <Radio.Group
            optionType="button"
            value={tone}
            options={quarrel.notes.map((one) => ({ value: one.tone, label: t(`quarrel.tones.${one.tone}`) }))}
            onChange={({ target }) => choose(target.value as typeof tone)}
          />
        </Form.Item>
        <Form.Item label={t('quarrel.noteWords')}>
          <Input.TextArea
            value={text}
            maxLength={longest}
            autoSize={{ minRows: 3, maxRows: 8 }}
            aria-label={t('quarrel.noteWords')}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface NoteDialogProps {
  quarrel: Quarrel;
  isBusy: boolean;
  onSay: (text: string) => void;
  onClose: () => void;
}

/** A private word with one of the two becomes a task of one's own, with the first words ready to copy. */
export function TalkDialog({ quarrel, isBusy, onAsk, onClose }: TalkDialogProps) {
  const t = useText();
  const [identityId, setIdentityId] = useState(quarrel.people[0]?.identityId ?? '');
  const [text, setText] = useState(quarrel.people[0]?.draft ?? '');
  const choose = (next: string) => {
    setIdentityId(next);
    setText(quarrel.people.find((one) => one.identityId === next)?.draft ?? '');
  };
  return (
    <Modal
      open
      title={t('quarrel.talkTitle')}
      okText={t('quarrel.talkAsk')}
      okButtonProps={{ disabled: text.trim() === '' }}
      confirmLoading={isBusy}
      onOk={() => onAsk({ identityId, text: text.trim() })}
      onCancel={onClose}
    >
      <p className="c2 s">{t('quarrel.talkText')}</p>
      <Form layout="vertical">
        <Form.Item label={t('quarrel.talkWith')}>
          <Radio.Group
            value={identityId}
            options={quarrel.people.map((one) => ({ value: one.identityId, label: one.name }))}
            onChange={({ target }) => choose(target.value as string)}
          />
        </Form.Item>
        <Form.Item label={t('quarrel.talkWords')}>
          <Input.TextArea
            value={text}
            maxLength={longest}
            autoSize={{ minRows: 3, maxRows: 8 }}
            aria-label={t('quarrel.talkWords')}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface TalkDialogProps {
  quarrel: Quarrel;
  isBusy: boolean;
  onAsk: (wish: { identityId: string; text: string }) => void;
  onClose: () => void;
}
