// The check-ins of the community: how each stands, who came today, what comes next. A number of Today leads here with a group and
// days; then who came stands on top.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../../kit/format.ts';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useLanguage } from '../../../kit/i18n.ts';
import { usePrograms } from '../../data/programs.ts';
import type { Program } from '../../data/programs.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { Sparkline } from '../../pieces/Sparkline.tsx';
import { useGroupNames } from '../../pieces/useGroupNames.ts';
import { useText } from '../../text.ts';
import { isDay } from './days.ts';
import { GroupSelect } from './GroupSelect.tsx';
import { LogCard } from './LogCard.tsx';
import { ProgramsNav } from './ProgramsNav.tsx';
import { stateKeys, stateTones, useNextWords, windowWords } from './words.ts';
import './programs.css';

/** With no more than these, there is room to show who came today. */
const fewPrograms = 3;
const views = ['now', 'ended'] as const;

/** All check-ins. */
export function Programs() {
  const t = useText();
  const { communityId, can } = useHere();
  const filters = useFilters();
  const groupId = filters.read('groupId');
  const view = filters.read('view') === 'ended' ? 'ended' : 'now';
  const [from, to] = [filters.read('from'), filters.read('to') ?? filters.read('from')];
  const hasSpan = from !== undefined && to !== undefined && isDay(from) && isDay(to);
  const programs = usePrograms(communityId, groupId);
  const all = programs.data?.items ?? [];
  const isEnded = ({ state }: Program) => state === 'ended';
  const shown = all.filter((program) => isEnded(program) === (view === 'ended'));
  const count = { now: all.filter((program) => !isEnded(program)).length, ended: all.filter(isEnded).length };
  return (
    <>
      <PageHead
        title={t('menu.programs')}
        nav={<ProgramsNav on="checkIns" />}
        actions={
          can('programs.manage') && (
            <Link to={`/c/${communityId}/programs/new`}>
              <Button type="primary" icon={<Icon name="plus" size={15} />}>
                {t('programs.new')}
              </Button>
            </Link>
          )
        }
      />
      <div className="fb">
        <div className="seg" role="group" aria-label={t('programs.which')}>
          {views.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === view}
              className={one === view ? 'on' : undefined}
              onClick={() => filters.set({ view: one === 'now' ? undefined : one })}
            >
              {t(`programs.view.${one}`)}
              {count[one] > 0 && <i>{count[one]}</i>}
            </button>
          ))}
        </div>
        <GroupSelect value={groupId} onChange={(next) => filters.set({ groupId: next })} />
      </div>
      {hasSpan && (
        <LogCard
          filter={{ from, to, ...(groupId ? { groupId } : {}) }}
          q={filters.read('q') ?? ''}
          onSearch={(q) => filters.set({ q })}
          onClose={() => filters.set({ from: undefined, to: undefined, q: undefined })}
        />
      )}
      <Answer query={programs} rows={5}>
        {() =>
          shown.length > 0 ? (
            <ul className="progs" aria-label={t('programs.checkIns')}>
              {shown.map((program) => (
                <ProgramRow key={program.id} program={program} groupId={groupId} />
              ))}
              {!hasSpan && view === 'now' && shown.length <= fewPrograms && (
                <li>
                  <LogCard
                    filter={{ from: shown[0]!.numbers.day, to: shown[0]!.numbers.day, ...(groupId ? { groupId } : {}) }}
                    q={filters.read('q') ?? ''}
                    onSearch={(q) => filters.set({ q })}
                  />
                </li>
              )}
            </ul>
          ) : (
            <div className="card">
              <NoPrograms hasOthers={all.length > 0 || groupId !== undefined} filters={filters} />
            </div>
          )
        }
      </Answer>
    </>
  );
}

function NoPrograms({ hasOthers, filters }: { hasOthers: boolean; filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId, can } = useHere();
  if (hasOthers)
    return (
      <EmptyState
        kind="noMatch"
        title={t('programs.noMatch')}
        text={t('programs.noMatchText')}
        action={
          <Button onClick={() => filters.set({ view: undefined, groupId: undefined })}>{t('groups.clearAll')}</Button>
        }
      />
    );
  return (
    <EmptyState
      kind="nothing"
      title={t('programs.none')}
      text={t('programs.noneText')}
      action={
        can('programs.manage') && (
          <Link to={`/c/${communityId}/programs/new`}>
            <Button>{t('programs.newFirst')}</Button>
          </Link>
        )
      }
    />
  );
}

function ProgramRow({ program, groupId }: { program: Program; groupId: string | undefined }) {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const nextWords = useNextWords();
  const { id, name, state, definition, numbers } = program;
  const isLive = state === 'running' || state === 'paused';
  const query = groupId ? `?groupId=${groupId}` : '';
  return (
    <li className="card prog">
      <div className="grow">
        <div className="row wrap">
          <Link className="prog-name" to={`/c/${communityId}/programs/${id}${query}`}>
            {name}
          </Link>
          <span className={stateTones[state]}>{t(stateKeys[state])}</span>
          <span className="s c3">{nextWords(program)}</span>
        </div>
        <div className="s c3 ell">
          <GroupsWords program={program} />
          {' · '}
          {windowWords(definition.window, t)}
          {definition.words[0] ? ` · ${t('programs.byWord', { word: definition.words[0] })}` : ''}
        </div>
      </div>
      <Figure label={t('programs.today')} isFaint={!isLive}>
        <Link
          className="door"
          to={`/c/${communityId}/programs/${id}?day=${numbers.day}${groupId ? `&groupId=${groupId}` : ''}`}
        >
          {formatCount(numbers.today, language)}
        </Link>
        <span className="xs c3">{t('programs.yesterday', { count: formatCount(numbers.yesterday, language) })}</span>
      </Figure>
      <Figure label={t('programs.recent')}>
        <Sparkline
          values={numbers.recent}
          label={t('programs.recentLabel', { values: numbers.recent.join(t('pulse.comma')) })}
        />
      </Figure>
      <Figure label={t('programs.people')} isFaint={numbers.people === 0}>
        {formatCount(numbers.people, language)}
      </Figure>
    </li>
  );
}

function Figure({ label, isFaint = false, children }: { label: string; isFaint?: boolean; children: ReactNode }) {
  return (
    <div className={isFaint ? 'fig c3' : 'fig'}>
      <span className="xs c3">{label}</span>
      <b>{children}</b>
    </div>
  );
}

/** In which groups a program is played. */
export function GroupsWords({ program }: { program: Program }) {
  const t = useText();
  const { communityId } = useHere();
  const nameOf = useGroupNames(communityId);
  if (program.groups === 'all') return <>{t('programs.everyGroup')}</>;
  const [first] = program.groups;
  return (
    <>
      {program.groups.length === 1 && first
        ? nameOf(first)
        : t('programs.someGroups', { name: nameOf(first ?? ''), count: program.groups.length })}
    </>
  );
}
