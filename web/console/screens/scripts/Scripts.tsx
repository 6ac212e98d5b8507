// The library of what the team says often: found by words, letters or initials, written and put away in place.
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { scriptKinds, useChangeScripts, useScripts } from '../../data/scripts.ts';
import type { Script } from '../../data/scripts.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { SearchField } from '../../pieces/SearchField.tsx';
import { useUndo } from '../../pieces/useUndo.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { findScripts } from '../../pieces/scripts/script-search.ts';
import { TalkNav } from '../talk/GroupRail.tsx';
import { ScriptDialog } from './ScriptDialog.tsx';
import './scripts.css';

/** The script library. */
export function Scripts() {
  const t = useText();
  const { communityId, can } = useHere();
  const filters = useFilters();
  const kind = scriptKinds.find((one) => one === filters.read('kind'));
  const archived = filters.read('archived') === 'true';
  const q = filters.read('q') ?? '';
  const scripts = useScripts(communityId, { archived });
  const [edited, setEdited] = useState<string | undefined>();
  const write = can('scripts.write');
  return (
    <>
      <PageHead
        title={t('talk.title')}
        sub={t('scripts.sub')}
        nav={<TalkNav on="scripts" />}
        actions={
          write && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEdited('')}>
              {t('scripts.new')}
            </Button>
          )
        }
      />
      <div className="fb">
        <Segmented
          aria-label={t('scripts.kinds')}
          value={archived ? 'archived' : (kind ?? 'all')}
          options={(['all', ...scriptKinds, 'archived'] as const).map((value) => ({
            value,
            label: t(`scripts.kind.${value}`),
          }))}
          onChange={(value) =>
            filters.set({
              kind: value === 'all' || value === 'archived' ? undefined : value,
              archived: value === 'archived' ? 'true' : undefined,
            })
          }
        />
        <SearchField value={q} label={t('scripts.find')} onSearch={(next) => filters.set({ q: next })} />
        <Link className="link s" to={`/c/${communityId}/playbook`}>
          {t('scripts.carry')}
        </Link>
      </div>
      <div className="narrow">
        <Answer query={scripts} rows={5}>
          {(all) => {
            const shown = findScripts(
              all.filter((script) => kind === undefined || script.kind === kind),
              q,
            );
            if (shown.length > 0) return <Folders scripts={shown} onEdit={write ? setEdited : undefined} />;
            const isNone = q === '' && kind === undefined;
            return (
              <div className="card">
                <EmptyState
                  kind={isNone ? 'nothing' : 'noMatch'}
                  title={t(isNone ? (archived ? 'scripts.noneAway' : 'scripts.none') : 'scripts.noneFits')}
                  text={isNone && !archived ? t('scripts.noneText') : undefined}
                  action={
                    !isNone && (
                      <Button onClick={() => filters.set({ q: undefined, kind: undefined })}>
                        {t('groups.clearAll')}
                      </Button>
                    )
                  }
                />
              </div>
            );
          }}
        </Answer>
      </div>
      {edited !== undefined && (
        <ScriptDialog key={edited} scriptId={edited} kind={kind} onClose={() => setEdited(undefined)} />
      )}
    </>
  );
}

function Folders({ scripts, onEdit }: { scripts: readonly Script[]; onEdit: ((id: string) => void) | undefined }) {
  const folders = [...new Set(scripts.map(({ folder }) => folder))].sort((one, other) => one.localeCompare(other));
  return folders.map((folder) => (
    <section key={folder} className="card scriptcard" aria-label={folder || undefined}>
      {folder && <h2 className="lab">{folder}</h2>}
      <ul>
        {scripts
          .filter((script) => script.folder === folder)
          .map((script) => (
            <ScriptLine key={script.id} script={script} onEdit={onEdit} />
          ))}
      </ul>
    </section>
  ));
}

function ScriptLine({ script, onEdit }: { script: Script; onEdit: ((id: string) => void) | undefined }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const change = useChangeScripts(communityId);
  const undoable = useUndo();
  const { id, kind, title, shortcut, text, standard, uses, lastUsedAt, archivedAt } = script;
  const put = (how: 'archive' | 'restore') =>
    void undoable({
      key: id,
      work: () => change.mutateAsync({ how, scriptId: id }),
      done: t(how === 'archive' ? 'scripts.wasPutAway' : 'scripts.wasRestored'),
      undo: () => change.mutateAsync({ how: how === 'archive' ? 'restore' : 'archive', scriptId: id }),
    });
  return (
    <li className="scriptline">
      <div className="grow">
        <div className="row wrap">
          <b>{title}</b>
          <span className="tag">{t(`scripts.kind.${kind}`)}</span>
          {standard && <span className="tag j">{t('scripts.isStandard')}</span>}
          {shortcut && <kbd>/{shortcut}</kbd>}
        </div>
        <p className="words c2">{text}</p>
        <span className="xs c3">
          {uses === 0 || !lastUsedAt
            ? t('scripts.neverUsed')
            : t('scripts.used', { count: uses, when: when.moment(lastUsedAt) })}
        </span>
      </div>
      {onEdit && (
        <div className="row">
          {archivedAt ? (
            <Button onClick={() => put('restore')}>{t('scripts.restore')}</Button>
          ) : (
            <>
              <Button icon={<Icon name="pen" />} onClick={() => onEdit(id)} aria-label={t('scripts.edit', { title })} />
              <Button type="text" onClick={() => put('archive')}>
                {t('scripts.putAway')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}
