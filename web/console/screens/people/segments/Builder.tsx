// The builder: conditions as rows, joined by "all" or "any", with groups one level deep; below it the sentence and the live count.
import { Button, Segmented } from 'antd';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import type { Condition, ConditionGroup, Draft, KnownFact } from '../../../data/segments.ts';
import { useText } from '../../../text.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { beginCondition, isGroup } from './draft.ts';

/** What a new condition asks for first. */
const firstFact = 'people.messages';

interface BuilderProps {
  draft: Draft;
  facts: readonly KnownFact[];
  onChange: (draft: Draft) => void;
}

/** The rows of a segment. */
export function Builder({ draft, facts, onChange }: BuilderProps) {
  const t = useText();
  const set = (at: number, item: Condition | ConditionGroup | null) =>
    onChange({ ...draft, items: replaceAt(draft.items, at, item) });
  const add = (item: Condition | ConditionGroup) => onChange({ ...draft, items: [...draft.items, item] });
  const begin = () => beginCondition(facts.find(({ key }) => key === firstFact) ?? facts[0]!);
  const other = draft.join === 'all' ? 'any' : 'all';
  const starts = positionsOf(draft);
  return (
    <div className="conds">
      {draft.items.length > 1 && (
        <JoinPick join={draft.join} label={t('segments.join')} onChange={(join) => onChange({ ...draft, join })} />
      )}
      {draft.items.map((item, at) =>
        isGroup(item) ? (
          <div key={at} className="condgroup" role="group" aria-label={t('segments.group')}>
            <JoinPick
              join={item.join}
              label={t('segments.joinGroup')}
              onChange={(join) => set(at, { ...item, join })}
            />
            {item.items.map((one, inner) => (
              <ConditionRow
                key={inner}
                position={starts[at]! + inner}
                condition={one}
                facts={facts}
                onChange={(next) => set(at, { ...item, items: replaceAt(item.items, inner, next) })}
                onGone={() => {
                  const items = replaceAt(item.items, inner, null);
                  set(at, items.length > 0 ? { ...item, items } : null);
                }}
              />
            ))}
            <AddButton
              text={t('segments.addToGroup')}
              onAdd={() => set(at, { ...item, items: [...item.items, begin()] })}
            />
          </div>
        ) : (
          <ConditionRow
            key={at}
            position={starts[at]!}
            condition={item}
            facts={facts}
            onChange={(next) => set(at, next)}
            onGone={() => set(at, null)}
          />
        ),
      )}
      <div className="row wrap">
        <AddButton text={t('segments.add')} onAdd={() => add(begin())} />
        {draft.items.length > 0 && (
          <AddButton text={t('segments.addGroup')} onAdd={() => add({ join: other, items: [begin()] })} />
        )}
      </div>
    </div>
  );
}

function JoinPick({
  join,
  label,
  onChange,
}: {
  join: 'all' | 'any';
  label: string;
  onChange: (join: 'all' | 'any') => void;
}) {
  const t = useText();
  return (
    <Segmented<'all' | 'any'>
      aria-label={label}
      size="small"
      value={join}
      options={(['all', 'any'] as const).map((value) => ({ value, label: t(`segments.${value}`) }))}
      onChange={onChange}
    />
  );
}

function AddButton({ text, onAdd }: { text: string; onAdd: () => void }) {
  return (
    <Button type="link" size="small" icon={<Icon name="plus" size={14} />} onClick={onAdd}>
      {text}
    </Button>
  );
}

/** The number of the first condition of each item, as the server counts them when it refuses one. */
function positionsOf({ items }: Draft): number[] {
  const starts: number[] = [];
  let position = 1;
  for (const item of items) {
    starts.push(position);
    position += isGroup(item) ? item.items.length : 1;
  }
  return starts;
}

function replaceAt<Item>(items: readonly Item[], at: number, item: Item | null): Item[] {
  return items.flatMap((one, index) => (index === at ? (item === null ? [] : [item]) : [one]));
}
