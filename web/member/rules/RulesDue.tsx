import { useState, type ReactElement } from 'react';
import { toApiError } from '../../kit/problem.ts';
import { problemText } from '../../kit/texts.ts';
import { Sheet } from '../Sheet.tsx';
import { useT } from '../texts.ts';
import { useLoad } from '../use-load.ts';
import { RuleList } from './RuleList.tsx';
import { acknowledgeRules, readRules } from './rules.ts';

const keyOf = (groupId: string, version: number): string => `rules-later ${groupId} ${version}`;

/** Asks, once for each opening of the app, to read a new version of the rules. It may wait: nobody is kept from the talk by it. */
export function RulesDue({ groupId }: { groupId: string }): ReactElement | null {
  const t = useT();
  const { data: rules, reload } = useLoad(`rules due ${groupId}`, () => readRules(groupId));
  const [isClosed, setClosed] = useState(false);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  if (!rules?.mustAcknowledge || isClosed || sessionStorage.getItem(keyOf(groupId, rules.version))) return null;
  const later = (): void => {
    sessionStorage.setItem(keyOf(groupId, rules.version), '1');
    setClosed(true);
  };
  const agree = async (): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      await acknowledgeRules(groupId, rules.version);
      setClosed(true);
    } catch (thrown) {
      setProblem(problemText(thrown));
      // Meanwhile there is a newer one: show that.
      if (toApiError(thrown).code === 'rules.text_outdated') reload();
      setBusy(false);
    }
  };
  const isFirst = rules.acknowledged === null;
  return (
    <Sheet title={t(isFirst ? 'member:rules.dueFirst' : 'member:rules.due')} onClose={later}>
      <div className="due-rules" tabIndex={0} role="region" aria-label={t('member:rules.title')}>
        <RuleList rules={rules} />
      </div>
      <div role="alert">{problem ? <p className="wrong">{problem}</p> : null}</div>
      <button type="button" className="btn sheet-btn" disabled={isBusy} onClick={() => void agree()}>
        {t('member:rules.agree')}
      </button>
      <button type="button" className="btn line sheet-btn" onClick={later}>
        {t('member:rules.later')}
      </button>
    </Sheet>
  );
}
