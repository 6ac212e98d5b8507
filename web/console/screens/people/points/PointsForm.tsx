// The rules of points: what earns how many, at most how many a day, what members may give each other, and whether there is a board.
import { App, Button, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useChangePointsRules, usePointsRules } from '../../../data/points.ts';
import type { PointsRules, PointsSettings } from '../../../data/points.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';
import { Count, Part, Row } from '../../rules/settings/SettingsPart.tsx';
import '../../rules/settings/settings.css';

type Rule = PointsRules['rules'][number];

/** What is being changed; the rules as they hold now. */
interface Draft {
  settings: PointsSettings;
  rules: Rule[];
}

interface PartProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  disabled: boolean;
}

/** The settings of points. */
export function PointsForm() {
  const { communityId } = useHere();
  const rules = usePointsRules(communityId);
  return <Answer query={rules}>{(found) => <Form key={JSON.stringify(found)} found={found} />}</Answer>;
}

function Form({ found }: { found: PointsRules }) {
  const t = useText();
  const { communityId, can } = useHere();
  const { message } = App.useApp();
  const change = useChangePointsRules(communityId);
  const tellProblem = useTellProblem();
  const [draft, setDraft] = useState<Draft>(found);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(found);
  const part = {
    draft,
    set: (next: Partial<Draft>) => setDraft({ ...draft, ...next }),
    disabled: !can('points.manage'),
  };
  const save = () =>
    change
      .mutateAsync(toSettings(draft, found))
      .then(() => message.success(t('points.saved')))
      .catch(tellProblem);
  return (
    <div className="rules-settings">
      {part.disabled && <p className="note">{t('points.readOnly')}</p>}
      <div className="settings-grid">
        <Earning {...part} />
        <Giving {...part} />
        <Showing {...part} />
      </div>
      {isChanged && (
        <div className="card savebar row">
          <span className="grow s c2">{t('points.unsaved')}</span>
          <Button onClick={() => setDraft(found)}>{t('rules.takeBackAll')}</Button>
          <Button type="primary" loading={change.isPending} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Only what was changed is decided here; the rest stays as the module ships it. */
function toSettings({ settings, rules }: Draft, found: PointsRules): PointsSettings {
  const changed = rules.filter((rule, at) => JSON.stringify(rule) !== JSON.stringify(found.rules[at]));
  const own = changed.map(({ key, on, amount, perDay }) => [key, { on, amount, perDay }] as const);
  return { ...settings, rules: { ...settings.rules, ...Object.fromEntries(own) } };
}

function Earning({ draft: { settings, rules }, set, disabled }: PartProps) {
  const t = useText();
  const setRule = (changed: Rule) => set({ rules: rules.map((one) => (one.key === changed.key ? changed : one)) });
  return (
    <Part title={t('points.rules')} text={t('points.rulesText')}>
      {rules.map((rule) => (
        <Row key={rule.key} name={rule.label} {...(rule.amount === null ? { text: t('points.ownFigure') } : {})}>
          <span className="earnrule">
            {rule.amount !== null && (
              <Count
                label={t('points.amountOf', { rule: rule.label })}
                value={rule.amount}
                min={0}
                max={100_000}
                unit={t('points.each')}
                disabled={disabled || !rule.on}
                onChange={(amount) => setRule({ ...rule, amount })}
              />
            )}
            <Cap
              label={t('points.capOf', { rule: rule.label })}
              value={rule.perDay}
              disabled={disabled || !rule.on}
              onChange={(perDay) => setRule({ ...rule, perDay })}
            />
            <Switch
              aria-label={rule.label}
              checked={rule.on}
              disabled={disabled}
              onChange={(on) => setRule({ ...rule, on })}
            />
          </span>
        </Row>
      ))}
      <Row name={t('points.dayCap')} text={t('points.dayCapText')}>
        <Cap
          label={t('points.dayCap')}
          value={settings.perDay}
          disabled={disabled}
          onChange={(perDay) => set({ settings: { ...settings, perDay } })}
        />
      </Row>
    </Part>
  );
}

/** At most so many a day; empty = no cap. */
function Cap({ label, value, disabled, onChange }: CapProps) {
  const t = useText();
  return (
    <span className="row count">
      <InputNumber
        aria-label={label}
        value={value}
        min={0}
        max={100_000}
        precision={0}
        placeholder={t('points.noCap')}
        disabled={disabled}
        onChange={onChange}
      />
      <span className="s c3 nw">{t('points.aDay')}</span>
    </span>
  );
}

interface CapProps {
  label: string;
  value: number | null;
  disabled: boolean;
  onChange: (value: number | null) => void;
}

const giftFigures = [
  { key: 'most', min: 1, max: 100_000 },
  { key: 'perDay', min: 1, max: 100_000 },
  { key: 'afterDays', min: 0, max: 366 },
] as const;

function Giving({ draft: { settings }, set, disabled }: PartProps) {
  const t = useText();
  const { gifts } = settings;
  const change = (part: Partial<typeof gifts>) => set({ settings: { ...settings, gifts: { ...gifts, ...part } } });
  return (
    <Part title={t('points.giving')} text={t('points.givingText')}>
      <Row name={t('points.givingOn')}>
        <Switch
          aria-label={t('points.givingOn')}
          checked={gifts.on}
          disabled={disabled}
          onChange={(on) => change({ on })}
        />
      </Row>
      {giftFigures.map(({ key, min, max }) => (
        <Row key={key} name={t(`points.gift_${key}`)}>
          <Count
            label={t(`points.gift_${key}`)}
            value={gifts[key]}
            min={min}
            max={max}
            unit={t(key === 'afterDays' ? 'points.days' : 'points.unit')}
            disabled={disabled || !gifts.on}
            onChange={(figure) => change({ [key]: figure })}
          />
        </Row>
      ))}
    </Part>
  );
}

function Showing({ draft: { settings }, set, disabled }: PartProps) {
  const t = useText();
  return (
    <Part title={t('points.board')} text={t('points.boardText')}>
      <Row name={t('points.boardOn')}>
        <Switch
          aria-label={t('points.boardOn')}
          checked={settings.board}
          disabled={disabled}
          onChange={(board) => set({ settings: { ...settings, board } })}
        />
      </Row>
    </Part>
  );
}
