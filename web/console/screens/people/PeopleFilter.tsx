// The filters of the directory as one sentence: whom are we looking for. They live in the address, so that a number on another
// screen can lead here.
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { useGroups } from '../../data/groups.ts';
import { usePeopleSources } from '../../data/people.ts';
import type { PeopleFilter } from '../../data/people.ts';
import { useHere } from '../../data/session.ts';
import type { useFilters } from '../../pieces/filters.ts';
import { SearchField } from '../../pieces/SearchField.tsx';
import { useText } from '../../text.ts';

const spans = ['joined', 'left', 'spoke'] as const;
type Span = (typeof spans)[number];
const activities = ['active', 'quiet', 'never'] as const;
const names = [
  'q',
  'groupId',
  'role',
  'source',
  'inviterId',
  'activity',
  ...spans.flatMap((span) => [`${span}From`, `${span}To`] as const),
] as const;

/** The filter that stands in the address. */
export function peopleFilterOf(read: (name: string) => string | undefined): PeopleFilter {
  const entries = names.map((name) => [name, read(name)] as const).filter(([, value]) => value !== undefined);
  const sort = read('sort') === 'active' ? { sort: 'active' as const } : {};
  return { ...(Object.fromEntries(entries) as PeopleFilter), ...sort };
}

/** Every filter taken away. */
export const noFilter: Readonly<Record<string, undefined>> = Object.fromEntries(
  [...names, 'open'].map((name) => [name, undefined]),
);

/** The sentence. */
export function FilterSentence({
  filters,
  isFiltered,
}: {
  filters: ReturnType<typeof useFilters>;
  isFiltered: boolean;
}) {
  const t = useText();
  const set = (changes: Readonly<Record<string, string | undefined>>) => filters.set({ ...changes, open: undefined });
  return (
    <section className="card snt" aria-label={t('people.filters')}>
      <span className="song">{t('people.snt.find')}</span>
      <GroupPick value={filters.read('groupId')} onPick={(groupId) => set({ groupId })} />
      <span className="song">{t('people.snt.in')}</span>
      <SourcePick value={filters.read('source')} onPick={(source) => set({ source })} />
      <Select
        aria-label={t('people.snt.activity')}
        className={filters.read('activity') ? 'on' : ''}
        popupMatchSelectWidth={false}
        value={filters.read('activity') ?? 'any'}
        options={(['any', ...activities] as const).map((value) => ({ value, label: t(`people.activity.${value}`) }))}
        onChange={(value) => set({ activity: value === 'any' ? undefined : value })}
      />
      <SpanPick filters={filters} set={set} />
      <span className="song">{t('people.snt.end')}</span>
      {filters.read('role') === 'host' && <Chip text={t('people.onlyHosts')} onGone={() => set({ role: undefined })} />}
      {filters.read('inviterId') && <Chip text={t('people.byInviter')} onGone={() => set({ inviterId: undefined })} />}
      <div className="snt-end">
        {isFiltered && (
          <button type="button" className="link s" onClick={() => set(noFilter)}>
            {t('groups.clear')}
          </button>
        )}
        <SearchField
          value={filters.read('q') ?? ''}
          label={t('people.find')}
          width={180}
          onSearch={(q) => set({ q })}
        />
      </div>
    </section>
  );
}

function Chip({ text, onGone }: { text: string; onGone: () => void }) {
  const t = useText();
  return (
    <button type="button" className="tag i chipx" onClick={onGone} aria-label={t('inbox.dropFilter', { what: text })}>
      <span className="ell">{text}</span>
      <Icon name="close" size={11} />
    </button>
  );
}

interface PickProps {
  value: string | undefined;
  onPick: (value: string | undefined) => void;
}

function GroupPick({ value, onPick }: PickProps) {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200 });
  const options = groups.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <Select
      aria-label={t('people.snt.group')}
      className={value ? 'on' : ''}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value ?? ''}
      options={[{ value: '', label: t('people.anyGroup') }, ...options]}
      onChange={(next) => onPick(next || undefined)}
    />
  );
}

function SourcePick({ value, onPick }: PickProps) {
  const t = useText();
  const { communityId } = useHere();
  const sources = usePeopleSources(communityId);
  const options =
    sources.data?.items.map(({ source, stays }) => ({ value: source, label: `${source}  ${stays}` })) ?? [];
  return (
    <Select
      aria-label={t('people.snt.source')}
      className={value ? 'on' : ''}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value ?? ''}
      options={[{ value: '', label: t('people.anySource') }, ...options]}
      onChange={(next) => onPick(next || undefined)}
    />
  );
}

function SpanPick({
  filters,
  set,
}: {
  filters: ReturnType<typeof useFilters>;
  set: (changes: Readonly<Record<string, string | undefined>>) => void;
}) {
  const t = useText();
  const inAddress = spans.find((span) => filters.read(`${span}From`) || filters.read(`${span}To`));
  const [wish, setWish] = useState<Span>();
  const span = inAddress ?? wish;
  const days = (name: Span, from: string | undefined, to: string | undefined) => ({
    ...Object.fromEntries(spans.flatMap((one) => [`${one}From`, `${one}To`]).map((key) => [key, undefined])),
    [`${name}From`]: from,
    [`${name}To`]: to,
  });
  const [from, to] = span ? [filters.read(`${span}From`), filters.read(`${span}To`)] : [];
  return (
    <>
      <Select<'any' | Span>
        aria-label={t('people.snt.span')}
        className={inAddress ? 'on' : ''}
        popupMatchSelectWidth={false}
        value={span ?? 'any'}
        options={(['any', ...spans] as const).map((value) => ({ value, label: t(`people.span.${value}`) }))}
        onChange={(next) => {
          setWish(next === 'any' ? undefined : next);
          if (inAddress) set(next === 'any' ? days('joined', undefined, undefined) : days(next, from, to));
        }}
      />
      {span && (
        <DatePicker.RangePicker
          aria-label={t(`people.span.${span}`)}
          value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
          allowEmpty={[true, true]}
          onChange={(range) => set(days(span, range?.[0]?.format('YYYY-MM-DD'), range?.[1]?.format('YYYY-MM-DD')))}
        />
      )}
    </>
  );
}
