// The directory: who is in my groups, and who of other groups may be found; by characters, by sound, by city and industry.
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { toApiError, type ApiError } from '../../kit/problem.ts';
import { Avatar } from '../Avatar.tsx';
import { getGroup, type GroupView } from '../group.ts';
import { Icon } from '../icons.tsx';
import { ListWait } from '../ListWait.tsx';
import { ProblemPage, Waiting } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { TopBar } from '../TopBar.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { listOwnRequests } from './meet.ts';
import { findPeople, listFacets, type FoundPerson, type PeoplePage as Page, type PeopleQuery } from './people.ts';
import { PersonSheet } from './PersonSheet.tsx';
import './people.css';

const pauseMs = 250;

/** `/g/:groupId/people` */
export function PeoplePage({ groupId }: { groupId: string }): ReactElement {
  const loaded = useLoad(groupId, () => getGroup(groupId));
  if (loaded.error && !loaded.data) return <ProblemPage error={loaded.error} retry={loaded.reload} />;
  return loaded.data ? <People view={loaded.data} /> : <Waiting />;
}

function People({ view }: { view: GroupView }): ReactElement {
  const t = useT();
  const { communityId, group } = view;
  const [words, setWords] = useState('');
  const [place, setPlace] = useState<Pick<PeopleQuery, 'city' | 'industry'>>({});
  const [open, setOpen] = useState<FoundPerson>();
  const found = useFound(communityId, words.trim(), place);
  useEffect(() => {
    document.title = t('member:people.title');
  }, [t]);
  return (
    <>
      <TopBar title={t('member:people.title')} back={`/g/${group.id}/home`} />
      <main className="wrap find">
        <Doors groupId={group.id} communityId={communityId} />
        <form className="search-box" role="search" onSubmit={(event) => event.preventDefault()}>
          <Icon name="search" size={20} />
          <input
            type="search"
            value={words}
            enterKeyHint="search"
            placeholder={t('member:people.placeholder')}
            aria-label={t('member:people.search')}
            onChange={(event) => setWords(event.target.value)}
          />
        </form>
        <Facets communityId={communityId} place={place} onPlace={setPlace} />
        <ListWait loaded={{ ...found, data: found.page }} height={260} />
        <p className="s c2 tell" role="status">
          {found.page?.items.length === 0
            ? t(
                words.trim() === '' && !place.city && !place.industry
                  ? 'member:people.nobodyYet'
                  : 'member:people.none',
              )
            : ''}
        </p>
        <ul className="rows">
          {found.page?.items.map((one) => (
            <PersonRow key={one.identityId} one={one} onOpen={() => setOpen(one)} />
          ))}
        </ul>
        {found.page?.nextCursor ? (
          <button type="button" className="btn line" disabled={found.isBusy} onClick={() => void found.more()}>
            {t('member:people.more')}
          </button>
        ) : null}
      </main>
      {open ? <PersonSheet view={view} person={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function Doors({ groupId, communityId }: { groupId: string; communityId: string }): ReactElement {
  const t = useT();
  const { data } = useLoad(`waiting ${communityId}`, () => listOwnRequests(communityId));
  return (
    <nav className="people-doors" aria-label={t('member:people.doors')}>
      <Link className="card" to={`/g/${groupId}/meet`}>
        <b>{t('member:meet.title')}</b>
        <span className="xs c3">
          {data && data.waiting > 0 ? t('member:meet.waiting', { count: data.waiting }) : t('member:meet.doorText')}
        </span>
      </Link>
      <Link className="card" to={`/g/${groupId}/board`}>
        <b>{t('member:board.title')}</b>
        <span className="xs c3">{t('member:board.doorText')}</span>
      </Link>
    </nav>
  );
}

interface Found {
  page: Page | undefined;
  error: ApiError | undefined;
  isBusy: boolean;
  reload(): void;
  more(): Promise<void>;
}

/** People for what is typed, after a short pause; an older answer never replaces a newer one. */
function useFound(communityId: string, q: string, place: Pick<PeopleQuery, 'city' | 'industry'>): Found {
  const [held, setHeld] = useState<{ key: string; page?: Page; error?: ApiError }>({ key: '' });
  const [round, setRound] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const { city, industry } = place;
  const key = JSON.stringify([communityId, q, city, industry, round]);
  const query = useMemo(
    (): PeopleQuery => ({ ...(q ? { q } : {}), ...(city ? { city } : {}), ...(industry ? { industry } : {}) }),
    [q, city, industry],
  );
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      try {
        const page = await findPeople(communityId, query);
        if (isCurrent) setHeld({ key, page });
      } catch (thrown) {
        if (isCurrent) setHeld({ key, error: toApiError(thrown) });
      }
    };
    const timer = setTimeout(() => void look(), query.q ? pauseMs : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [communityId, query, key]);
  const isHere = held.key === key;
  const more = async (): Promise<void> => {
    const cursor = held.page?.nextCursor;
    if (!cursor) return;
    setBusy(true);
    try {
      const next = await findPeople(communityId, { ...query, cursor });
      setHeld((now) =>
        now.page === held.page ? { key, page: { ...next, items: [...now.page!.items, ...next.items] } } : now,
      );
    } catch (thrown) {
      setHeld({ key, error: toApiError(thrown) });
    }
    setBusy(false);
  };
  return {
    page: isHere ? held.page : undefined,
    error: isHere ? held.error : undefined,
    isBusy,
    reload: () => setRound((now) => now + 1),
    more,
  };
}

function Facets({
  communityId,
  place,
  onPlace,
}: {
  communityId: string;
  place: Pick<PeopleQuery, 'city' | 'industry'>;
  onPlace: (place: Pick<PeopleQuery, 'city' | 'industry'>) => void;
}): ReactElement | null {
  const t = useT();
  const { data } = useLoad(`facets ${communityId}`, () => listFacets(communityId));
  if (!data || data.cities.length + data.industries.length === 0) return null;
  const chip = (key: 'city' | 'industry', value: string): ReactElement => (
    <button
      key={`${key} ${value}`}
      type="button"
      className="chip"
      aria-pressed={place[key] === value}
      onClick={() => onPlace(place[key] === value ? omit(place, key) : { ...place, [key]: value })}
    >
      {value}
    </button>
  );
  return (
    <div className="chips" role="group" aria-label={t('member:people.filters')}>
      {data.cities.map((city) => chip('city', city))}
      {data.industries.map((industry) => chip('industry', industry))}
    </div>
  );
}

function omit<Of extends object, Key extends keyof Of>(from: Of, key: Key): Omit<Of, Key> {
  const { [key]: _gone, ...rest } = from;
  return rest;
}

function PersonRow({ one, onOpen }: { one: FoundPerson; onOpen: () => void }): ReactElement {
  const t = useT();
  const { card } = one;
  const head = [card.profession?.text, card.city?.text, card.industry?.text].filter(Boolean).join(' · ');
  const line = one.matched.find((key) => key === 'needs' || key === 'offers') ?? (card.offers ? 'offers' : 'needs');
  const shared = one.shared[0];
  return (
    <li>
      <button type="button" className="person" onClick={onOpen}>
        <Avatar face={{ ...one, id: one.identityId }} size={46} />
        <span className="grow">
          <b className="ell">{one.name}</b>
          {head ? <span className="s c2 ell">{head}</span> : null}
          {card[line] ? (
            <span className="s c2 two-lines">
              {t(`member:card.${line}`)}：{card[line].text}
            </span>
          ) : null}
          <span className="xs c3 ell">
            {shared ? t('member:people.bothIn', { group: shared.name }) : t('member:people.otherGroup')}
          </span>
        </span>
        <Icon name="forward" size={20} />
      </button>
    </li>
  );
}
