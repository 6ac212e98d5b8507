// The editor of a ladder: levels from the first one up, how slowly people go down, and a trial before anything holds.
import { App, Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useRemoveLadder, useTryLadder } from '../../../data/levels.ts';
import type { DraftLevel, DryRun, Ladder, LadderDraft } from '../../../data/levels.ts';
import { useFacts } from '../../../data/segments.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { beginLadder, beginLevel, isWholeLadder, openLadder } from './draft.ts';
import { DryRunDrawer } from './DryRunDrawer.tsx';
import { LevelEditor } from './LevelEditor.tsx';

interface EditorProps {
  ladder: Ladder | undefined;
  isFirst: boolean;
  onClose: () => void;
}

/** Puts a ladder together. */
export function LadderEditor({ ladder, isFirst, onClose }: EditorProps) {
  const t = useText();
  const { communityId } = useHere();
  const facts = useFacts(communityId);
  const tellProblem = useTellProblem();
  const trial = useTryLadder(communityId);
  const [draft, setDraft] = useState<LadderDraft>(() =>
    ladder ? openLadder(ladder) : beginLadder([t('levels.firstName'), t('levels.secondName')], isFirst),
  );
  const [tried, setTried] = useState<DryRun>();
  const set = (at: number, level: DraftLevel | null) =>
    setDraft({ ...draft, levels: draft.levels.flatMap((one, index) => (index === at ? (level ?? []) : one)) });
  const run = () => trial.mutateAsync({ ladderId: ladder?.id ?? null, draft }).then(setTried, tellProblem);
  return (
    <section className="card ladderedit" aria-label={t(ladder ? 'levels.edit' : 'levels.new')}>
      <button type="button" className="row link s" onClick={onClose}>
        <Icon name="back" size={13} /> {t('levels.back')}
      </button>
      <div className="row wrap ladderhead">
        <label className="grow">
          <span className="s c2">{t('levels.name')}</span>
          <Input
            value={draft.name}
            maxLength={20}
            placeholder={t('levels.nameHint')}
            onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          />
        </label>
        {!ladder?.main && !isFirst && (
          <Checkbox checked={draft.main} onChange={({ target }) => setDraft({ ...draft, main: target.checked })}>
            {t('levels.makeMain')}
          </Checkbox>
        )}
      </div>
      <Answer query={facts} rows={4}>
        {(all) => (
          <ol className="leveledits">
            {draft.levels.map((level, at) => (
              <LevelEditor
                key={level.key}
                at={at}
                level={level}
                facts={all.filter(({ key }) => key !== 'levels.level')}
                onChange={(next) => set(at, next)}
                {...(at > 0 && draft.levels.length > 2 ? { onGone: () => set(at, null) } : {})}
              />
            ))}
          </ol>
        )}
      </Answer>
      <Button
        icon={<Icon name="plus" size={14} />}
        disabled={draft.levels.length >= 12}
        onClick={() => setDraft({ ...draft, levels: [...draft.levels, beginLevel()] })}
      >
        {t('levels.addLevel')}
      </Button>
      <PolicyFields policy={draft.policy} onChange={(policy) => setDraft({ ...draft, policy })} />
      <div className="row wrap">
        <Button type="primary" loading={trial.isPending} disabled={!isWholeLadder(draft)} onClick={() => void run()}>
          {t('levels.try')}
        </Button>
        <span className="xs c3 grow">{t('levels.tryText')}</span>
        {ladder && <PutAway ladder={ladder} onGone={onClose} />}
      </div>
      {tried && (
        <DryRunDrawer
          ladder={ladder}
          draft={draft}
          tried={tried}
          onClose={() => setTried(undefined)}
          onSaved={onClose}
        />
      )}
    </section>
  );
}

const days = ['keepDays', 'graceDays', 'stepDays'] as const;

function PolicyFields({
  policy,
  onChange,
}: {
  policy: LadderDraft['policy'];
  onChange: (policy: LadderDraft['policy']) => void;
}) {
  const t = useText();
  return (
    <fieldset className="policyfields">
      <legend className="s c2">{t('levels.policy')}</legend>
      {days.map((key) => (
        <label key={key} className="s">
          <span>{t(`levels.${key}`)}</span>
          <InputNumber
            min={0}
            max={366}
            precision={0}
            value={policy[key] ?? 0}
            suffix={t('segments.dayUnit')}
            onChange={(value) => onChange({ ...policy, [key]: value ?? 0 })}
          />
        </label>
      ))}
    </fieldset>
  );
}

function PutAway({ ladder, onGone }: { ladder: Ladder; onGone: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { modal } = App.useApp();
  const remove = useRemoveLadder(communityId);
  const tellProblem = useTellProblem();
  const ask = () =>
    modal.confirm({
      title: t('levels.removeAsk', { name: ladder.name }),
      content: t('levels.removeText'),
      okText: t('levels.remove'),
      cancelText: t('common.cancel'),
      onOk: () => remove.mutateAsync(ladder.id).then(onGone, tellProblem),
    });
  return (
    <Button danger type="text" onClick={ask}>
      {t('levels.remove')}
    </Button>
  );
}
