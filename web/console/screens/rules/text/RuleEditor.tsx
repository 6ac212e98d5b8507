import { Button, Input } from 'antd';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { checks } from '../../../data/rules.ts';
import type { RuleDraft } from '../../../data/rules.ts';
import { useText } from '../../../text.ts';
import { moveRule, mostRules, newRule, ruleParts, setGuard } from './rule-draft.ts';
import type { DraftItem, RulePart } from './rule-draft.ts';

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ');

/** Writing the rules: one card for each, parts that are empty wait to be asked for. */
export function RuleEditor({ draft, onChange }: { draft: RuleDraft; onChange: (draft: RuleDraft) => void }) {
  const t = useText();
  const { items } = draft;
  const setItems = (next: DraftItem[]) => onChange({ ...draft, items: next });
  return (
    <div className="rule-cards">
      <section className="card cb">
        <label className="lab" htmlFor="rules-tone">
          {t('rules.tone')}
        </label>
        <Input
          id="rules-tone"
          value={draft.tone}
          maxLength={200}
          placeholder={t('rules.toneExample')}
          onChange={({ target }) => onChange({ ...draft, tone: target.value })}
        />
      </section>
      {items.map((item, at) => (
        <RuleCard
          key={item.key ?? `new-${at}`}
          item={item}
          at={at}
          last={items.length - 1}
          onItem={(next) => setItems(items.map((old, index) => (index === at ? next : old)))}
          onMove={(by) => setItems(moveRule(items, at, by))}
          onGuard={(check) => setItems(setGuard(items, at, check))}
          onRemove={() => setItems(items.filter((_, index) => index !== at))}
        />
      ))}
      {items.length < mostRules && (
        <Button block icon={<Icon name="plus" />} onClick={() => setItems([...items, newRule])}>
          {t('rules.addRule')}
        </Button>
      )}
    </div>
  );
}

interface RuleCardProps {
  item: DraftItem;
  at: number;
  last: number;
  onItem: (item: DraftItem) => void;
  onMove: (by: 1 | -1) => void;
  onGuard: (check: (typeof checks)[number]) => void;
  onRemove: () => void;
}

function RuleCard({ item, at, last, onItem, onMove, onGuard, onRemove }: RuleCardProps) {
  const t = useText();
  const name = item.name || t('rules.nameless');
  return (
    <section className="card rule-card" aria-label={t('rules.ruleNo', { number: at + 1, name })}>
      <div className="row">
        <span className="rule-no song">{at + 1}</span>
        <Input
          className="rule-name"
          variant="borderless"
          value={item.name}
          maxLength={40}
          aria-label={t('rules.name')}
          placeholder={t('rules.nameExample')}
          onChange={({ target }) => onItem({ ...item, name: target.value })}
        />
        <button
          type="button"
          className="tb"
          disabled={at === 0}
          aria-label={t('rules.up', { name })}
          onClick={() => onMove(-1)}
        >
          <Icon name="down" style={{ transform: 'rotate(180deg)' }} />
        </button>
        <button
          type="button"
          className="tb"
          disabled={at === last}
          aria-label={t('rules.down', { name })}
          onClick={() => onMove(1)}
        >
          <Icon name="down" />
        </button>
        <button type="button" className="tb" aria-label={t('rules.removeRule', { name })} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </div>
      {ruleParts.map((part) => (
        <Part key={part} part={part} value={item[part]} onChange={(text) => onItem({ ...item, [part]: text })} />
      ))}
      <div className="row wrap guards" role="group" aria-label={t('rules.guards')}>
        <span className="xs c3">{t('rules.guards')}</span>
        {checks.map((check) => {
          const on = item.watchedBy.includes(check);
          return (
            <button
              key={check}
              type="button"
              aria-pressed={on}
              className={on ? 'chip on' : 'chip'}
              onClick={() => onGuard(check)}
            >
              {t(`rules.check.${check}`)}
            </button>
          );
        })}
      </div>
    </section>
  );
}

function Part({ part, value, onChange }: { part: RulePart; value: string; onChange: (text: string) => void }) {
  const t = useText();
  return (
    <label className="rule-part">
      <span className="s c3">{t(`rules.part.${part}`)}</span>
      <Input.TextArea
        value={value}
        maxLength={200}
        autoSize={{ minRows: 1, maxRows: 4 }}
        placeholder={t(`rules.partExample.${part}`)}
        onChange={({ target }) => onChange(oneLine(target.value))}
      />
    </label>
  );
}
