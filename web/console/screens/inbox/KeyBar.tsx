import { Modal } from 'antd';
import { useText } from '../../text.ts';
import type { ConsoleKey } from '../../text.ts';

interface KeyLine {
  keys: string[];
  text: ConsoleKey;
  only?: 'questions';
  /** Stands in the bar; all of them stand in the help. */
  main?: boolean;
}

const keys: KeyLine[] = [
  { keys: ['J', 'K'], text: 'inbox.keys.walk', main: true },
  { keys: ['R'], text: 'inbox.keys.reply', main: true },
  { keys: ['/'], text: 'inbox.keys.script', only: 'questions', main: true },
  { keys: ['A'], text: 'inbox.keys.assign', only: 'questions', main: true },
  { keys: ['E'], text: 'inbox.keys.settle', only: 'questions', main: true },
  { keys: ['X'], text: 'inbox.keys.noQuestion', only: 'questions' },
  { keys: ['S'], text: 'inbox.keys.snooze', only: 'questions', main: true },
  { keys: ['T'], text: 'inbox.keys.task', only: 'questions', main: true },
  { keys: ['Z'], text: 'inbox.keys.undo', only: 'questions' },
  { keys: ['Ctrl ↵'], text: 'inbox.keys.send' },
  { keys: ['Ctrl K'], text: 'inbox.keys.palette' },
  { keys: ['Esc'], text: 'inbox.keys.back' },
  { keys: ['?'], text: 'inbox.keys.help', main: true },
];

/** The keys of the inbox, always in sight on a desk; all of them when somebody asks. */
export function KeyBar({ kind, open, onClose }: { kind: 'questions' | 'groups'; open: boolean; onClose: () => void }) {
  const t = useText();
  const mine = keys.filter(({ only }) => only === undefined || only === kind);
  return (
    <>
      <div className="keys">
        {mine
          .filter(({ main }) => main)
          .map((line) => (
            <KeyWords key={line.text} {...line} />
          ))}
      </div>
      <Modal open={open} title={t('inbox.keys.help')} footer={null} onCancel={onClose} width={420}>
        <ul className="keyhelp">
          {mine.map((line) => (
            <li key={line.text}>
              <KeyWords {...line} />
            </li>
          ))}
        </ul>
      </Modal>
    </>
  );
}

function KeyWords({ keys: marks, text }: KeyLine) {
  const t = useText();
  return (
    <span>
      {marks.map((mark) => (
        <kbd key={mark}>{mark}</kbd>
      ))}
      {t(text)}
    </span>
  );
}
