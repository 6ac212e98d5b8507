// My reports: what I asked the stewards to look at, and what came of it.
import { useEffect, useState, type ReactElement } from 'react';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { Icon } from '../icons.tsx';
import { ProblemPage, StatePage, Waiting } from '../Notice.tsx';
import { goBack, Link } from '../router.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { listOwnReports, type OwnReport } from './reports.ts';
import './reports.css';

interface Page {
  items: OwnReport[];
  nextCursor: string | null;
}

/** `/g/:groupId/reports` */
export function ReportsPage({ groupId }: { groupId: string }): ReactElement {
  const t = useT();
  const back = `/g/${groupId}/rules`;
  const { data, error, reload, set } = useLoad<Page>(`reports ${groupId}`, () =>
    listOwnReports(groupId, { limit: 20 }),
  );
  useEffect(() => {
    document.title = t('member:report.mine');
  }, [t]);
  if (error && !data) return <ProblemPage error={error} retry={reload} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0)
    return (
      <StatePage title={t('member:report.none')} text={t('member:report.noneText')}>
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
          <h1>{t('member:report.mine')}</h1>
        </div>
      </header>
      <main className="wrap reports">
        <p className="s c2 lead">{t('member:report.mineLead')}</p>
        <ReportList groupId={groupId} page={data} onPage={set} />
      </main>
    </>
  );
}

interface ReportListProps {
  groupId: string;
  page: Page;
  onPage: (page: Page) => void;
}

function ReportList({ groupId, page, onPage }: ReportListProps): ReactElement {
  const t = useT();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const more = async (cursor: string): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      const next = await listOwnReports(groupId, { cursor, limit: 20 });
      onPage({ items: [...page.items, ...next.items], nextCursor: next.nextCursor });
    } catch (thrown) {
      setProblem(problemText(thrown));
    }
    setBusy(false);
  };
  const { nextCursor } = page;
  return (
    <>
      <ul>
        {page.items.map((one) => (
          <ReportCard key={one.id} one={one} />
        ))}
      </ul>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      {nextCursor ? (
        <button type="button" className="btn line" disabled={isBusy} onClick={() => void more(nextCursor)}>
          {t('member:report.more')}
        </button>
      ) : null}
    </>
  );
}

const tagOf = { waiting: 'i', true: 'j', false: '' } as const;

function ReportCard({ one }: { one: OwnReport }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { outcome, outcomeText, reportedAt, author, reason, ruleName, words, points } = one;
  const why =
    reason === 'rule' ? t('member:report.reason.rule', { name: ruleName ?? '' }) : t(`member:report.reason.${reason}`);
  return (
    <li className="card report">
      <p className="row report-h">
        <span className={`tag ${tagOf[outcome]}`}>{t(`member:report.outcome.${outcome}`)}</span>
        {points > 0 ? <span className="tag g num">{t('member:report.points', { count: points })}</span> : null}
        <time className="xs c3 num" dateTime={reportedAt}>
          {formatMoment(reportedAt, { language })}
        </time>
      </p>
      <p>
        <b>{t('member:report.line', { name: author || t('member:report.gone') })}</b>
      </p>
      <p className="s c2">{why}</p>
      {words ? <p className="s c2">{t('member:report.yours', { text: words })}</p> : null}
      <p className="s">{outcomeText}</p>
    </li>
  );
}
