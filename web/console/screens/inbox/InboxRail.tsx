import { Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useGroup } from '../../data/groups.ts';
import { useInboxTotals } from '../../data/inbox.ts';
import type { Question } from '../../data/inbox.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { NotesToRead } from '../../pieces/duty/NotesToRead.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { MoreButton } from '../../pieces/MoreButton.tsx';
import type { useFilters } from '../../pieces/filters.ts';
import { SearchField } from '../../pieces/SearchField.tsx';
import { useWaited } from '../../pieces/waiting.ts';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { GroupLines } from './GroupLines.tsx';
import { inboxViews } from './useInboxList.ts';
import type { InboxList } from './useInboxList.ts';

/** What the parts of the rail need. */
export interface InboxRailProps {
  filters: ReturnType<typeof useFilters>;
  list: InboxList;
  onOpen: (key: string) => void;
}

/** The list of the inbox: who waits, by promise; or all groups, by what needs somebody. */
export function InboxRail({ filters, list, onOpen }: InboxRailProps) {
  const t = useText();
  const { communityId } = useHere();
  const navigate = useNavigate();
  const totals = useInboxTotals(communityId).data;
  const counts = { open: totals?.open ?? 0, mentions: totals?.mentions ?? 0, all: 0 };
  return (
    <aside className="rail" aria-label={t('inbox.list')}>
      <div className="rail-head">
        <h1>{t('talk.title')}</h1>
        <div className="seg" role="group" aria-label={t('inbox.views')}>
          {inboxViews.map((view) => (
            <button
              key={view}
              type="button"
              aria-pressed={view === list.view}
              className={view === list.view ? 'on' : undefined}
              onClick={() => void navigate(`/c/${communityId}/inbox?filter=${view}`)}
            >
              {t(`inbox.view.${view}`)}
              {counts[view] > 0 && <i>{counts[view]}</i>}
            </button>
          ))}
        </div>
      </div>
      <NotesToRead />
      {list.kind === 'questions' ? (
        <QuestionTools filters={filters} />
      ) : (
        <SearchField
          value={list.groups.words}
          label={t('groups.find')}
          width="100%"
          onSearch={(group) => filters.set({ group })}
        />
      )}
      <div className="rail-list" tabIndex={-1}>
        {list.kind === 'questions' ? (
          <Questions list={list} filters={filters} onOpen={onOpen} />
        ) : (
          <GroupLines list={list} filters={filters} onOpen={onOpen} />
        )}
      </div>
    </aside>
  );
}

function QuestionTools({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId } = useHere();
  const navigate = useNavigate();
  const groupId = filters.read('groupId') ?? '';
  const group = useGroup(communityId, groupId);
  return (
    <>
      <div className="row">
        <div className="grow">
          <SearchField
            value=""
            label={t('inbox.findTalk')}
            width="100%"
            onSearch={(q) => q && void navigate(`/c/${communityId}/search?q=${encodeURIComponent(q)}`)}
          />
        </div>
        <Select
          aria-label={t('inbox.whose')}
          popupMatchSelectWidth={false}
          value={filters.read('assignee') ?? 'all'}
          options={(['all', 'me', 'nobody'] as const).map((value) => ({ value, label: t(`inbox.assignee.${value}`) }))}
          onChange={(value) => filters.set({ assignee: value === 'all' ? undefined : value, q: undefined })}
        />
      </div>
      {(groupId || filters.read('due')) && (
        <div className="row wrap">
          {groupId && (
            <Chip text={group.data?.name ?? '…'} onGone={() => filters.set({ groupId: undefined, q: undefined })} />
          )}
          {filters.read('due') && (
            <Chip text={t('inbox.onlyLate')} onGone={() => filters.set({ due: undefined, q: undefined })} />
          )}
        </div>
      )}
    </>
  );
}

function Chip({ text, onGone }: { text: string; onGone: () => void }) {
  const t = useText();
  return (
    <button type="button" className="tag o chipx" onClick={onGone} aria-label={t('inbox.dropFilter', { what: text })}>
      <span className="ell">{text}</span>
      <Icon name="close" size={11} />
    </button>
  );
}

