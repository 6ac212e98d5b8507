import { Link } from 'react-router';
import type { Script } from '../../data/scripts.ts';
import { useHere } from '../../data/session.ts';
import { useText } from '../../text.ts';
import './scripts.css';

const most = 8;

/** Scripts that fit what was typed after the slash; the field keeps the keys, this shows where they are. */
export function ScriptPicker({ id, scripts, suggested, at, onPick }: ScriptPickerProps) {
  const t = useText();
  const { communityId, can } = useHere();
  return (
    <div className="scriptpick" id={id} role="listbox" aria-label={t('scripts.pick')}>
      {scripts.slice(0, most).map((script, index) => (
        <button
          key={script.id}
          id={`${id}-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={index === at ? 'on' : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(script)}
        >
          <span className="row">
            <b className="ell">{script.title}</b>
            {suggested.has(script.id) && <span className="tag j">{t('scripts.fits')}</span>}
            {script.shortcut && <kbd>/{script.shortcut}</kbd>}
          </span>
          <span className="xs c2 ell bl">{script.text}</span>
        </button>
      ))}
      {scripts.length === 0 && (
        <p className="s c3">
          {t('scripts.noneFits')}{' '}
          {can('scripts.write') && (
            <Link className="link" to={`/c/${communityId}/scripts`}>
              {t('scripts.toLibrary')}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

interface ScriptPickerProps {
  id: string;
  scripts: readonly Script[];
  suggested: ReadonlySet<string>;
  /** Which one Enter takes. */
  at: number;
  onPick: (script: Script) => void;
}

/** How many can be walked by the arrows. */
export const shownScripts = most;
