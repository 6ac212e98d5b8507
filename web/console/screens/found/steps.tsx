import { Input, InputNumber, Radio, Switch } from 'antd';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { joinReasons, kinds } from '../../data/communities.ts';
import type { PlaybookCard, PlaybookDetail } from '../../data/playbooks.ts';
import { Chips } from '../../pieces/Chips.tsx';
import { FitQuestions, FitVerdict } from '../../pieces/FitQuestions.tsx';
import { PlaybookParameters } from '../../pieces/PlaybookParameters.tsx';
import { useText } from '../../text.ts';
import type { Draft } from './draft.ts';

interface StepProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problem?: 'name' | 'groupName' | undefined;
}

/** Step 1: should this be a community at all. */
export function FitStep({ draft, change }: StepProps) {
  const { canvas } = draft;
  return (
    <>
      <FitQuestions answers={canvas.fit} onChange={(fit) => change({ canvas: { ...canvas, fit } })} />
      <FitVerdict answers={canvas.fit} />
    </>
  );
}

/** Step 2: name, for whom, what for, which kind. */
export function PurposeStep({
  draft,
  change,
  problem,
  playbooks,
  playbook,
}: StepProps & { playbooks: readonly PlaybookCard[]; playbook: PlaybookDetail | undefined }) {
  const t = useText();
  const { canvas } = draft;
  return (
    <>
      <Asked label={t('found.name')} problem={problem === 'name' ? t('found.nameNeeded') : undefined}>
        {(id) => (
          <Input
            id={id}
            value={draft.name}
            maxLength={40}
            autoFocus
            placeholder={t('found.nameExample')}
            onChange={({ target }) => change({ name: target.value })}
            status={problem === 'name' ? 'error' : ''}
          />
        )}
      </Asked>
      <Asked label={t('found.forWhom')} hint={t('found.oneSentence')}>
        {(id) => (
          <Input
            id={id}
            value={canvas.targetPerson}
            maxLength={200}
            placeholder={t('found.forWhomExample')}
            onChange={({ target }) => change({ canvas: { ...canvas, targetPerson: target.value } })}
          />
        )}
      </Asked>
      <Asked label={t('found.why')} hint={t('found.whyHint')}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={canvas.whyJoin.text}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={t('found.whyExample')}
            onChange={({ target }) =>
              change({ canvas: { ...canvas, whyJoin: { ...canvas.whyJoin, text: target.value } } })
            }
          />
        )}
      </Asked>
      <Chips
        label={t('found.reasons')}
        hint={t('found.reasonsHint')}
        most={3}
        choices={joinReasons.map((value) => ({ value, text: t(`reason.${value}`) }))}
        chosen={canvas.whyJoin.reasons}
        onChange={(reasons) => change({ canvas: { ...canvas, whyJoin: { ...canvas.whyJoin, reasons } } })}
      />
      <KindChoice draft={draft} change={change} playbooks={playbooks} />
      {playbook && <PlaybookChoice draft={draft} change={change} playbook={playbook} />}
    </>
  );
}

function KindChoice({ draft, change, playbooks }: StepProps & { playbooks: readonly PlaybookCard[] }) {
  const t = useText();
  const label = useId();
  return (
    <div className="chips">
      <div className="chips-label" id={label}>
        {t('found.kind')}
        <em>{t('found.kindHint')}</em>
      </div>
      <Radio.Group
        className="kinds"
        aria-labelledby={label}
        value={draft.kind}
        onChange={({ target }) => change({ kind: target.value as Draft['kind'] })}
      >
        {kinds.map((kind) => {
          const full = playbooks.some((playbook) => playbook.id === kind && playbook.full);
          return (
            <Radio key={kind} value={kind} className={draft.kind === kind ? 'kind on' : 'kind'}>
              <b>{t(`kind.${kind}`)}</b>
              <span>{t(`kind.${kind}Line`)}</span>
              {full && <span className="tag g">{t('found.playbook')}</span>}
            </Radio>
          );
        })}
      </Radio.Group>
    </div>
  );
}

function PlaybookChoice({ draft, change, playbook }: StepProps & { playbook: PlaybookDetail }) {
  const t = useText();
  const id = useId();
  return (
    <div className="note playbook-choice">
      <Icon name="gift" />
      <div className="grow">
        <div className="row">
          <label className="grow" htmlFor={id}>
            <b>{t('found.usePlaybook', { name: playbook.name })}</b>
          </label>
          <Switch id={id} checked={draft.usePlaybook} onChange={(usePlaybook) => change({ usePlaybook })} />
        </div>
        {draft.usePlaybook && playbook.parameters.length > 0 && (
          <>
            <p className="xs c3">{t('found.parametersHint')}</p>
            <PlaybookParameters
              parameters={playbook.parameters}
              values={draft.parameters}
              onChange={(parameters) => change({ parameters })}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** Step 3: the first group and where it lives. */
export function GroupStep({ draft, change }: StepProps) {
  const t = useText();
  const { group } = draft;
  const set = (part: Partial<Draft['group']>) => change({ group: { ...group, ...part } });
  const switchId = useId();
  return (
    <>
      <Asked label={t('found.groupName')}>
        {(id) => (
          <Input
            id={id}
            value={group.name}
            maxLength={40}
            autoFocus
            placeholder={`${draft.name}${t('found.groupSuffix')}`}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Asked>
      <div className="chips">
        <Radio.Group
          className="kinds two"
          aria-label={t('found.where')}
          value={group.carrier}
          onChange={({ target }) => set({ carrier: target.value as 'web' | 'manual' })}
        >
          {(['web', 'manual'] as const).map((carrier) => (
            <Radio key={carrier} value={carrier} className={group.carrier === carrier ? 'kind on' : 'kind'}>
              <b>{t(`carrier.${carrier}`)}</b>
              <span>{t(`carrier.${carrier}Line`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </div>
      <Asked label={t('found.capacity')} hint={t('found.capacityHint')}>
        {(id) => (
          <InputNumber
            id={id}
            value={group.capacity}
            min={2}
            max={100000}
            precision={0}
            onChange={(capacity) => set({ capacity: capacity ?? 200 })}
          />
        )}
      </Asked>
      <div className="setrow">
        <div className="grow">
          <label htmlFor={switchId}>{t('found.approval')}</label>
          <div className="s">{t('found.approvalHint')}</div>
        </div>
        <Switch id={switchId} checked={group.approval} onChange={(approval) => set({ approval })} />
      </div>
    </>
  );
}

function Asked({
  label,
  hint,
  problem,
  children,
}: {
  label: string;
  hint?: string;
  problem?: string | undefined;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="chips">
      <label className="chips-label" htmlFor={id}>
        {label}
        {hint !== undefined && <em>{hint}</em>}
      </label>
      {children(id)}
      {problem !== undefined && (
        <div className="red xs" role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}
