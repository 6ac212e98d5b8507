import { useText } from '../../text.ts';
import type { ConsoleKey } from '../../text.ts';

const keys: { keys: string[]; text: ConsoleKey; only?: 'questions' }[] = [
  { keys: ['J', 'K'], text: 'inbox.keys.walk' },
  { keys: ['↵'], text: 'inbox.keys.reply' },
  { keys: ['E'], text: 'inbox.keys.close', only: 'questions' },
  { keys: ['T'], text: 'inbox.keys.assign', only: 'questions' },
  { keys: ['Esc'], text: 'inbox.keys.back' },
];

/** The keys of the inbox, always in sight on a desk. */
export function KeyBar({ kind }: { kind: 'questions' | 'groups' }) {
  const t = useText();
  return (
    <div className="keys">
      {keys
        .filter(({ only }) => only === undefined || only === kind)
        .map(({ keys: marks, text }) => (
          <span key={text}>
            {marks.map((mark) => (
              <kbd key={mark}>{mark}</kbd>
            ))}
            {t(text)}
          </span>
        ))}
    </div>
  );
}
