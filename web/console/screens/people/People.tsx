import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { formatCount } from '../../../kit/format.ts';
import { useLanguage } from '../../../kit/i18n.ts';
import { usePeople, usePeopleCounts } from '../../data/people.ts';
import { useTagsOf } from '../../data/profiles.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { useText } from '../../text.ts';
import { Bans } from './Bans.tsx';
import { Imports } from './imports/Imports.tsx';
import { Likenesses } from './merging/Likenesses.tsx';
import { FilterSentence, noFilter, peopleFilterOf } from './PeopleFilter.tsx';
import { PeopleNav } from './PeopleNav.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';
import { Levels } from './levels/Levels.tsx';
import { FieldsAndTags } from './profile/FieldsAndTags.tsx';
import { PickedBar, usePicking } from './profile/Picked.tsx';
import { Segments } from './segments/Segments.tsx';
import './people.css';

const pageSize = 50;

/** The people of the community: all of them, segments, what is kept of them, and who may not come back. */
export function People() {
  const t = useText();
  const language = useLanguage();
  const { communityId } = useHere();
  const filters = useFilters();
  const counts = usePeopleCounts(communityId).data;
  const view = filters.read('view') ?? 'all';
  const total = counts && {
    people: formatCount(counts.people, language),
    identities: formatCount(counts.identities, language),
    active: formatCount(counts.active, language),
  };
  return (
    <>
      <PageHead
        title={t('people.title')}
        nav={<PeopleNav on={view} />}
        actions={
          total && (
            <span className="s c3">
              {t(counts.identities > counts.people ? 'people.counts' : 'people.countsPlain', total)}
            </span>
          )
        }
      />
      {view === 'bans' ? (
        <Bans />
      ) : view === 'segments' ? (
        <Segments filters={filters} />
      ) : view === 'levels' ? (
        <Levels />
      ) : view === 'fields' ? (
        <FieldsAndTags />
      ) : view === 'same' ? (
        <Likenesses />
      ) : view === 'imports' ? (
        <Imports filters={filters} />
      ) : (
        <Directory filters={filters} />
      )}
    </>
  );
}

function Directory({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useText();
  const { communityId } = useHere();
  const filter = peopleFilterOf(filters.read);
  const openId = filters.read('open');
  const paging = usePaging(JSON.stringify(filter));
  const people = usePeople(communityId, {
    ...filter,
    limit: pageSize,
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
  });
  const tags = useTagsOf(communityId, people.data?.items.map(({ personId }) => personId) ?? []);
  const isFiltered = Object.keys(filter).some((key) => key !== 'sort');
  const open = (id: string) => filters.set({ open: id === openId ? undefined : id });
  const picking = usePicking(JSON.stringify([filter, paging.cursor ?? null]));
  return (
    <>
      <FilterSentence filters={filters} isFiltered={isFiltered} />
      <div className={openId ? 'split open' : 'split'}>
        <section className="card tblw" aria-label={t('people.title')}>
          <div className="ch">
            <h2>{t(isFiltered ? 'people.found' : 'people.everybody')}</h2>
            <Select
              variant="borderless"
              style={{ marginLeft: 'auto' }}
              aria-label={t('groups.sort')}
              popupMatchSelectWidth={false}
              value={filter.sort ?? 'joined'}
              options={(['joined', 'active'] as const).map((value) => ({ value, label: t(`people.by.${value}`) }))}
              onChange={(value) => filters.set({ sort: value === 'joined' ? undefined : value })}
            />
          </div>
          {!openId && <PickedBar picking={picking} />}
          <Answer query={people} rows={10}>
            {(page) =>
              page.items.length > 0 ? (
                <>
                  <PeopleTable
                    people={page.items}
                    openId={openId}
                    onOpen={open}
                    tagsOf={(personId) => tags.data?.get(personId)}
                    picking={picking}
                  />
                  <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
                </>
              ) : (
                <NoPeople q={filter.q} isFiltered={isFiltered} onClear={() => filters.set(noFilter)} />
              )
            }
          </Answer>
        </section>
        {openId && <PersonDrawer personId={openId} key={openId} onClose={() => filters.set({ open: undefined })} />}
      </div>
    </>
  );
}

function NoPeople({ q, isFiltered, onClear }: { q: string | undefined; isFiltered: boolean; onClear: () => void }) {
  const t = useText();
  const { communityId, can } = useHere();
  if (isFiltered)
    return (
      <EmptyState
        kind="noMatch"
        title={q ? t('members.noMatch', { q }) : t('people.noMatch')}
        text={t(q ? 'people.noMatchText' : 'groups.noMatchText')}
        action={<Button onClick={onClear}>{t('groups.clearAll')}</Button>}
      />
    );
  return (
    <EmptyState
      kind="nothing"
      title={t('people.none')}
      text={t('members.noneText')}
      action={
        <Link to={`/c/${communityId}/entrances`}>
          <Button>{t('people.toEntrances')}</Button>
        </Link>
      }
      side={can('imports.manage') && <Link to={`/c/${communityId}/people?view=imports`}>{t('people.toImports')}</Link>}
    />
  );
}
