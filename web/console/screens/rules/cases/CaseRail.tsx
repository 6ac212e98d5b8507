import { Button, Select } from 'antd';
import { useTermLists } from '../../../data/rule-lists.ts';
import type { CaseLine } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { MoreButton } from '../../../pieces/MoreButton.tsx';
import type { useFilters } from '../../../pieces/filters.ts';
import { useGroupNames } from '../../../pieces/useGroupNames.ts';
import { useWaited } from '../../../pieces/waiting.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';
import type { Say } from '../../../text.ts';
import { isAskedFor, sayCase, sayScore, toneOf } from '../evidence/found.ts';
import { caseViews, filterKinds } from './useCaseList.ts';
import type { CaseList } from './useCaseList.ts';

interface CaseRailProps {
  list: CaseList;
  caseId: string | undefined;
  filters: ReturnType<typeof useFilters>;
  onOpen: (caseId: string) => void;
}

/** The list of cases, the oldest first while they wait. */
export function CaseRail({ list, caseId, filters, onOpen }: CaseRailProps) {
  const t = useText();
  const { query, items, counts, view } = list;
  const numbers = {
    open: (counts?.waiting ?? 0) + (counts?.appealed ?? 0),
    appealed: counts?.appealed ?? 0,
    decided: 0,
    refused: 0,
    dry: counts?.week.dry ?? 0,
  };
  return (
    <aside className="card court-rail" aria-label={t('rules.list')}>
      <div className="court-views">
        <div className="seg" role="group" aria-label={t('rules.views')}>
          {caseViews.map((one) => (
            <button
              key={one}
              type="button"
              className={one === view && !list.door ? 'on' : undefined}
              aria-pressed={one === view && !list.door}
              onClick={() => filters.set({ ...noDoor, view: one === 'open' ? undefined : one })}
            >
              {t(`rules.view.${one}`)}
              {numbers[one] > 0 && <i>{numbers[one]}</i>}
            </button>
          ))}
        </div>
        <RailFilters list={list} filters={filters} />
      </div>
      <div className="court-list">
        <Answer query={query} rows={5}>
          {() => (
            <>
              {items.length === 0 && <NoCases list={list} filters={filters} />}
              <ul>
                {items.map((one) => (
                  <Line key={one.id} one={one} on={one.id === caseId} onOpen={onOpen} />
                ))}
              </ul>
              <MoreButton query={query} />
            </>
          )}
        </Answer>
      </div>
      <p className="xs c3 court-keys" aria-hidden="true">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t('inbox.keys.walk')}
        </span>
        <span>
          <kbd>R</kbd> {t('rules.keys.release')}
        </span>
        <span>
          <kbd>U</kbd> {t('rules.keys.uphold')}
        </span>
        <span>
          <kbd>Z</kbd> {t('rules.keys.undo')}
        </span>
      </p>
    </aside>
  );
}

function RailFilters({ list, filters }: Pick<CaseRailProps, 'list' | 'filters'>) {
  const t = useText();
  const { communityId } = useHere();
  const nameOf = useGroupNames(communityId);
  const groups = new Set(list.counts?.groups.map(({ groupId }) => groupId));
  for (const { groupId } of list.items) groups.add(groupId);
  const chosen = filters.read('groupId');
  if (chosen) groups.add(chosen);
  const listName = useListName(list.door?.listId);
  const person = list.items.find(({ identityId }) => identityId === filters.read('identityId'));
  return (
    <div className="row court-filters">
      <Select
        size="small"
        aria-label={t('rules.filter.group')}
        value={chosen ?? ''}
        options={[
          { value: '', label: t('rules.filter.allGroups') },
          ...[...groups].map((groupId) => ({ value: groupId, label: nameOf(groupId) })),
        ]}
        onChange={(groupId) => filters.set({ groupId })}
      />
      {list.view !== 'dry' && (
        <Select
          size="small"
          aria-label={t('rules.filter.kind')}
          value={filters.read('kind') ?? ''}
          options={[
            { value: '', label: t('rules.filter.allKinds') },
            ...filterKinds.map((kind) => ({ value: kind, label: t(`rules.kind.${kind}`) })),
          ]}
          onChange={(kind) => filters.set({ kind })}
        />
      )}
      {list.door && (
        <button type="button" className="chip on" onClick={() => filters.set({ ...noDoor, view: undefined })}>
          {sayDoor(t, list.door, listName)} ×
        </button>
      )}
      {filters.read('identityId') && (
        <button type="button" className="chip on" onClick={() => filters.set({ identityId: undefined })}>
          {t('rules.filter.only', { name: person?.author.name ?? t('rules.filter.onePerson') })} ×
        </button>
      )}
    </div>
  );
}