function Questions({ list, filters, onOpen }: InboxRailProps) {
  const t = useText();
  const { query, sections, counts, isFiltered } = list.questions;
  const line = (question: Question) => (
    <QuestionLine key={question.id} question={question} on={question.id === list.openKey} onOpen={onOpen} />
  );
  return (
    <Answer query={query} rows={5}>
      {() => (
        <>
          {list.keys.length === 0 && (
            <EmptyState
              kind={isFiltered ? 'noMatch' : 'nothing'}
              title={t(isFiltered ? 'inbox.noMatch' : 'inbox.none')}
              text={t(isFiltered ? 'inbox.noMatchText' : 'inbox.noneText')}
              action={
                isFiltered && (
                  <Button
                    onClick={() =>
                      filters.set({ assignee: undefined, groupId: undefined, due: undefined, q: undefined })
                    }
                  >
                    {t('groups.clearAll')}
                  </Button>
                )
              }
            />
          )}
          <Part title={t('inbox.late')} items={sections.late} line={line} />
          <Part title={t('inbox.waiting')} items={sections.waiting} line={line} />
          <MoreButton query={query} />
          <Part title={t('inbox.later')} items={sections.later} line={line} />
          <Part
            title={t('inbox.answered')}
            items={sections.answered}
            line={line}
            end={
              counts?.medianMinutes !== null && counts?.medianMinutes !== undefined
                ? t('inbox.median', { minutes: Math.max(1, Math.round(counts.medianMinutes)) })
                : undefined
            }
          />
          <Part title={t('inbox.closed')} items={sections.closed} line={line} />
        </>
      )}
    </Answer>
  );
}

function Part({ title, items, line, end }: PartProps) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <div className="grp">
        <span>{title}</span>
        <i>{items.length}</i>
        {end && <em>{end}</em>}
      </div>
      <ul>{items.map(line)}</ul>
    </section>
  );
}

interface PartProps {
  title: string;
  items: readonly Question[];
  line: (question: Question) => React.ReactNode;
  end?: string | undefined;
}

function QuestionLine({ question, on, onOpen }: { question: Question; on: boolean; onOpen: (key: string) => void }) {
  const t = useText();
  const waited = useWaited();
  const { communityId, me } = useHere();
  const group = useGroup(communityId, question.groupId);
  const { id, askedBy, excerpt, at, overdue, state, assigneeId, answer, settledAt, snoozedUntil, askerSays } = question;
  const given = question.givenAt !== null;
  const isOpen = state === 'open';
  const when = useWhen();
  return (
    <li>
      <button
        type="button"
        className={[isOpen ? 'cv' : 'cv dn', on ? 'on' : ''].join(' ')}
        aria-current={on ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <Face name={askedBy.name} seed={askedBy.identityId} size={32} pictureId={askedBy.pictureId} />
        <span className="grow">
          {isOpen && (
            <span className="row">
              <span className="xs c2 grow ell">{askedBy.name}</span>
              {askerSays === 'unsolved' && <span className="tag o">{t('answers.head.unsolved')}</span>}
              {assigneeId && (
                <span className="tag">
                  {assigneeId === me.user.id
                    ? t(given ? 'inbox.isGiven' : 'inbox.isMine')
                    : t(given ? 'inbox.isGivenTo' : 'inbox.isTaken')}
                </span>
              )}
              <span className={overdue ? 'wt late' : 'wt'}>{waited(at)}</span>
            </span>
          )}
          <span className="q ell">{excerpt}</span>
          <span className="xs c3 ell bl">
            {group.data?.name ?? ' '}
            {isOpen &&
              snoozedUntil &&
              when.isAhead(snoozedUntil) &&
              ` · ${t('inbox.laterUntil', { when: when.moment(snoozedUntil) })}`}
            {answer && ` · ${t('inbox.answeredBy', { name: answer.by.name, when: when.moment(answer.at) })}`}
            {!isOpen && !answer && settledAt && ` · ${when.moment(settledAt)}`}
          </span>
        </span>
      </button>
    </li>
  );
}
