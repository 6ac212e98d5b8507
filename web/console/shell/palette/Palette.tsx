// The command palette (Ctrl or ⌘ and K): screens, groups, people and actions from one field, by keyboard alone if wished.
import { Modal } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import type { Here, Me } from '../../data/session.ts';
import { Face } from '../../pieces/Face.tsx';
import { useText } from '../../text.ts';
import { useCommands } from './commands.ts';
import type { Command } from './commands.ts';
import './palette.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The field in the top bar and the palette that it opens. */
export function Palette({ me, here }: { me: Me; here: Here | undefined }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="find" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Icon name="search" />
        <span className="grow ell">{t('palette.find')}</span>
        <kbd>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <button
        type="button"
        className="tb findsmall"
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={t('palette.find')}
      >
        <Icon name="search" size={20} />
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        title={<span className="sr">{t('palette.title')}</span>}
        width={640}
        style={{ top: 88 }}
        rootClassName="palette"
        destroyOnHidden
      >
        <Opened me={me} here={here} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Opened({ me, here, onDone }: { me: Me; here: Here | undefined; onDone: () => void }) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { sections, isAsking } = useCommands({ me, here, typed: typed.trim() });
  const flat = sections.flatMap(({ commands }) => commands);
  const chosen = flat[Math.min(at, flat.length - 1)];
  const run = (command: Command | undefined) => {
    if (!command) return;
    onDone();
    command.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') run(chosen);
    else if (step !== undefined && flat.length > 0)
      setAt((Math.min(at, flat.length - 1) + step + flat.length) % flat.length);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <>
      <div className="palette-field">
        <Icon name="search" size={18} />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${chosen.key}`}
          aria-label={t('palette.find')}
          placeholder={t('palette.find')}
          maxLength={100}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
        <kbd>Esc</kbd>
      </div>
      <div className="palette-list" id={`${id}-list`} role="listbox" aria-label={t('palette.title')} ref={list}>
        {sections.map(({ key, title, commands }) => (
          <div key={key} role="group" aria-label={title}>
            <div className="lab" aria-hidden="true">
              {title}
            </div>
            {commands.map((command) => (
              <div
                key={command.key}
                id={`${id}-${command.key}`}
                role="option"
                aria-selected={command === chosen}
                className={command === chosen ? 'on' : undefined}
                onMouseMove={() => command !== chosen && setAt(flat.indexOf(command))}
                onClick={() => run(command)}
              >
                {command.face ? (
                  <Face {...command.face} size={24} />
                ) : (
                  <Icon name={command.icon ?? 'search'} size={17} />
                )}
                <span className="ell grow">{command.text}</span>
                {command.hint && <span className="xs c3 ell">{command.hint}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {flat.length === 0 && (
        <p className="palette-none c2" role="status">
          {t(isAsking ? 'palette.asking' : 'palette.none', { q: typed.trim() })}
        </p>
      )}
      <div className="palette-keys xs c3">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.walk')}
        </span>
        <span>
          <kbd>↵</kbd> {t('palette.go')}
        </span>
      </div>
    </>
  );
}
