import { Button } from 'antd';
import type { InboxLine } from '../../data/inbox.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { MoreButton } from '../../pieces/MoreButton.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import type { InboxRailProps } from './InboxRail.tsx';
import type { InboxList } from './useInboxList.ts';

/** All groups as lines of the inbox: the last word, what was not read, who waits. */
export function GroupLines({ list, filters, onOpen }: InboxRailProps) {
  const { query, lines, words } = list.groups;
  return (
    <Answer query={query} rows={5}>
      {() => (
        <>
          {lines.length === 0 && (
            <NoGroups list={list} onClear={words ? () => filters.set({ group: undefined }) : undefined} />
          )}
          <ul>
            {lines.map((line) => (
              <GroupLine key={line.groupId} line={line} on={line.groupId === list.openKey} onOpen={onOpen} />
            ))}
          </ul>
          <MoreButton query={query} />
        </>
      )}
    </Answer>
  );
}

function NoGroups({ list, onClear }: { list: InboxList; onClear: (() => void) | undefined }) {
  const t = useText();
  if (onClear)
    return (
      <EmptyState
        kind="noMatch"
        title={t('groups.noMatch')}
        action={<Button onClick={onClear}>{t('groups.clearAll')}</Button>}
      />
    );
  return list.view === 'mentions' ? (
    <EmptyState kind="nothing" title={t('inbox.noMentions')} text={t('inbox.noMentionsText')} />
  ) : (
    <EmptyState kind="nothing" title={t('groups.none')} text={t('groups.noneText')} />
  );
}

function GroupLine({ line, on, onOpen }: { line: InboxLine; on: boolean; onOpen: (key: string) => void }) {
  const t = useText();
  const when = useWhen();
  const { groupId, name, pictureId, last, unread, mentions, open, overdue } = line;
  return (
    <li>
      <button
        type="button"
        className={on ? 'cv on' : 'cv'}
        aria-current={on ? 'true' : undefined}
        onClick={() => onOpen(groupId)}
      >
        <Face name={name} seed={groupId} size={34} square pictureId={pictureId} />
        <span className="grow">
          <span className="row">
            <span className={unread > 0 ? 'grow ell strong' : 'grow ell'}>{name}</span>
            {last && <span className="xs c3 nw">{when.moment(last.at)}</span>}
          </span>
          <span className="row">
            <span className="xs c3 ell grow">{last ? lastWords(last) : t('groups.never')}</span>
            {mentions > 0 && <span className="tag i">{t('inbox.mentioned', { count: mentions })}</span>}
            {open > 0 && <span className={overdue > 0 ? 'tag a' : 'tag'}>{t('pulse.open', { count: open })}</span>}
            {unread > 0 && (
              <span className="unread">
                <span className="sr">{t('inbox.unread')}</span>
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );

  function lastWords({ kind, authorName, excerpt }: NonNullable<InboxLine['last']>): string {
    if (kind === 'recalled') return t('talk.recalled');
    const words = kind === 'image' ? t('talk.picture') : excerpt;
    return kind === 'system' || authorName === '' ? words : t('inbox.said', { name: authorName, text: words });
  }
}
