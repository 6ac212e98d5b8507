import { Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { Evening } from '../../../kit/antd/Evening.tsx';
import { useMe } from '../../data/session.ts';
import { usePlaybook, usePlaybooks } from '../../data/playbooks.ts';
import type { PlaybookDetail } from '../../data/playbooks.ts';
import { PhonePreview } from '../../pieces/PhonePreview.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { LanguageSwitch, LookSwitch } from '../../shell/TopBar.tsx';
import { useText } from '../../text.ts';
import { firstGroupName, useDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { Effect } from './Effect.tsx';
import { Entrance } from './Entrance.tsx';
import { FitStep, GroupStep, PurposeStep } from './steps.tsx';
import { useFoundEverything } from './founding.ts';
import type { Founded } from './founding.ts';
import { SampleChoice } from './SampleChoice.tsx';
import { StepList } from './StepList.tsx';
import './found.css';

/** Founding a community: fit check, purpose, first group, and then its entrance. */
export function Found() {
  const me = useMe();
  const [founded, setFounded] = useState<Founded>();
  if (me.data === undefined) return <Skeleton active className="loading" />;
  if (me.data === null) return <Navigate to="/sign-in?next=/found" replace />;
  return founded ? (
    <Entrance founded={founded} />
  ) : (
    <Wizard
      hasOthers={me.data.communities.length > 0}
      mayLook={me.data.installer && me.data.communities.length === 0}
      onFounded={setFounded}
    />
  );
}

function Wizard({ hasOthers, mayLook, onFounded }: WizardProps) {
  const t = useText();
  const navigate = useNavigate();
  const { draft, change, forget } = useDraft();
  const [tried, setTried] = useState(false);
  const playbooks = usePlaybooks();
  const isFull = playbooks.data?.items.some(({ id, full }) => full && id === draft.kind) ?? false;
  const playbook = usePlaybook(draft.kind, isFull).data;
  const found = useFoundEverything(isFull ? playbook : undefined);
  const tellProblem = useTellProblem();
  useEffect(() => {
    document.title = `${t('found.title')} · ${t('app.name')}`;
  }, [t]);
  const last = draft.step === 2;
  const problem = problemOf(draft);
  const next = async () => {
    setTried(true);
    if (problem) return;
    if (!last) {
      setTried(false);
      change({ step: draft.step + 1 });
      return;
    }
    try {
      const founded = await found.mutateAsync(draft);
      forget();
      onFounded(founded);
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <div className="found-page">
      <div className="corner">
        <LookSwitch />
        <LanguageSwitch />
      </div>
      <main className="found">
        <section className="card found-card">
          <Evening title={t('found.title')} line={t('found.line')} />
          <StepList
            step={draft.step}
            onStep={(step) => change({ step })}
            summaries={[
              t('found.fitDone'),
              draft.name || t('found.purposeLine'),
              draft.group.name || t('found.groupLine'),
            ]}
          >
            {draft.step === 0 && <FitStep draft={draft} change={change} />}
            {draft.step === 1 && (
              <PurposeStep
                draft={draft}
                change={change}
                problem={tried ? problem : undefined}
                playbooks={playbooks.data?.items ?? []}
                playbook={isFull ? playbook : undefined}
              />
            )}
            {draft.step === 2 && <GroupStep draft={draft} change={change} problem={tried ? problem : undefined} />}
          </StepList>
          <footer className="found-foot">
            {draft.step > 0 && <Button onClick={() => change({ step: draft.step - 1 })}>{t('found.back')}</Button>}
            {draft.step === 0 && hasOthers && <Button onClick={() => void navigate('/')}>{t('found.leave')}</Button>}
            <span className="xs c3">{t('found.kept')}</span>
            <Button type="primary" onClick={() => void next()} loading={found.isPending}>
              {t(nextWords[draft.step] ?? 'found.toGroup')}
            </Button>
          </footer>
          {draft.step === 0 && mayLook && <SampleChoice />}
        </section>
        <Side draft={draft} playbook={isFull ? playbook : undefined} />
      </main>
    </div>
  );
}

/** Beside whom the wizard runs; `mayLook` = the sample community is offered. */
interface WizardProps {
  hasOthers: boolean;
  mayLook: boolean;
  onFounded: (founded: Founded) => void;
}

/** What members will see, and what the last button will make. */
function Side({ draft, playbook }: { draft: Draft; playbook: PlaybookDetail | undefined }) {
  const t = useText();
  return (
    <aside className="found-side">
      <PhonePreview
        community={draft.name}
        group={draft.group.name || firstGroupName(draft, t('found.groupSuffix'))}
        purpose={draft.canvas.whyJoin.text}
        reasons={draft.canvas.whyJoin.reasons.map((reason) => t(`reason.${reason}`))}
        approval={draft.group.approval}
      />
      <Effect draft={draft} playbook={playbook} />
    </aside>
  );
}

const nextWords = ['found.toPurpose', 'found.toGroup', 'found.finish'] as const;

function problemOf(draft: Draft): 'name' | 'groupName' | undefined {
  if (draft.step >= 1 && draft.name.trim() === '') return 'name';
  if (draft.step === 2 && draft.name.trim() === '' && draft.group.name.trim() === '') return 'groupName';
  return undefined;
}
