import { Button, Input } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useNoteAct, useNotes } from '../../../data/profiles.ts';
import type { Note } from '../../../data/profiles.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useUndo } from '../../../pieces/useUndo.tsx';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

/** What the team has noted on a person, and a line to add. */
export function Notes({ personId }: { personId: string }) {
  const t = useText();
  const { communityId } = useHere();
  const notes = useNotes(communityId, personId);
  const act = useNoteAct(communityId, personId);
  const tellProblem = useTellProblem();
  const [text, setText] = useState('');
  const write = () =>
    act
      .mutateAsync({ text: text.trim() })
      .then(() => setText(''))
      .catch(tellProblem);
  return (
    <section className="notes" aria-label={t('profile.notes')}>
      <h3 className="lab">{t('profile.notes')}</h3>
      <form
        className="notewrite"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void write();
        }}
      >
        <Input.TextArea
          aria-label={t('profile.writeNote')}
          placeholder={t('profile.writeNote')}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Button size="small" htmlType="submit" disabled={text.trim() === ''} loading={act.isPending}>
          {t('profile.keepNote')}
        </Button>
      </form>
      <Answer query={notes} rows={2}>
        {({ items }) =>
          items.length > 0 ? (
            <ul>
              {items.map((note) => (
                <NoteLine key={note.id} note={note} personId={personId} />
              ))}
            </ul>
          ) : (
            <p className="s c3">{t('profile.noNotes')}</p>
          )
        }
      </Answer>
      <p className="xs c3">{t('profile.notesText')}</p>
    </section>
  );
}

function NoteLine({ note, personId }: { note: Note; personId: string }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const act = useNoteAct(communityId, personId);
  const undoable = useUndo();
  const putAway = () =>
    undoable({
      key: `note ${note.id}`,
      work: () => act.mutateAsync({ id: note.id, gone: true }),
      done: t('profile.noteGone'),
      undo: () => act.mutateAsync({ id: note.id, gone: false }),
    });
  return (
    <li className="personnote">
      <p className="words">{note.text}</p>
      <div className="row xs c3">
        <span className="grow">
          {note.writtenBy} · {when.moment(note.writtenAt)}
        </span>
        <button type="button" className="tb" aria-label={t('profile.putNoteAway')} onClick={() => void putAway()}>
          <Icon name="close" size={13} />
        </button>
      </div>
    </li>
  );
}
