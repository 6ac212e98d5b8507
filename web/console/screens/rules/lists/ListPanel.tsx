// One list: its terms searched and walked page by page, added one by one or pasted as a whole, taken off with a way back.
import { App, Button, Checkbox, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../../../../kit/antd/Icon.tsx';
import { useAddTerms, useRemoveList, useRemoveTerms, useTerms } from '../../../data/rule-lists.ts';
import { useRuleText } from '../../../data/rules.ts';
import type { TermList } from '../../../data/rule-lists.ts';
import { useHere } from '../../../data/session.ts';
import { Answer } from '../../../pieces/Answer.tsx';
import { EmptyState } from '../../../pieces/EmptyState.tsx';
import { Pager } from '../../../pieces/Pager.tsx';
import { usePaging } from '../../../pieces/paging.ts';
import { useTellProblem } from '../../../pieces/problems.ts';
import { SearchField } from '../../../pieces/SearchField.tsx';
import { useText } from '../../../text.ts';
import { ListDialog } from './ListDialog.tsx';
import { longestTerm, readPasted } from './pasted-terms.ts';
import { PasteDialog } from './PasteDialog.tsx';

const pageSize = 100;

/** The open list. */
export function ListPanel({ list }: { list: TermList }) {
  const { can } = useHere();
  const [q, setQ] = useState('');
  const mayWrite = can('rules.manage');
  return (
    <section className="card terms" aria-label={list.name}>
      <Head list={list} mayWrite={mayWrite} />
      <Tools list={list} q={q} onSearch={setQ} mayWrite={mayWrite} />
      <Terms key={q} list={list} q={q} mayWrite={mayWrite} onClear={() => setQ('')} />
    </section>
  );
}

function Head({ list, mayWrite }: { list: TermList; mayWrite: boolean }) {
  const t = useText();
  const { communityId } = useHere();
  const rules = useRuleText(communityId).data?.items ?? [];
  const remove = useRemoveList(communityId);
  const navigate = useNavigate();
  const tellProblem = useTellProblem();
  const [editing, setEditing] = useState(false);
  const rule = rules.find(({ key }) => key === list.rule);
  return (
    <>
      <div className="ch">
        <h2 className="ell">{list.name}</h2>
        <span className={list.effect === 'stop' ? 'tag r' : 'tag'}>{t(`rules.effect.${list.effect}`)}</span>
        {list.mode !== 'on' && <span className="tag o">{t(`rules.mode.${list.mode}`)}</span>}
        {rule && <span className="cnt ell">{t('rules.speaksFor', { name: rule.name })}</span>}
        {mayWrite && (
          <span className="more row">
            <Button size="small" onClick={() => setEditing(true)}>
              {t('rules.changeList')}
            </Button>
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
          </span>
        )}
      </div>
      {editing && <ListDialog list={list} onClose={() => setEditing(false)} />}
    </>
  );
}

interface ToolsProps {
  list: TermList;
  q: string;
  onSearch: (q: string) => void;
  mayWrite: boolean;
}

function Tools({ list, q, onSearch, mayWrite }: ToolsProps) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const add = useAddTerms(communityId, list.id);
  const tellProblem = useTellProblem();
  const [typed, setTyped] = useState('');
  const [pasting, setPasting] = useState(false);
  const send = () => {
    const { terms } = readPasted(typed);
    if (terms.length === 0 || add.isPending) return;
    add
      .mutateAsync(terms)
      .then(({ added, known }) => {
        setTyped('');
        void message.success(t('rules.termsAdded', { added, known }));
      })
      .catch(tellProblem);
  };
  return (
    <div className="fb terms-tools">
      <SearchField value={q} label={t('rules.searchTerms')} width={190} onSearch={onSearch} />
      {mayWrite && (
        <>
          <Input
            className="grow"
            value={typed}
            maxLength={longestTerm}
            aria-label={t('rules.addTerm')}
            placeholder={t('rules.addTerm')}
            onChange={({ target }) => setTyped(target.value)}
            onPressEnter={send}
          />
          <Button disabled={typed.trim() === ''} loading={add.isPending} onClick={send}>
            {t('rules.add')}
          </Button>
          <Button icon={<Icon name="upload" size={15} />} onClick={() => setPasting(true)}>
            {t('rules.paste')}
          </Button>
        </>
      )}
      {pasting && <PasteDialog list={list} onClose={() => setPasting(false)} />}
    </div>
  );
}

interface TermsProps {
  list: TermList;
  q: string;
  mayWrite: boolean;
  onClear: () => void;
}

function Terms({ list, q, mayWrite, onClear }: TermsProps) {
  const t = useText();
  const { communityId } = useHere();
  const paging = usePaging(q);
  const terms = useTerms(communityId, list.id, {
    ...(q ? { q } : {}),
    ...(paging.cursor ? { cursor: paging.cursor } : {}),
    limit: pageSize,
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const press = (term: string) =>
    setChosen(new Set(chosen.has(term) ? [...chosen].filter((one) => one !== term) : [...chosen, term]));
  return (
    <Answer query={terms} rows={4}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          q ? (
            <EmptyState
              kind="noMatch"
              title={t('rules.noTerm', { q })}
              action={<Button onClick={onClear}>{t('groups.clearAll')}</Button>}
            />
          ) : (
            <EmptyState kind="nothing" title={t('rules.noTerms')} text={t('rules.noTermsText')} />
          )
        ) : (
          <>
            <ul className="term-chips">
              {items.map(({ term }) => (
                <li key={term}>
                  {mayWrite ? (
                    <Checkbox checked={chosen.has(term)} onChange={() => press(term)}>
                      {term}
                    </Checkbox>
                  ) : (
                    term
                  )}
                </li>
              ))}
            </ul>
            {chosen.size > 0 && <Chosen list={list} chosen={[...chosen]} onDone={() => setChosen(new Set())} />}
            <Pager shown={items.length} nextCursor={nextCursor} paging={paging} />
          </>
        )
      }
    </Answer>
  );
}

function Chosen({ list, chosen, onDone }: { list: TermList; chosen: string[]; onDone: () => void }) {
  const t = useText();
  const { communityId } = useHere();
  const { message } = App.useApp();
  const remove = useRemoveTerms(communityId, list.id);
  const add = useAddTerms(communityId, list.id);
  const tellProblem = useTellProblem();
  const back = () => {
    message.destroy('terms');
    add.mutateAsync(chosen).catch(tellProblem);
  };
  const send = () =>
    remove
      .mutateAsync(chosen)
      .then(({ removed }) => {
        void message.success({
          key: 'terms',
          duration: 8,
          content: (
            <>
              {t('rules.termsRemoved', { count: removed })}{' '}
              <button type="button" className="link" onClick={back}>
                {t('rules.putBack')}
              </button>
            </>
          ),
        });
        onDone();
      })
      .catch(tellProblem);
  return (
    <div className="row batch" role="group" aria-label={t('rules.chosen', { count: chosen.length })}>
      <span className="grow s">{t('rules.chosen', { count: chosen.length })}</span>
      <Button size="small" onClick={onDone}>
        {t('common.cancel')}
      </Button>
      <Button size="small" danger loading={remove.isPending} onClick={() => void send()}>
        {t('rules.takeOff')}
      </Button>
    </div>
  );
}
