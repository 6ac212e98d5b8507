import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Act } from '../../data/acts.ts';
import type { Group } from '../../data/groups.ts';
import { useText } from '../../text.ts';
import { useWhen } from '../when.ts';

/** The notice that everybody sees on top of the group. */
export function Notice({ group, may, carry }: { group: Group; may: boolean; carry: (act: Act) => Promise<boolean> }) {
  const t = useText();
  const when = useWhen();
  const id = useId();
  const [text, setText] = useState(group.notice?.text ?? '');
  const changed = text.trim() !== (group.notice?.text ?? '');
  return (
    <div className="setrow">
      <div className="grow">
        <label htmlFor={id}>{t('group.notice')}</label>
        <div className="s">
          {group.notice ? t('settings.noticeSince', { when: when.moment(group.notice.at) }) : t('settings.noticeHint')}
        </div>
        <Input.TextArea
          id={id}
          value={text}
          disabled={!may}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          style={{ marginTop: 6 }}
          onChange={({ target }) => setText(target.value)}
        />
        {may && changed && (
          <Button style={{ marginTop: 8 }} onClick={() => void carry({ op: 'setNotice', text: text.trim() })}>
            {t(text.trim() === '' ? 'settings.noticeClear' : 'settings.noticeSave')}
          </Button>
        )}
      </div>
    </div>
  );
}