/** Taking back what the quality page has asked for. */
const noDoor = { check: undefined, listId: undefined, result: undefined, days: undefined };

/** A list is called by its name. */
function useListName(listId: string | undefined): string | undefined {
  const t = useText();
  const { communityId } = useHere();
  const lists = useTermLists(communityId).data;
  return listId && (lists?.find(({ id }) => id === listId)?.name ?? t('rules.tab.lists'));
}

function sayDoor(t: Say, { check = 'all', result, days }: NonNullable<CaseList['door']>, listName?: string): string {
  return [
    listName ?? (check === 'all' ? t('rules.quality.all') : t(`rules.check.${check}`)),
    ...(result ? [t(`rules.quality.${result}`)] : []),
    ...(days ? [t('rules.quality.days', { count: days })] : []),
  ].join(' · ');
}

function NoCases({ list, filters }: Pick<CaseRailProps, 'list' | 'filters'>) {
  const t = useText();
  if (list.isFiltered)
    return (
      <EmptyState
        kind="noMatch"
        title={t('rules.noMatch')}
        action={
          <Button
            onClick={() => filters.set({ ...noDoor, groupId: undefined, kind: undefined, identityId: undefined })}
          >
            {t('groups.clearAll')}
          </Button>
        }
      />
    );
  return <EmptyState kind="nothing" title={t(`rules.none.${list.view}`)} text={t(`rules.noneText.${list.view}`)} />;
}

function Line({ one, on, onOpen }: { one: CaseLine; on: boolean; onOpen: (caseId: string) => void }) {
  const t = useText();
  const waited = useWaited();
  const when = useWhen();
  const { communityId } = useHere();
  const nameOf = useGroupNames(communityId);
  const { id, author, groupId, state, score, openedAt, appealedAt, evidence, reports } = one;
  const isOpen = state === 'waiting' || state === 'appealed';
  const isAsked = evidence.length > 0 && evidence.every(isAskedFor);
  const told = isOpen
    ? waited(state === 'appealed' && appealedAt ? appealedAt : openedAt)
    : when.moment(one.appealDecidedAt ?? one.decidedAt ?? openedAt);
  return (
    <li>
      <button
        type="button"
        className={on ? 'cs on' : 'cs'}
        aria-current={on ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <span className={`score ${isOpen && !isAsked ? toneOf(score) : ''}`}>
          {isAsked ? t('rules.asked') : evidence.length > 0 ? sayScore(score) : t('rules.byHand')}
        </span>
        <span className="grow">
          <span className="row">
            <span className="grow ell what">{sayCase(t, one)}</span>
            <span className="xs c3 nw">{told}</span>
          </span>
          <span className="row">
            <span className="xs c3 ell grow">{[author.name || t('talk.gone'), nameOf(groupId)].join(' · ')}</span>
            {reports > 0 && <span className="tag g">{t('rules.reports.tag', { count: reports })}</span>}
            {state === 'appealed' && <span className="tag i">{t('rules.state.appealed')}</span>}
            {!isOpen && <span className={`tag ${toneOfState[state] ?? ''}`}>{t(`rules.state.${state}`)}</span>}
          </span>
        </span>
      </button>
    </li>
  );
}

const toneOfState: Partial<Record<CaseLine['state'], string>> = {
  released: 'j',
  overturned: 'j',
  upheld: 'a',
  confirmed: 'a',
};
