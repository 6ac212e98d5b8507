import { App, Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Icon } from '../../../kit/antd/Icon.tsx';
import { joinReasons } from '../../data/communities.ts';
import type { Canvas, Goal } from '../../data/communities.ts';
import { useKeepCanvas } from '../../data/purpose.ts';
import type { CanvasState } from '../../data/purpose.ts';
import { useHere } from '../../data/session.ts';
import { Chips } from '../../pieces/Chips.tsx';
import { FitQuestions, FitVerdict } from '../../pieces/FitQuestions.tsx';
import { useTellProblem } from '../../pieces/problems.ts';
import { useText } from '../../text.ts';
import type { ConsoleKey } from '../../text.ts';

/** Writing the canvas: every answer may wait, the draft is kept; adopting puts it before the members. */
export function CanvasForm({ state, onClose }: { state: CanvasState; onClose: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const [canvas, setCanvas] = useState(state.draft);
  const keep = useKeepCanvas(communityId);
  const tellProblem = useTellProblem();
  const set = (part: Partial<Canvas>) => setCanvas({ ...canvas, ...part });
  const finish = async (adopt: boolean) => {
    try {
      await keep.mutateAsync({ canvas: tidy(canvas), adopt });
      void message.success(t(adopt ? 'purpose.wasAdopted' : 'purpose.wasKept'));
      onClose();
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <Form layout="vertical" className="card cb canvas-form" onFinish={() => void finish(false)}>
      <h2 className="h2">{t('found.fit')}</h2>
      <FitQuestions answers={canvas.fit} onChange={(fit) => set({ fit })} />
      <FitVerdict answers={canvas.fit} />
      <h2 className="h2">{t('found.purpose')}</h2>
      <Words
        name="targetPerson"
        value={canvas.targetPerson}
        most={500}
        onChange={(targetPerson) => set({ targetPerson })}
      />
      <Words name="whyCreate" value={canvas.whyCreate} most={1000} onChange={(whyCreate) => set({ whyCreate })} />
      <Chips
        label={t('purpose.whyJoin')}
        most={6}
        choices={joinReasons.map((value) => ({ value, text: t(`reason.${value}`) }))}
        chosen={canvas.whyJoin.reasons}
        onChange={(reasons) => set({ whyJoin: { ...canvas.whyJoin, reasons } })}
      />
      <Words
        name="whyJoinText"
        value={canvas.whyJoin.text}
        most={1000}
        onChange={(text) => set({ whyJoin: { ...canvas.whyJoin, text } })}
      />
      <Three name="pains" lines={canvas.pains} onChange={(pains) => set({ pains })} />
      <Three name="sharedValues" lines={canvas.sharedValues} onChange={(sharedValues) => set({ sharedValues })} />
      <h2 className="h2">{t('purpose.value')}</h2>
      {(['original', 'exclusive', 'fresh'] as const).map((way) => (
        <Words
          key={way}
          name={way}
          value={canvas.value[way]}
          most={500}
          onChange={(text) => set({ value: { ...canvas.value, [way]: text } })}
        />
      ))}
      <Goals goals={canvas.goals} onChange={(goals) => set({ goals })} />
      <h2 className="h2">{t('purpose.stand')}</h2>
      <Words name="manifesto" value={canvas.manifesto} most={2000} onChange={(manifesto) => set({ manifesto })} />
      <Words name="vision" value={canvas.vision} most={1000} onChange={(vision) => set({ vision })} />
      <footer className="found-foot">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <span className="xs c3 grow">{t('purpose.adoptText')}</span>
        <Button htmlType="submit" loading={keep.isPending}>
          {t('purpose.keep')}
        </Button>
        <Button type="primary" loading={keep.isPending} onClick={() => void finish(true)}>
          {t('purpose.adopt')}
        </Button>
      </footer>
    </Form>
  );
}

/** Empty lines are dropped, so that a half-written list is never refused. */
function tidy(canvas: Canvas): Canvas {
  const lines = (some: string[]) => some.map((line) => line.trim()).filter(Boolean);
  return {
    ...canvas,
    pains: lines(canvas.pains),
    sharedValues: lines(canvas.sharedValues),
    goals: canvas.goals.filter(({ text }) => text.trim() !== ''),
  };
}

function Words({
  name,
  value,
  most,
  onChange,
}: {
  name: string;
  value: string;
  most: number;
  onChange: (value: string) => void;
}) {
  const t = useText();
  return (
    <Form.Item
      label={t(`purpose.${name}` as ConsoleKey)}
      extra={t(`purpose.hint.${name}` as ConsoleKey)}
      htmlFor={`canvas-${name}`}
    >
      <Input.TextArea
        id={`canvas-${name}`}
        value={value}
        maxLength={most}
        autoSize={{ minRows: 1, maxRows: 8 }}
        onChange={({ target }) => onChange(target.value)}
      />
    </Form.Item>
  );
}

function Three({
  name,
  lines,
  onChange,
}: {
  name: 'pains' | 'sharedValues';
  lines: string[];
  onChange: (lines: string[]) => void;
}) {
  const t = useText();
  const shown = [0, 1, 2].map((index) => lines[index] ?? '');
  const change = (at: number, line: string) => onChange(shown.map((old, index) => (index === at ? line : old)));
  return (
    <Form.Item label={t(`purpose.${name}`)} extra={t(`purpose.hint.${name}`)}>
      <div className="three-fields">
        {shown.map((line, index) => (
          <Input
            key={index}
            value={line}
            maxLength={120}
            aria-label={`${t(`purpose.${name}`)} ${index + 1}`}
            prefix={<span className="c3 xs">{index + 1}</span>}
            onChange={({ target }) => change(index, target.value)}
          />
        ))}
      </div>
    </Form.Item>
  );
}

const newGoal: Goal = { layer: 'community', subject: '', text: '', measure: '', figure: null, unit: '', by: null };
const mostGoals = 12;

function Goals({ goals, onChange }: { goals: Goal[]; onChange: (goals: Goal[]) => void }) {
  const t = useText();
  const change = (at: number, part: Partial<Goal>) =>
    onChange(goals.map((goal, index) => (index === at ? { ...goal, ...part } : goal)));
  return (
    <section>
      <h2 className="h2">{t('purpose.goals')}</h2>
      <p className="xs c3">{t('purpose.hint.goals')}</p>
      {goals.map((goal, index) => (
        <div className="goal-fields" key={index}>
          <Select
            aria-label={t('purpose.goalLayer')}
            value={goal.layer}
            options={(['community', 'tier', 'role'] as const).map((layer) => ({
              value: layer,
              label: t(`purpose.layer.${layer}`),
            }))}
            onChange={(layer) => change(index, { layer })}
          />
          <Input
            aria-label={t('purpose.goalText')}
            placeholder={t('purpose.goalExample')}
            maxLength={200}
            value={goal.text}
            onChange={({ target }) => change(index, { text: target.value })}
          />
          <InputNumber
            aria-label={t('purpose.goalFigure')}
            placeholder="40"
            min={0}
            value={goal.figure}
            onChange={(figure) => change(index, { figure })}
          />
          <Input
            aria-label={t('purpose.goalUnit')}
            placeholder={t('purpose.goalUnit')}
            maxLength={12}
            value={goal.unit}
            onChange={({ target }) => change(index, { unit: target.value })}
          />
          <DatePicker
            aria-label={t('purpose.goalBy')}
            placeholder={t('purpose.goalBy')}
            value={goal.by ? dayjs(goal.by) : null}
            onChange={(day) => change(index, { by: day ? day.format('YYYY-MM-DD') : null })}
          />
          <button
            type="button"
            className="tb"
            aria-label={t('common.delete')}
            onClick={() => onChange(goals.filter((_, at) => at !== index))}
          >
            <Icon name="close" size={15} />
          </button>
        </div>
      ))}
      {goals.length < mostGoals && (
        <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => onChange([...goals, newGoal])}>
          {t('purpose.addGoal')}
        </Button>
      )}
    </section>
  );
}
