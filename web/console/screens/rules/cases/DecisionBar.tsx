// What may be done with a case now: let through, uphold with a step of the ladder, or take the decision back; and, kindly, why
// somebody may not.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useMoveCase, useRulesSettings } from '../../../data/rules.ts';
import type { CaseDetail, CaseMove, Step } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { useTeam } from '../../../data/team.ts';
import { wordsOf } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import type { ConsoleKey } from '../../../text.ts';
import { useNameOf } from '../useNameOf.ts';
import { Ladder } from './Ladder.tsx';
import { FileUnder } from './Reports.tsx';

interface DecisionBarProps {
  one: CaseDetail;
  onDone: (what: ConsoleKey) => void;
  onUndo: () => void;
}

/** The foot of a case. */
export function DecisionBar({ one, onDone, onUndo }: DecisionBarProps) {
  const t = useText();
  const { can, me } = useHere();
  const { state, decidedBy } = one;
  if (state === 'closed') return <p className="court-foot s c3">{t('rules.closed')}</p>;
  if (!can('rules.moderate')) return <p className="court-foot s c3">{t('rules.readOnly')}</p>;
  if (state === 'appealed' && decidedBy === me.user.id) return <SecondPerson />;
  if (state === 'waiting' || state === 'refused' || state === 'appealed') return <Choices one={one} onDone={onDone} />;
  return <Decided one={one} onUndo={onUndo} />;
}

/** An appeal is for another pair of eyes. */
function SecondPerson() {
  const t = useText();
  const { communityId, me } = useHere();
  const others = useTeam(communityId).data?.items.filter(
    ({ userId, role }) => userId !== me.user.id && role !== 'viewer',
  );
  const names = (others ?? []).slice(0, 3).map(({ name }) => name);
  return (
    <footer className="court-foot">
      <div className="note">
        <Icon name="people" />
        <div>
          <b>{t('rules.second')}</b>
          <div>
            {t(names.length > 0 ? 'rules.secondWho' : 'rules.secondNobody', { names: names.join(t('rules.comma')) })}
          </div>
        </div>
      </div>
    </footer>
  );
}

function Choices({ one, onDone }: Pick<DecisionBarProps, 'one' | 'onDone'>) {
  const t = useText();
  const { communityId } = useHere();
  const move = useMoveCase(communityId);
  const settings = useRulesSettings(communityId).data;
  const [note, setNote] = useState('');
  const usual: Step | 'none' = one.state === 'appealed' ? 'none' : (one.proposedStep ?? 'none');
  const [chosen, setChosen] = useState<Step | 'none'>();
  const [rule, setRule] = useState<string>();
  const step = chosen ?? usual;
  const isDry = one.kind === 'dry';
  const what = wordsFor(one);
  const send = (wish: CaseMove, told: ConsoleKey) => {
    if (move.isPending) return;
    move
      .mutateAsync({ caseId: one.id, ...wish })
      .then(() => onDone(told))
      .catch(() => {});
  };
  const words = note.trim() === '' ? {} : { note: note.trim() };
  // Nobody of the team walks the ladder, and what was reported may be said to touch another rule.
  const hasLadder = !isDry && one.audience === 'team';
  const filed = rule === undefined ? {} : { rule };
  const uphold: CaseMove = isDry
    ? { how: 'uphold' }
    : { how: 'uphold', ...(hasLadder ? { step } : {}), ...words, ...filed };
  return (
    <footer className="court-foot decide">
      {one.reports > 0 && one.state === 'waiting' && <FileUnder one={one} rule={rule} onRule={setRule} />}
      {hasLadder && (
        <Ladder one={one} usual={usual} step={step} onStep={setChosen} isDry={settings?.ladder.mode === 'dry'} />
      )}
      {!isDry && (
        <Input.TextArea
          value={note}
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 4 }}
          aria-label={t('rules.note')}
          placeholder={t('rules.note')}
          onChange={({ target }) => setNote(target.value)}
        />
      )}
      {move.error && (
        <p className="s red" role="alert">
          {wordsOf(move.error, t)}
        </p>
      )}
      <div className="row decide-acts">
        <span className="xs c3 grow">{t(what.hint)}</span>
        <Button
          data-key="release"
          loading={move.isPending && move.variables?.how === 'release'}
          onClick={() => send({ how: 'release', ...(isDry ? {} : words) }, what.released)}
        >
          {t(what.release)} <kbd>R</kbd>
        </Button>
        <Button
          data-key="uphold"
          type="primary"
          loading={move.isPending && move.variables?.how === 'uphold'}
          onClick={() => send(uphold, what.upheld)}
        >
          {t(what.uphold)}
          {hasLadder && step !== 'none' && t('rules.andStep', { step: t(`rules.step.${step}`) })}{' '}
          <kbd className="onp">U</kbd>
        </Button>
      </div>
    </footer>
  );
}

function wordsFor({
  kind,
  state,
}: CaseDetail): Record<'release' | 'uphold' | 'hint' | 'released' | 'upheld', ConsoleKey> {
  const set = state === 'appealed' ? 'appeal' : kind;
  return {
    release: `rules.act.${set}.release`,
    uphold: `rules.act.${set}.uphold`,
    hint: `rules.act.${set}.hint`,
    released: `rules.act.${set}.released`,
    upheld: `rules.act.${set}.upheld`,
  };
}

/** What was decided, and the way back. */
function Decided({ one, onUndo }: Pick<DecisionBarProps, 'one' | 'onUndo'>) {
  const t = useText();
  const { me } = useHere();
  const nameOf = useNameOf();
  const { state, decidedBy, appealDecidedBy } = one;
  const isSettled = state === 'overturned' || state === 'confirmed';
  const isFirst = isSettled && decidedBy === me.user.id && appealDecidedBy !== me.user.id;
  const by = nameOf(isSettled ? appealDecidedBy : decidedBy);
  const taken = one.sanctions.filter((step) => step.state === 'applied' || step.state === 'proposed');
  return (
    <footer className="court-foot row">
      <span className="grow s c2">
        {t(`rules.did.${state}` as ConsoleKey, { name: by })}
        {taken.map(({ id, step }) => (
          <span key={id}>{t('rules.andStep', { step: t(`rules.step.${step}`) })}</span>
        ))}
        {isFirst && <span className="xs c3">{t('rules.secondUndo')}</span>}
      </span>
      {!isFirst && (
        <Button data-key="undo" icon={<Icon name="recall" />} onClick={onUndo}>
          {t('rules.undoThis')} <kbd>Z</kbd>
        </Button>
      )}
    </footer>
  );
}
