import { Select } from 'antd';
import { useState } from 'react';
import { useGroups } from '../../../data/groups.ts';
import { useChangeColumns } from '../../../data/imports.ts';
import type { Import } from '../../../data/imports.ts';
import { useHere } from '../../../data/session.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { useText } from '../../../text.ts';

/** What the columns of the file are: what was recognised, and what only the team can say. */
export function Columns({ one }: { one: Import }) {
  const t = useText();
  const { communityId } = useHere();
  const change = useChangeColumns(communityId, one.id);
  const tellProblem = useTellProblem();
  const open = one.columns.filter(({ target }) => target === null).length;
  const [isOpen, setOpen] = useState(open > 0);
  const send = (wish: { targets?: (string | null)[]; groupId?: string | null }) =>
    void change.mutateAsync(wish).then(() => undefined, tellProblem);
  const say = (at: number, value: string) => {
    const targets = one.columns.map(({ target }, other) => {
      if (other === at) return value === '' ? null : value;
      // A meaning moves: no two columns are the same thing.
      return target === value && value !== 'ignore' ? null : target;
    });
    send({ targets });
  };
  const hasName = one.columns.some(({ target }) => target === 'name');
  return (
    <section className="card" aria-label={t('imports.columns')}>
      <div className="ch">
        <h2>{t('imports.columns')}</h2>
        <span className={open > 0 || !hasName ? 'cnt amber' : 'cnt'}>
          {hasName
            ? t(open > 0 ? 'imports.columnsOpen' : 'imports.columnsKnown', { count: open })
            : t('imports.noName')}
        </span>
        <button type="button" className="link more s" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'imports.fold' : 'imports.unfold')}
        </button>
      </div>
      {isOpen && (
        <ul className="columnlist">
          {one.columns.map(({ heading, target, samples }, at) => (
            <li key={at} className={target === null ? 'open' : ''}>
              <b className="ell">{heading || t('imports.noHeading', { position: at + 1 })}</b>
              <span className="xs c2 ell">{samples.join(t('pulse.comma'))}</span>
              <Select
                aria-label={t('imports.columnIs', { name: heading || String(at + 1) })}
                showSearch={{ optionFilterProp: 'label' }}
                value={target ?? ''}
                options={[
                  { value: '', label: t('imports.unsaid') },
                  { value: 'ignore', label: t('imports.ignore') },
                  ...one.targets,
                ]}
                onChange={(value) => say(at, value)}
              />
            </li>
          ))}
        </ul>
      )}
      <GroupChoice value={one.groupId} onPick={(groupId) => send({ groupId })} />
    </section>
  );
}

/** The group of rows that name none. */
function GroupChoice({ value, onPick }: { value: string | null; onPick: (id: string | null) => void }) {
  const t = useText();
  const { communityId } = useHere();
  const groups = useGroups(communityId, { limit: 200 });
  const options = groups.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <div className="row wrap listgroup">
      <span className="s c2">{t('imports.group')}</span>
      <Select
        aria-label={t('imports.group')}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={value ?? ''}
        options={[{ value: '', label: t('imports.noGroup') }, ...options]}
        onChange={(next) => onPick(next === '' ? null : next)}
      />
    </div>
  );
}
