// The rules as members read them: the version in force, writing the next one beside a phone, and what all earlier ones were.
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { usePublishRules, useRuleText } from '../../../data/rules.ts';
import type { RuleDraft, RuleText } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { compareRules, findFault, isChanged, startingRules, tidyRules } from './rule-draft.ts';
import type { RuleChanges } from './rule-draft.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RulePage } from './RulePage.tsx';
import { RulesHead } from '../RulesHead.tsx';
import { RulesPhone } from './RulesPhone.tsx';
import { sayChanges } from './version-words.ts';
import { Versions } from './Versions.tsx';
import './text.css';

/** The text of the rules. */
export function Text() {
  const { communityId } = useHere();
  const text = useRuleText(communityId);
  return (
    <>
      <RulesHead on="text" />
      <Answer query={text}>{(found) => <Written text={found} />}</Answer>
    </>
  );
}

function Written({ text }: { text: RuleText }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { draft, set } = useDraft(communityId);
  const begin = (from: RuleDraft) => set({ tone: from.tone, items: [...from.items] });
  const mayWrite = can('rules.manage');
  if (!draft && text.version === 0)
    return (
      <div className="card">
        <EmptyState
          kind="nothing"
          title={t('rules.noText')}
          text={t('rules.noTextText')}
          action={
            mayWrite && (
              <Button type="primary" onClick={() => begin(startingRules(t))}>
                {t('rules.startFive')}
              </Button>
            )
          }
          side={mayWrite && <Button onClick={() => begin({ tone: '', items: [] })}>{t('rules.startEmpty')}</Button>}
        />
      </div>
    );
  return (
    <div className="rules-text">
      <div className="rules-left">
        {draft ? (
          <RuleEditor draft={draft} onChange={set} />
        ) : (
          <RulePage text={text} onEdit={mayWrite ? () => begin(text) : undefined} />
        )}
      </div>
      <div className="rules-right">
        {draft && <Publish text={text} draft={draft} onClose={() => set(undefined)} />}
        <RulesPhone {...(draft ?? text)} />
        {!draft && text.version > 0 && <Versions current={text.version} onTake={mayWrite ? begin : undefined} />}
      </div>
    </div>
  );
}

/** What is being written outlives the page; it is kept in this browser until it is published or thrown away. */
function useDraft(communityId: string): { draft: RuleDraft | undefined; set: (draft: RuleDraft | undefined) => void } {
  const place = `mh-rules-draft-${communityId}`;
  const [draft, setDraft] = useState(() => readDraft(place));
  return {
    draft,
    set: (next) => {
      setDraft(next);
      try {
        if (next) localStorage.setItem(place, JSON.stringify(next));
        else localStorage.removeItem(place);
      } catch {
        // Storage is locked: the draft lives as long as the page.
      }
    },
  };
}

function readDraft(place: string): RuleDraft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as RuleDraft | null;
    return kept && Array.isArray(kept.items) ? kept : undefined;
  } catch {
    return undefined;
  }
}

interface PublishProps {
  text: RuleText;
  draft: RuleDraft;
  onClose: () => void;
}

function Publish({ text, draft, onClose }: PublishProps) {
  const t = useText();
  const { communityId } = useHere();
  const { message, modal } = App.useApp();
  const publish = usePublishRules(communityId);
  const tellProblem = useTellProblem();
  const [again, setAgain] = useState(false);
  const tidy = tidyRules(draft);
  const changes: RuleChanges = compareRules(text, tidy);
  const fault = findFault(draft.items);
  const send = async () => {
    try {
      const { version } = await publish.mutateAsync({ ...tidy, mustAcknowledgeAgain: text.version > 0 && again });
      void message.success(t('rules.published', { version }));
      onClose();
    } catch (problem) {
      tellProblem(problem);
    }
  };
  const drop = () =>
    isChanged(changes)
      ? void modal.confirm({ title: t('rules.dropAsk'), okText: t('rules.drop'), onOk: onClose })
      : onClose();
  return (
    <section className="card cb rules-publish" aria-label={t('rules.publish')}>
      <h2 className="h2">{t('rules.nextVersion', { version: text.version + 1 })}</h2>
      <p className="s c2">{isChanged(changes) ? sayChanges(t, changes) : t('rules.noChange')}</p>
      {text.version > 0 && (
        <div>
          <Checkbox checked={again} onChange={({ target }) => setAgain(target.checked)}>
            {t('rules.again')}
          </Checkbox>
          <p className="xs c3">{t(again ? 'rules.againText' : 'rules.notAgainText')}</p>
        </div>
      )}
      {fault && (
        <p className="s red row" role="status">
          <Icon name="warn" size={15} />
          {t(`rules.fault.${fault}`)}
        </p>
      )}
      <div className="row">
        <Button
          type="primary"
          disabled={fault !== undefined || !isChanged(changes)}
          loading={publish.isPending}
          onClick={() => void send()}
        >
          {t('rules.publish')}
        </Button>
        <Button onClick={drop}>{t('common.cancel')}</Button>
        <span className="xs c3">{t('rules.kept')}</span>
      </div>
    </section>
  );
}
