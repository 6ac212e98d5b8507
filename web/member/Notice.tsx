import { useEffect, type ReactElement, type ReactNode } from 'react';
import { problemText } from '../kit/texts.ts';
import type { ApiError } from '../kit/problem.ts';
import { Link } from './router.tsx';
import { useT } from './texts.ts';

/** A whole page that says one thing, on the evening ground, with at most two ways on. */
export function StatePage(props: {
  title: string;
  text?: string;
  children?: ReactNode;
  head?: ReactNode;
}): ReactElement {
  useEffect(() => {
    document.title = props.title;
  }, [props.title]);
  return (
    <>
      <header className="fair low state-head">
        {props.head}
        <i className="eave" />
      </header>
      <main className="state">
        <div role="status">
          <h1>{props.title}</h1>
          {props.text ? <p>{props.text}</p> : null}
        </div>
        {props.children}
      </main>
    </>
  );
}

/** What to show when a page could not be loaded. */
export function ProblemPage({ error, retry }: { error: ApiError; retry: () => void }): ReactElement {
  const t = useT();
  if (error.status === 404 || error.status === 401 || error.status === 403) return <NotHerePage />;
  return (
    <StatePage
      title={error.isNetwork ? t('member:problem.offlineTitle') : t('member:problem.title')}
      text={problemText(error)}
    >
      <button type="button" className="btn" onClick={retry}>
        {t('member:problem.retry')}
      </button>
    </StatePage>
  );
}

/** A place that does not exist, or not for this phone: the two look the same on purpose. */
export function NotHerePage(): ReactElement {
  const t = useT();
  return (
    <StatePage title={t('member:notHere.title')} text={t('member:notHere.text')}>
      <Link className="btn" to="/m">
        {t('member:notHere.groups')}
      </Link>
    </StatePage>
  );
}

/** Grey shapes in place of a page that is on its way. */
export function Waiting(): ReactElement {
  const t = useT();
  return (
    <div className="wrap waiting" role="status" aria-label={t('member:loading')}>
      {[44, 90, 90, 60].map((height, index) => (
        <div key={index} className="ghost" style={{ height, marginTop: 16 }} />
      ))}
    </div>
  );
}
