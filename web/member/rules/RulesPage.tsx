import { useEffect, useState, type ReactElement } from 'react';
import { formatDay } from '../../kit/format.ts';
import { useLanguage } from '../../kit/i18n.ts';
import { problemText } from '../../kit/texts.ts';
import { Icon } from '../icons.tsx';
import { ProblemPage, StatePage, Waiting } from '../Notice.tsx';
import { Link } from '../router.tsx';
import { useT } from '../texts.ts';
import { TopBar } from '../TopBar.tsx';
import { useLoad } from '../use-load.ts';
import { RuleList } from './RuleList.tsx';
import { acknowledgeRules, readRules, type Rules } from './rules.ts';

/** `/g/:groupId/rules`: the rules in force, since when, and when I have read them. */
export function RulesPage({ groupId }: { groupId: string }): ReactElement {
  const t = useT();
  const loaded = useLoad(`rules ${groupId}`, () => readRules(groupId));
  useEffect(() => {
    document.title = t('member:rules.title');
  }, [t]);
  const { data: rules, error, reload } = loaded;
  if (error && !rules) return <ProblemPage error={error} retry={reload} />;
  if (!rules) return <Waiting />;
  if (rules.version === 0)
    return (
      <StatePage title={t('member:rules.none')} text={t('member:rules.noneText')}>
        <Link className="btn line" to={`/g/${groupId}/home`}>
          {t('member:checkIn.toHome')}
        </Link>
      </StatePage>
    );
  return (
    <div className={rules.mustAcknowledge ? 'rules-page asks' : 'rules-page'}>
      <TopBar title={t('member:rules.title')} back={`/g/${groupId}/home`} />
      <main className="wrap">
        <p className="s c2 since num">
          <Since rules={rules} />
        </p>
        <RuleList rules={rules} />
        <Link className="card my-cases" to={`/g/${groupId}/cases`}>
          <span className="grow">
            <b>{t('member:cases.title')}</b>
            <span className="xs c3">{t('member:cases.doorText')}</span>
          </span>
          <Icon name="forward" size={20} />
        </Link>
        <Link className="card my-cases" to={`/g/${groupId}/reports`}>
          <span className="grow">
            <b>{t('member:report.mine')}</b>
            <span className="xs c3">{t('member:report.mineText')}</span>
          </span>
          <Icon name="forward" size={20} />
        </Link>
      </main>
      {rules.mustAcknowledge ? <Acknowledge groupId={groupId} rules={rules} onDone={reload} /> : null}
    </div>
  );
}

function Since({ rules }: { rules: Rules }): ReactElement {
  const t = useT();
  const language = useLanguage();
  const { version, publishedAt, acknowledged, acknowledgedAt } = rules;
  const since = publishedAt ? formatDay(publishedAt, { language }) : '';
  const read = acknowledgedAt ? formatDay(acknowledgedAt, { language }) : '';
  return (
    <>
      {t('member:rules.since', { version, day: since })}
      <br />
      {acknowledged === null
        ? t('member:rules.notRead')
        : acknowledged === version
          ? t('member:rules.read', { day: read })
          : t('member:rules.readOlder', { day: read, version: acknowledged })}
    </>
  );
}

/** The one button under rules that have to be read (again). */
export function Acknowledge({ groupId, rules, onDone }: AcknowledgeProps): ReactElement {
  const t = useT();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const agree = async (): Promise<void> => {
    setBusy(true);
    try {
      await acknowledgeRules(groupId, rules.version);
    } catch (thrown) {
      setProblem(problemText(thrown));
      setBusy(false);
      return;
    }
    onDone();
  };
  return (
    <footer className="dock">
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn" disabled={isBusy} onClick={() => void agree()}>
        {t('member:rules.agree')}
      </button>
    </footer>
  );
}

interface AcknowledgeProps {
  groupId: string;
  rules: Rules;
  onDone: () => void;
}
