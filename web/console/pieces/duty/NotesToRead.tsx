import { useDutyNow } from '../../data/duty.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import { NoteList } from './Notes.tsx';

/** The hand-over notes that are for whoever looks, folded away above their work; nothing where all are read. */
export function NotesToRead() {
  const t = useText();
  const { communityId, can } = useHere();
  const { data } = useDutyNow(communityId, can('duty.read'));
  const notes = data?.notes.filter(({ mayRead }) => mayRead) ?? [];
  if (!data || notes.length === 0) return null;
  return (
    <details className="notes-to-read" open>
      <summary className="s">{t('duty.notesToRead', { count: notes.length })}</summary>
      <NoteList notes={notes} operators={data.operators} />
    </details>
  );
}
