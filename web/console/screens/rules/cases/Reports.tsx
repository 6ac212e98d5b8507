import { Select } from 'antd';
import { useRuleText } from '../../../data/rules.ts';
import type { CaseDetail } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { useWhen } from '../../../pieces/when.ts';
import { useText } from '../../../text.ts';

type CaseReport = CaseDetail['reportedBy'][number];

/** Why a case that members have reported is here: their reasons, and for those who moderate also who they are and what they said. */
export function Reports({ one }: { one: CaseDetail }) {
  const t = useText();
  const { reportedBy, reports, hiddenAt, audience } = one;
  const isHidden = hiddenAt !== null && one.state === 'waiting';
  return (
    <section className="reported-by">
      <h3 className="lab">{t('rules.why')}</h3>
      <p>{t(isHidden ? 'rules.reports.leadHidden' : 'rules.reports.lead', { count: reports })}</p>
      <ul>
        {reportedBy.map((report, at) => (
          <ReportLine key={at} report={report} />
        ))}
      </ul>
      {audience === 'leads' && <p className="xs c3">{t('rules.reports.leads')}</p>}
      {reportedBy.some(({ reporter }) => reporter === null) && (
        <p className="xs c3">{t('rules.reports.namesHidden')}</p>
      )}
    </section>
  );
}

function ReportLine({ report: { reason, rule, reporter, record, words, reportedAt } }: { report: CaseReport }) {
  const t = useText();
  const when = useWhen();
  const { communityId } = useHere();
  const named = useRuleText(communityId).data?.items.find(({ key }) => key === rule)?.name;
  return (
    <li className="s">
      <div className="row">
        <b>{named ? t('rules.reports.reasonRule', { name: named }) : t(`rules.reports.reason.${reason}`)}</b>
        <span className="xs c3 grow">
          {[reporter?.name, t(`rules.reports.record.${record}`), when.moment(reportedAt)].filter(Boolean).join(' · ')}
        </span>
      </div>
      {words && <p className="said words">{words}</p>}
    </li>
  );
}

interface FileUnderProps {
  one: CaseDetail;
  rule: string | undefined;
  onRule: (rule: string | undefined) => void;
}

/** Which rule of the text it is, said better than by who reported it: the author will read that one. */
export function FileUnder({ one, rule, onRule }: FileUnderProps) {
  const t = useText();
  const { communityId } = useHere();
  const items = useRuleText(communityId).data?.items ?? [];
  if (items.length === 0) return null;
  const isKnown = items.some(({ key }) => key === one.rule);
  return (
    <Select
      className="file-under"
      size="small"
      aria-label={t('rules.reports.fileUnder')}
      value={rule ?? (isKnown ? one.rule : '')}
      options={[
        ...(isKnown ? [] : [{ value: '', label: t('rules.reports.fileUnder') }]),
        ...items.map(({ key, name }) => ({ value: key, label: name })),
      ]}
      onChange={(key) => onRule(key === '' ? undefined : key)}
    />
  );
}
