// My reports: what I asked the stewards to look at, and what came of it.
import type { ReactElement } from 'react';
import { formatMoment } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { useOwnList } from '../own-list.ts';
import { OwnListPage } from '../OwnListPage.tsx';
import { useT } from '../texts.ts';
import { listOwnReports, type OwnReport } from './reports.ts';
import './reports.css';

/** `/g/:groupId/reports` */
export function ReportsPage({ groupId }: { groupId: string }): ReactElement {
  const t = useT();
  const list = useOwnList<OwnReport>(`reports ${groupId}`, (query) => listOwnReports(groupId, query));
  const words = {
    title: t('member:report.mine'),
    lead: t('member:report.mineLead'),
    none: t('member:report.none'),
    noneText: t('member:report.noneText'),
    more: t('member:report.more'),
  };
  return (
    <OwnListPage list={list} back={`/g/${groupId}/rules`} className="reports" words={words}>
      {list.items?.map((one) => (
        <ReportCard key={one.id} one={one} />
      ))}
    </OwnListPage>
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
