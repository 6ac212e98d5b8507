// One level in the editor: its name, who comes in, who stays, what it costs and what it gives.
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import type { DraftLevel, Privilege } from '../../../data/levels.ts';
import type { Draft as Rule, KnownFact } from '../../../data/segments.ts';
import { useText } from '../../../text.ts';
import { Builder } from '../segments/Builder.tsx';
import { beginCondition } from '../segments/draft.ts';
import { easierOf } from './draft.ts';

interface LevelProps {
  at: number;
  level: DraftLevel;
  facts: readonly KnownFact[];
  onChange: (level: DraftLevel) => void;
  onGone?: () => void;
}

/** A level as it is put together. */
export function LevelEditor({ at, level, facts, onChange, onGone }: LevelProps) {
  const t = useText();
  return (
    <li className="leveledit" aria-label={t('levels.levelAt', { position: at + 1 })}>
      <div className="row">
        <span className="stepno song">{at + 1}</span>
        <Input
          className="grow"
          aria-label={t('levels.levelName', { position: at + 1 })}
          value={level.name}
          maxLength={20}
          placeholder={t('levels.levelNameHint')}
          onChange={({ target }) => onChange({ ...level, name: target.value })}
        />
        {onGone && (
          <Button
            type="text"
            icon={<Icon name="close" size={15} />}
            aria-label={t('levels.dropLevel', { position: at + 1 })}
            onClick={onGone}
          />
        )}
      </div>
      {at === 0 ? (
        <p className="s c3">{t('levels.everybody')}</p>
      ) : (
        <>
          <RulePart
            label={t('levels.entry')}
            none={t('levels.byHand')}
            rule={level.entry}
            facts={facts}
            onChange={(entry) => onChange({ ...level, entry })}
          />
          <RulePart
            label={t('levels.staying')}
            none={t('levels.kept')}
            rule={level.staying}
            facts={facts}
            onChange={(staying) => onChange({ ...level, staying })}
            {...(level.entry ? { easier: easierOf(level.entry) } : {})}
          />
          <Price price={level.price} onChange={(price) => onChange({ ...level, price })} />
        </>
      )}
      <Privileges items={level.privileges} onChange={(privileges) => onChange({ ...level, privileges })} />
    </li>
  );
}

interface RuleProps {
  label: string;
  /** What it means when there is no rule. */
  none: string;
  rule: Rule | null;
  facts: readonly KnownFact[];
  onChange: (rule: Rule | null) => void;
  /** A rule that is offered, made of another one. */
  easier?: Rule;
}

function RulePart({ label, none, rule, facts, onChange, easier }: RuleProps) {
  const t = useText();
  const begin = (): Rule => ({
    join: 'all',
    items: [beginCondition(facts.find(({ key }) => key === 'people.messages') ?? facts[0]!)],
  });
  return (
    <div className="rulepart" role="group" aria-label={label}>
      <div className="row wrap">
        <b className="s">{label}</b>
        {!rule && <span className="s c3">{none}</span>}
        <button type="button" className="link xs" onClick={() => onChange(rule ? null : begin())}>
          {t(rule ? 'levels.noRule' : 'levels.setRule')}
        </button>
        {easier && (
          <button type="button" className="link xs" onClick={() => onChange(easier)}>
            {t('levels.ninety')}
          </button>
        )}
      </div>
      {rule && (
        <Builder draft={rule} facts={facts} onChange={(next) => onChange(next.items.length > 0 ? next : null)} />
      )}
    </div>
  );
}

function Price({ price, onChange }: { price: DraftLevel['price']; onChange: (price: DraftLevel['price']) => void }) {
  const t = useText();
  return (
    <div className="row wrap">
      <Checkbox
        checked={price !== null}
        onChange={({ target }) => onChange(target.checked ? { amount: 9900, currency: 'CNY', days: 365 } : null)}
      >
        {t('levels.forSale')}
      </Checkbox>
      {price && (
        <>
          <InputNumber
            aria-label={t('levels.amount')}
            min={0}
            precision={2}
            value={price.amount / 100}
            prefix={price.currency}
            onChange={(value) => onChange({ ...price, amount: Math.round((value ?? 0) * 100) })}
          />
          <InputNumber
            aria-label={t('levels.priceDays')}
            min={1}
            max={3660}
            precision={0}
            value={price.days}
            suffix={t('segments.dayUnit')}
            onChange={(value) => onChange({ ...price, days: value ?? 1 })}
          />
        </>
      )}
    </div>
  );
}

const kinds = ['words', 'discount', 'early_access', 'free_seats'] as const;

function beginPrivilege(kind: (typeof kinds)[number], name: string): Privilege {
  if (kind === 'words') return { kind, name, text: '' };
  if (kind === 'discount') return { kind, name, percent: 10 };
  return kind === 'early_access' ? { kind, name, hours: 24 } : { kind, name, seats: 1 };
}

function Privileges({ items, onChange }: { items: readonly Privilege[]; onChange: (items: Privilege[]) => void }) {
  const t = useText();
  const set = (at: number, next: Privilege | null) =>
    onChange(items.flatMap((one, index) => (index === at ? (next ?? []) : one)));
  return (
    <div className="privileges" role="group" aria-label={t('levels.gives')}>
      {items.map((one, at) => (
        <div key={at} className="row wrap">
          <Select
            aria-label={t('levels.giveKind', { position: at + 1 })}
            popupMatchSelectWidth={false}
            value={one.kind}
            options={kinds.map((value) => ({ value, label: t(`levels.kind.${value}`) }))}
            onChange={(kind) => set(at, beginPrivilege(kind, one.name))}
          />
          <Input
            className="givename"
            aria-label={t('levels.giveName', { position: at + 1 })}
            placeholder={t('levels.giveNameHint')}
            maxLength={20}
            value={one.name}
            onChange={({ target }) => set(at, { ...one, name: target.value })}
          />
          <PrivilegeValue
            one={one}
            label={t('levels.giveValue', { position: at + 1 })}
            onChange={(next) => set(at, next)}
          />
          <Button
            type="text"
            icon={<Icon name="close" size={15} />}
            aria-label={t('levels.dropGive', { position: at + 1 })}
            onClick={() => set(at, null)}
          />
        </div>
      ))}
      <button type="button" className="link xs" onClick={() => onChange([...items, beginPrivilege('words', '')])}>
        {t('levels.addGive')}
      </button>
    </div>
  );
}

function PrivilegeValue({
  one,
  label,
  onChange,
}: {
  one: Privilege;
  label: string;
  onChange: (next: Privilege) => void;
}) {
  if (one.kind === 'words')
    return (
      <Input
        className="grow"
        aria-label={label}
        maxLength={80}
        value={one.text}
        onChange={({ target }) => onChange({ ...one, text: target.value })}
      />
    );
  const value = one.kind === 'discount' ? one.percent : one.kind === 'early_access' ? one.hours : one.seats;
  const set = (next: number | null) => {
    const number = next ?? 1;
    if (one.kind === 'discount') onChange({ ...one, percent: number });
    else if (one.kind === 'early_access') onChange({ ...one, hours: number });
    else onChange({ ...one, seats: number });
  };
  return (
    <InputNumber
      aria-label={label}
      min={1}
      max={one.kind === 'discount' ? 100 : 720}
      precision={0}
      value={value}
      onChange={set}
    />
  );
}
