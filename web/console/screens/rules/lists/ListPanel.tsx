// One list: what it is and does, how it did while it only noted, and its terms; with the ways in and out of it.
import { App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useRemoveList } from '../../../data/rule-lists.ts';
import type { TermList } from '../../../data/rule-lists.ts';
import { exportAddress, useAddTerms } from '../../../data/rule-terms.ts';
import { useRuleText } from '../../../data/rules.ts';
import { useHere } from '../../../data/session.ts';
import { useFilters } from '../../../pieces/filters.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { SearchField } from '../../../pieces/SearchField.tsx';
import { useText } from '../../../text.ts';
import { LookBack } from '../trying/LookBack.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { ListDialog } from './ListDialog.tsx';
import { longestPattern, readPasted } from './pasted-terms.ts';
import { ListStanding } from './ListStanding.tsx';
import { Terms } from './Terms.tsx';

/** The open list. */
export function ListPanel({ list }: { list: TermList }) {
  const { can } = useHere();
  const filters = useFilters();
  const q = filters.read('q') ?? '';
  const isOver = filters.read('expired') !== undefined;
  const mayWrite = can('rules.manage');
  return (
    <section className="card terms" aria-label={list.name}>
      <Head list={list} mayWrite={mayWrite} />
      <ListStanding list={list} mayWrite={mayWrite} />
      <Tools list={list} mayWrite={mayWrite} />
      <Terms key={`${q} ${isOver}`} list={list} filter={{ q, isOver }} mayWrite={mayWrite} />
    </section>
  );
}

interface PartProps {
  list: TermList;
  mayWrite: boolean;
}

function Head({ list, mayWrite }: PartProps) {
  const t = useText();
  const { communityId } = useHere();
  const rules = useRuleText(communityId).data?.items ?? [];
  const [editing, setEditing] = useState(false);
  const rule = rules.find(({ key }) => key === list.rule);
  return (
    <div className="ch list-head">
      <h2 className="ell">{list.name}</h2>
      <span className={list.effect === 'stop' ? 'tag r' : 'tag'}>{t(`rules.effect.${list.effect}`)}</span>
      {list.mode !== 'on' && <span className="tag o">{t(`rules.mode.${list.mode}`)}</span>}
      {rule && <span className="cnt ell">{t('rules.speaksFor', { name: rule.name })}</span>}
      <span className="more row wrap ends">
        {mayWrite && <LookBack about={{ kind: 'list', listId: list.id }} />}
        <Button
          size="small"
          icon={<Icon name="download" size={14} />}
          href={exportAddress(communityId, list.id)}
          download
        >
          {t('rules.exportTerms')}
        </Button>
        {mayWrite && (
          <>
            <Button size="small" onClick={() => setEditing(true)}>
              {t('rules.changeList')}
            </Button>
            <RemoveButton list={list} />
          </>
        )}
      </span>
      {editing && <ListDialog list={list} onClose={() => setEditing(false)} />}
    </div>
  );
}

function RemoveButton({ list }: { list: TermList }) {
  const t = useText();
  const { communityId } = useHere();
  const remove = useRemoveList(communityId);
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  return (
    <Popconfirm
      title={t('rules.removeListAsk', { name: list.name })}
      description={t('rules.removeListText', { count: list.terms })}
      okText={t('common.delete')}
      onConfirm={() =>
        remove
          .mutateAsync(list.id)
          .then(() => navigate(`/c/${communityId}/rules/lists`))
          .catch(tellProblem)
      }
    >
      <Button size="small" type="text">
        {t('common.delete')}
      </Button>
    </Popconfirm>
  );
}

function Tools({ list, mayWrite }: PartProps) {
  const t = useText();
  const filters = useFilters();
  const [importing, setImporting] = useState(false);
  const isOver = filters.read('expired') !== undefined;
  return (
    <div className="fb terms-tools">
      <SearchField
        value={filters.read('q') ?? ''}
        label={t('rules.searchTerms')}
        width={180}
        onSearch={(q) => filters.set({ q })}
      />
      {(list.expired > 0 || isOver) && (
        <button
          type="button"
          className={isOver ? 'chip on' : 'chip'}
          aria-pressed={isOver}
          onClick={() => filters.set({ expired: isOver ? undefined : 'true' })}
        >
          {t('rules.overCount', { count: list.expired })}
        </button>
      )}
      {mayWrite && (
        <>
          <AddField list={list} />
          <Button icon={<Icon name="upload" size={15} />} onClick={() => setImporting(true)}>
            {t('rules.paste')}
          </Button>
        </>
      )}
      {importing && <ImportDialog list={list} onClose={() => setImporting(false)} />}
    </div>
  );
}

function AddField({ list }: { list: TermList }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const add = useAddTerms(communityId, list.id);
  const tellProblem = useTellProblem();
  const [typed, setTyped] = useState('');
  const send = () => {
    const { terms } = readPasted(typed);
    if (terms.length === 0 || add.isPending) return;
    add
      .mutateAsync({ terms })
      .then(({ added, known }) => {
        setTyped('');
        void message.success(t('rules.termsAdded', { added, known }));
      })
      .catch(tellProblem);
  };
  return (
    <>
      <Input
        className="grow"
        value={typed}
        maxLength={longestPattern}
        aria-label={t('rules.addTerm')}
        placeholder={t('rules.addTerm')}
        onChange={({ target }) => setTyped(target.value)}
        onPressEnter={send}
      />
      <Button disabled={typed.trim() === ''} loading={add.isPending} onClick={send}>
        {t('rules.add')}
      </Button>
    </>
  );
}
