// My cases: everything of mine that was stopped or came before the team, why, what followed, and the way to ask for another look.
// The same page serves who is in the group and who was asked to leave the community.
import { useEffect, useState, type ReactElement } from 'react';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { Icon } from '../icons.tsx';
import { ProblemPage, StatePage, Waiting } from '../Notice.tsx';
import { goBack, Link } from '../router.tsx';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { AppealForm, CaseStory } from './CaseStory.tsx';
import { listOwnCases, type CasePlace, type OwnCase } from './own-cases.ts';

interface Page {
  items: OwnCase[];
  nextCursor: string | null;
}

/** `/g/:groupId/cases` and `/m/cases/:communityId` */
export function CasesPage({ place }: { place: CasePlace }): ReactElement {
  const t = useT();
  const back = 'groupId' in place ? `/g/${place.groupId}/me` : '/m';
  const loaded = useLoad<Page>(`cases ${Object.values(place).join()}`, () => listOwnCases(place, { limit: 20 }));
  useEffect(() => {
    document.title = t('member:cases.title');
  }, [t]);
  const { data, error, reload, set } = loaded;
  if (error && !data) return <ProblemPage error={error} retry={reload} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0)
    return (
      <StatePage title={t('member:cases.none')} text={t('member:cases.noneText')}>
        <Link className="btn line" to={back}>
          {t('member:back')}
        </Link>
      </StatePage>
    );
  return (
    <>
      <header className="top">
        <button type="button" className="hit" aria-label={t('member:back')} onClick={() => goBack(back)}>
          <Icon name="back" />
        </button>
        <div className="top-t">
          <h1>{t('member:cases.title')}</h1>
        </div>
      </header>
      <main className="wrap cases">
        <p className="s c2 lead">{t('member:cases.lead')}</p>
        <CaseList place={place} page={data} onPage={set} />
      </main>
    </>
  );
}

interface CaseListProps {
  place: CasePlace;
  page: Page;
  onPage: (page: Page) => void;
}

function CaseList({ place, page, onPage }: CaseListProps): ReactElement {
  const t = useT();
  const [open, setOpen] = useState<OwnCase>();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const more = async (cursor: string): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      const next = await listOwnCases(place, { cursor, limit: 20 });
      onPage({ items: [...page.items, ...next.items], nextCursor: next.nextCursor });
    } catch (thrown) {
      setProblem(problemText(thrown));
    }
    setBusy(false);
  };
  const change = (changed: OwnCase): void => {
    onPage({ ...page, items: page.items.map((one) => (one.id === changed.id ? changed : one)) });
    setOpen(undefined);
  };
  const { nextCursor } = page;
  return (
    <>
      <ul>
        {page.items.map((one) => (
          <CaseCard key={one.id} one={one} onAppeal={() => setOpen(one)} />
        ))}
      </ul>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      {nextCursor ? (
        <button type="button" className="btn line" disabled={isBusy} onClick={() => void more(nextCursor)}>
          {t('member:cases.more')}
        </button>
      ) : null}
      {open ? (
        <Sheet title={t('member:cases.appeal')} onClose={() => setOpen(undefined)}>
          <p className="s c2 lead">{t('member:cases.appealText')}</p>
          <AppealForm place={place} one={open} onChange={change} />
          <button type="button" className="btn line sheet-btn" onClick={() => setOpen(undefined)}>
            {t('member:cases.notNow')}
          </button>
        </Sheet>
      ) : null}
    </>
  );
}

const tagOf = { waiting: 'i', appealed: 'i', released: 'j', overturned: 'j' } as const;

function CaseCard({ one, onAppeal }: { one: OwnCase; onAppeal: () => void }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const tag = tagOf[one.state as keyof typeof tagOf] ?? '';
  return (
    <li className="card case">
      <p className="row case-h">
        <span className={`tag ${tag}`}>{t(`member:cases.state.${one.state}`)}</span>
        <time className="xs c3 num" dateTime={one.openedAt}>
          {formatMoment(one.openedAt, { language })}
        </time>
      </p>
      <blockquote className={one.text === null ? 'c3' : ''}>
        {one.text ?? t('member:cases.forgotten')}
        {one.text === '' && one.picture ? t('member:menu.picture') : null}
      </blockquote>
      <CaseStory one={one} />
      {one.canAppeal ? (
        <button type="button" className="btn line sm" onClick={onAppeal}>
          {t('member:cases.appeal')}
        </button>
      ) : null}
    </li>
  );
}
