import { useEffect, type ReactElement, type ReactNode } from 'react';
import { ProblemPage, StatePage, Waiting } from './Notice.tsx';
import type { OwnList } from './own-list.ts';
import { Link } from './router.tsx';
import { useT } from './texts.ts';
import { TopBar } from './TopBar.tsx';
import './own-list.css';

interface OwnListPageProps<One> {
  list: OwnList<One>;
  /** Where the way back leads for who has come from nowhere. */
  back: string;
  /** Where it stands: its place in the style sheets. */
  className: string;
  words: { title: string; lead: string; none: string; noneText: string; more: string };
  /** A card for each. */
  children: ReactNode;
}

/** A page of things of one's own in all its states: on its way, not to be had, nothing yet, and the list. */
export function OwnListPage<One>({ list, back, className, words, children }: OwnListPageProps<One>): ReactElement {
  const t = useT();
  const { items, error } = list;
  useEffect(() => {
    document.title = words.title;
  }, [words.title]);
  if (error && !items) return <ProblemPage error={error} retry={list.reload} />;
  if (!items) return <Waiting />;
  if (items.length === 0)
    return (
      <StatePage title={words.none} text={words.noneText}>
        <Link className="btn line" to={back}>
          {t('member:back')}
        </Link>
      </StatePage>
    );
  return (
    <>
      <TopBar title={words.title} back={back} />
      <main className={`wrap own-list ${className}`}>
        <p className="s c2 lead">{words.lead}</p>
        <ul>{children}</ul>
        <div role="alert">{list.problem ? <p className="wrong">{list.problem}</p> : null}</div>
        {list.hasMore ? (
          <button type="button" className="btn line" disabled={list.isBusy} onClick={() => void list.readOn()}>
            {words.more}
          </button>
        ) : null}
      </main>
    </>
  );
}
