// Everything that was said, with filters in the address; a hit opens in its place in the talk.
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { useGroups } from '../../data/groups.ts';
import { useSearch } from '../../data/messages.ts';
import type { Message, SearchFilter } from '../../data/messages.ts';
import { useHere } from '../../data/session.ts';
import { Answer } from '../../pieces/Answer.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Face } from '../../pieces/Face.tsx';
import { useFilters } from '../../pieces/filters.ts';
import { PageHead } from '../../pieces/PageHead.tsx';
import { Pager } from '../../pieces/Pager.tsx';
import { usePaging } from '../../pieces/paging.ts';
import { SearchField } from '../../pieces/SearchField.tsx';
import { useWhen } from '../../pieces/when.ts';
import { useText } from '../../text.ts';
import { TalkNav } from '../talk/GroupRail.tsx';
import { Marked } from './Marked.tsx';

const kinds = ['text', 'image', 'announcement'] as const;

/** The search. */
export function Search() {
  const t = useText();
  const filters = useFilters();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200 });
  const names = new Map(groups.data?.items.map(({ id, name }) => [id, name]));
  const q = filters.read('q') ?? '';
  return (
    <>
      <PageHead title={t('search.title')} sub={t('search.sub')} nav={<TalkNav on="search" />} />
      <div className="fb">
        <SearchField value={q} label={t('shell.find')} width={300} onSearch={(words) => filters.set({ q: words })} />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('search.inGroup')}
          aria-label={t('search.inGroup')}
          style={{ minWidth: 150 }}
          popupMatchSelectWidth={false}
          value={filters.read('group') ?? null}
          options={[...names].map(([value, label]) => ({ value, label }))}
          onChange={(group: string | undefined) => filters.set({ group })}
        />
        <Select
          allowClear
          placeholder={t('search.kind')}
          aria-label={t('search.kind')}
          style={{ minWidth: 104 }}
          value={filters.read('kind') ?? null}
          options={kinds.map((value) => ({ value, label: t(`search.${value}`) }))}
          onChange={(kind: string | undefined) => filters.set({ kind })}
        />
        <DatePicker.RangePicker
          aria-label={t('search.when')}
          value={[toDay(filters.read('from')), toDay(filters.read('to'))]}
          allowEmpty={[true, true]}
          onChange={(range) =>
            filters.set({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })
          }
        />
      </div>
      <section className="card tblw" aria-label={t('search.hits')}>
        {q.trim() === '' ? (
          <EmptyState kind="nothing" title={t('search.start')} text={t('search.startText')} />
        ) : (
          <Hits q={q} filters={filters} names={names} />
        )}
      </section>
    </>
  );
}

function toDay(day: string | undefined) {
  return day ? dayjs(day) : null;
}

function Hits({
  q,
  filters,
  names,
}: {
  q: string;
  filters: ReturnType<typeof useFilters>;
  names: ReadonlyMap<string, string>;
}) {
  const t = useText();
  const { communityId } = useHere();
  const paging = usePaging(filters.key);
  const kind = kinds.find((one) => one === filters.read('kind'));
  const [from, to] = [filters.read('from'), filters.read('to')];
  const filter: SearchFilter = {
    q,
    ...pick('group', filters.read('group')),
    ...pick('from', from && dayjs(from).startOf('day').toISOString()),
    ...pick('to', to && dayjs(to).endOf('day').toISOString()),
    ...pick('cursor', paging.cursor),
    ...(kind ? { kind } : {}),
  };
  const hits = useSearch(communityId, filter);
  return (
    <Answer query={hits}>
      {(page) =>
        page.items.length > 0 ? (
          <>
            <ul className="hits">
              {page.items.map((message) => (
                <HitRow key={message.id} message={message} groupName={names.get(message.groupId) ?? ''} q={q} />
              ))}
            </ul>
            <Pager shown={page.items.length} nextCursor={page.nextCursor} paging={paging} />
          </>
        ) : (
          <EmptyState kind="noMatch" title={t('search.noMatch', { q })} text={t('search.noMatchText')} />
        )
      }
    </Answer>
  );
}

function pick<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value ? ({ [name]: value } as Record<Name, string>) : {};
}

function HitRow({ message, groupName, q }: { message: Message; groupName: string; q: string }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const name = message.author.kind === 'tombstone' ? t('talk.gone') : message.author.name;
  return (
    <li>
      <Link to={`/c/${communityId}/groups/${message.groupId}?at=${message.id}`}>
        <Face name={name} seed={message.author.identityId} size={32} pictureId={message.author.pictureId} />
        <div className="grow">
          <div className="row">
            <b className="ell">{name}</b>
            <span className="xs c3 ell grow">{groupName}</span>
            <time className="xs c3 nw" dateTime={message.at}>
              {when.moment(message.at)}
            </time>
          </div>
          <div className="hit-text words">
            {message.text ? <Marked text={message.text} q={q} /> : t('talk.picture')}
          </div>
        </div>
      </Link>
    </li>
  );
}
